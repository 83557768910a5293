import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { AdminPreviewInput, AdminPreviewResponse } from "../../src/api/settings-types"
import { previewApi } from "../lib/preview-api"
import { useSettled } from "./use-settled"

const TYPING_PAUSE_MS = 300

interface LivePreview {
  /** The last one that could be made. */
  mail: AdminPreviewResponse | null
  /** Why the newest one could not be made; stays until the next one is made or not. */
  error: Error | null
  isBusy: boolean
  retry: () => void
}

/**
 * The mail that `input` asks for, asked anew a moment after it has changed. A request that is no longer wanted is given up, and
 * what was shown stays until something else can be.
 * @param input null: nothing is known yet to ask for
 */
export const useLivePreview = (input: AdminPreviewInput | null): LivePreview => {
  const wanted = input && JSON.stringify(input)
  const settled = useSettled(wanted, TYPING_PAUSE_MS)
  // The first one need not wait.
  const asked = settled ?? wanted
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["order_mail_preview", asked],
    queryFn: ({ signal }) => previewApi.render(JSON.parse(asked ?? "{}") as AdminPreviewInput, signal),
    enabled: asked !== null,
    staleTime: 0,
    gcTime: 0,
    // What is wrong with a draft does not get better by asking again.
    retry: false,
  })
  const [shown, setShown] = useState<Pick<LivePreview, "mail" | "error">>({ mail: null, error: null })
  if (!isFetching && data && (data !== shown.mail || shown.error)) setShown({ mail: data, error: null })
  if (!isFetching && error && error !== shown.error) setShown({ ...shown, error })
  return { ...shown, isBusy: isFetching || wanted !== asked, retry: () => void refetch() }
}
