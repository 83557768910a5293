import { Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useBlocker } from "react-router-dom"
import type { SavedState } from "../hooks/use-settings-address"

const isSaved = (state: unknown): state is SavedState =>
  typeof state === "object" && state !== null && "isSaved" in state

/**
 * Asks before a form with changes is left, as the dashboard's own forms do. A form that stands in the page's address is
 * left by every change of that address: its close button, the browser's back button and links.
 */
export const UnsavedGuard = ({ isDirty }: { isDirty: boolean }) => {
  const { t } = useTranslation("orderMail")
  const blocker = useBlocker(
    ({ currentLocation, nextLocation, historyAction }) =>
      isDirty &&
      // Going back leads to an entry that may still say that an earlier form was saved.
      !(historyAction === "REPLACE" && isSaved(nextLocation.state)) &&
      (currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search),
  )
  return (
    <Prompt open={blocker.state === "blocked"} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("unsaved.title")}</Prompt.Title>
          <Prompt.Description>{t("unsaved.description")}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel type="button" onClick={() => blocker.reset?.()}>
            {t("unsaved.stay")}
          </Prompt.Cancel>
          <Prompt.Action type="button" onClick={() => blocker.proceed?.()}>
            {t("unsaved.leave")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
