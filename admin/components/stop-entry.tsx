import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunningStop } from "../../src/api/dunning-types"
import { useLiftStop } from "../hooks/use-dunning-actions"
import { useFormats } from "../hooks/use-formats"
import { usePermissions } from "../hooks/use-permissions"

/** Null where the user is gone. */
const nameOf = (user: AdminDunningStop["created_by"]) => user && (user.name || user.email)

/** One stop: what it is for, until when, why, and who set and lifted it. */
export const StopEntry = ({ stop }: { stop: AdminDunningStop }) => {
  const { t } = useTranslation("orderMail")
  const { day, calendarDay } = useFormats()
  const { send: maySend } = usePermissions()
  const { liftWithPrompt, isPending } = useLiftPrompt()

  const title = t(`stopTitles.${stop.scope}`)
  const until = stop.until ? t("stops.until", { day: calendarDay(stop.until) }) : t("stops.untilLifted")
  const setOn = { day: day(stop.created_at), name: nameOf(stop.created_by) }
  const liftedOn = stop.lifted_at && { day: day(stop.lifted_at), name: nameOf(stop.lifted_by) }
  const history = [
    setOn.name ? t("stops.setBy", setOn) : t("stops.set", setOn),
    liftedOn && (liftedOn.name ? t("stops.liftedBy", liftedOn) : t("stops.lifted", liftedOn)),
    !stop.active && !liftedOn && t("stops.over"),
  ]
  return (
    <div
      data-testid="dunning-stop"
      data-is-active={stop.active}
      className="bg-ui-bg-subtle shadow-borders-base flex flex-wrap items-start justify-between gap-x-4 gap-y-2 rounded-lg px-3 py-2"
    >
      <div className="flex min-w-0 flex-col gap-y-0.5 [overflow-wrap:anywhere]">
        <Text size="small" leading="compact" weight="plus" className={stop.active ? "" : "text-ui-fg-subtle"}>
          {stop.active ? `${title} ${until}` : title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle whitespace-pre-line">
          {stop.reason}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {history.filter(Boolean).join(" · ")}
        </Text>
      </div>
      {stop.active && maySend && (
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          aria-label={`${t("stops.lift")}: ${title}`}
          onClick={() => void liftWithPrompt(stop)}
        >
          {t("stops.lift")}
        </Button>
      )}
    </div>
  )
}

const useLiftPrompt = () => {
  const { t } = useTranslation("orderMail")
  const prompt = usePrompt()
  const { mutate, isPending } = useLiftStop()
  const liftWithPrompt = async ({ id, scope }: AdminDunningStop) => {
    const isConfirmed = await prompt({
      variant: "confirmation",
      title: t("stops.liftTitle"),
      description: t(`stopLifts.${scope}`),
      confirmText: t("stops.lift"),
      cancelText: t("actions.close"),
    })
    if (!isConfirmed) return
    mutate(id, {
      onSuccess: () => void toast.success(t("stops.liftSuccess")),
      onError: (error) => void toast.error(t("stops.liftFailure"), { description: error.message }),
    })
  }
  return { liftWithPrompt, isPending }
}
