import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_MAIL_MODULE } from "../../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../../modules/order-mail/service"
import type { UpcomingCsvQuery } from "../middlewares"
import { upcomingCsv } from "../upcoming-csv"

/** The lines are read from one snapshot of the database, which a client that stops reading must not keep open. */
const MAX_MS = 5 * 60_000

/** All lines that match, sent while they are read, so that many of them take no more memory than few. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, UpcomingCsvQuery>,
  res: MedusaResponse,
): Promise<void> {
  const { dunning } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const now = new Date()
  const csv = upcomingCsv(dunning.streamUpcoming(req.validatedQuery, now))
  // As long as nothing is sent, an error is answered as any other.
  const begin = await csv.next()
  res
    .set("Content-Type", "text/csv; charset=utf-8; header=present")
    .set("Content-Disposition", `attachment; filename="upcoming-mails-${now.toISOString().slice(0, 10)}.csv"`)
    .set("Cache-Control", "no-store")
    .set("X-Content-Type-Options", "nosniff")
    .write(begin.value)
  try {
    await pipeline(Readable.from(csv), res, { signal: AbortSignal.timeout(MAX_MS) })
  } catch (error) {
    // The connection is broken off, which tells the client that the file is not whole; there is nobody left to answer.
    const reason = error instanceof Error ? error.message : String(error)
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The file of upcoming mails was not sent whole, because of: ${reason}`)
  }
}
