import type {
  AdminApprovalsBody,
  AdminApprovalsResponse,
  AdminDunning,
  AdminDunningResponse,
  AdminDunningStepBody,
  AdminDunningStopBody,
  AdminDunningStopResponse,
  AdminDunningStopsResponse,
  AdminUpcomingResponse,
} from "../../src/api/dunning-types"
import { isNotFound } from "./http-status"
import { sdk } from "./sdk"

/** Whose stops are asked for. */
export type StopsOf = { order_id: string } | { customer_id: string }

/** What the page "Upcoming" can be narrowed to; absent: everything. */
export interface UpcomingFilters {
  period?: string
  state?: string
  kind?: string
  level?: string
  shop_id?: string
  plan_type?: string
  q?: string
}

export interface UpcomingQuery extends UpcomingFilters {
  order?: string
  limit: number
  offset: number
}

const STOPS = "/admin/order-mails/dunning-stops"
const UPCOMING = "/admin/order-mails/upcoming"

const dunningPath = (orderId: string) => `/admin/orders/${encodeURIComponent(orderId)}/dunning`

const decideAbout = (orderId: string, what: string, body: object) =>
  sdk.client.fetch<AdminDunningResponse>(`${dunningPath(orderId)}/${what}`, { method: "POST", body })

/** One function a route of src/api/dunning-types.ts. Each rejects with the SDK's `FetchError`: the server's words and the status. */
export const dunningApi = {
  /** Null for an order that nobody is ever reminded of: a draft, or one older than the plugin. */
  retrieve: async (orderId: string): Promise<AdminDunning | null> => {
    try {
      return (await sdk.client.fetch<AdminDunningResponse>(dunningPath(orderId))).dunning
    } catch (error) {
      if (isNotFound(error)) return null
      throw error
    }
  },

  sendNow: (orderId: string, step: AdminDunningStepBody) => decideAbout(orderId, "send-now", step),
  skip: (orderId: string, step: AdminDunningStepBody) => decideAbout(orderId, "skip", step),
  end: (orderId: string) => decideAbout(orderId, "end", {}),
  resume: (orderId: string) => decideAbout(orderId, "resume", {}),

  stops: (of: StopsOf) => sdk.client.fetch<AdminDunningStopsResponse>(STOPS, { query: { ...of } }),
  addStop: (body: AdminDunningStopBody) => sdk.client.fetch<AdminDunningStopResponse>(STOPS, { method: "POST", body }),
  liftStop: (id: string) =>
    sdk.client.fetch<AdminDunningStopResponse>(`${STOPS}/${encodeURIComponent(id)}/lift`, { method: "POST", body: {} }),

  upcoming: (query: UpcomingQuery) => sdk.client.fetch<AdminUpcomingResponse>(UPCOMING, { query: { ...query } }),

  /** All lines that the filters find, as a table for spreadsheets. */
  upcomingCsv: async (filters: UpcomingFilters): Promise<Blob> => {
    const response = await sdk.client.fetch<Response>(`${UPCOMING}/csv`, {
      query: { ...filters },
      headers: { accept: "text/csv" },
    })
    return response.blob()
  },

  decideApprovals: (body: AdminApprovalsBody) =>
    sdk.client.fetch<AdminApprovalsResponse>("/admin/order-mails/approvals", { method: "POST", body }),
}
