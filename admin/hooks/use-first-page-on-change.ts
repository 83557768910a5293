import { useEffect, useRef } from "react"
import { useSearchParams } from "react-router-dom"

const CRITERIA = ["q", "state", "kind", "shop_id", "level", "plan_type", "attention", "created_at", "order"]

/**
 * Goes back to the first page when the search or a filter changes. The dashboard's data table means to do that itself,
 * but writes the search right after the page, and the router lets only the second of two such changes stand. Going
 * back in the browser's history changes both, and is left alone.
 */
export const useFirstPageOnChange = (): void => {
  const [parameters, setParameters] = useSearchParams()
  const criteria = CRITERIA.map((name) => parameters.get(name) ?? "").join("\n")
  const offset = parameters.get("offset")
  const previous = useRef({ criteria, offset })

  useEffect(() => {
    const isOverlooked = criteria !== previous.current.criteria && offset !== null && offset === previous.current.offset
    previous.current = { criteria, offset }
    if (!isOverlooked) return
    setParameters(
      (current) => {
        current.delete("offset")
        return current
      },
      { replace: true },
    )
  }, [criteria, offset, setParameters])
}
