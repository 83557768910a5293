import { FetchError } from "@medusajs/js-sdk"

const hasStatus = (error: unknown, status: number) => error instanceof FetchError && error.status === status

export const isNotFound = (error: unknown): boolean => hasStatus(error, 404)

/** What the request was based on has changed since it was looked at. */
export const isConflict = (error: unknown): boolean => hasStatus(error, 409)
