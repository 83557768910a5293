import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDunning } from "../../src/api/dunning-types"
import { useDunning } from "../hooks/use-dunning"
import { useDunningTexts } from "../hooks/use-dunning-texts"
import { usePermissions } from "../hooks/use-permissions"
import type { MailView } from "../lib/mail-view"
import { hasPlan } from "../lib/no-step-reasons"
import { ApprovalList } from "./approval-list"
import { LaterMails } from "./later-mails"
import { NextStepActions } from "./next-step-actions"
import { NoticeAlert } from "./notice-alert"
import { PlanMenu } from "./plan-menu"
import { StopDrawer } from "./stop-drawer"
import { StopEntry } from "./stop-entry"
import { UndeliveredNotice } from "./undelivered-notice"

interface WhatComesNextProps {
  orderId: string
  /** The order's own address. */
  address: string | null
  onOpen: (id: string, view: MailView) => void
}

/** What an unpaid order gets next and when, what keeps it back, and what a merchant can decide about it. */
export const WhatComesNext = ({ orderId, address, onOpen }: WhatComesNextProps) => {
  const { t } = useTranslation("orderMail")
  const { data: dunning, error } = useDunning(orderId)
  if (dunning) return hasPlan(dunning) ? <Plan dunning={dunning} address={address} onOpen={onOpen} /> : null
  return error ? (
    <div className="px-6 py-4">
      <NoticeAlert title={t("errors.loadNext")} text={error.message} />
    </div>
  ) : null
}

/** What a menu entry opens the drawer for. */
type StopKind = "stop" | "pause"

const Plan = ({ dunning, address, onOpen }: Omit<WhatComesNextProps, "orderId"> & { dunning: AdminDunning }) => {
  const { t } = useTranslation("orderMail")
  const { send: maySend } = usePermissions()
  const [stopKind, setStopKind] = useState<StopKind | null>(null)
  const stops = dunning.stops.filter(({ active }) => active)

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4" data-testid="what-comes-next">
      <div className="flex items-start justify-between gap-x-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <Text size="small" leading="compact" weight="plus">
            {t("next.title")}
          </Text>
          <NextSentences dunning={dunning} />
        </div>
        {maySend && (
          <PlanMenu dunning={dunning} onStop={() => setStopKind("stop")} onPause={() => setStopKind("pause")} />
        )}
      </div>
      {maySend && <NextStepActions dunning={dunning} address={address} />}
      {dunning.undelivered_mail_id !== null && (
        <UndeliveredNotice mailId={dunning.undelivered_mail_id} onOpen={onOpen} />
      )}
      <ApprovalList mails={dunning.awaiting_approval} onOpen={onOpen} />
      {stops.map((stop) => (
        <StopEntry key={stop.id} stop={stop} />
      ))}
      <LaterMails mails={dunning.later} />
      <StopDrawer
        isOpen={stopKind !== null}
        scopes={stopKind === "pause" ? ["plan"] : dunning.customer_id ? ["order", "customer"] : ["order"]}
        orderId={dunning.order_id}
        customerId={dunning.customer_id}
        onClose={() => setStopKind(null)}
      />
    </div>
  )
}

/** Not due, or said by a notice of its own below. */
const UNSAID: readonly (string | null)[] = [null, "not-yet"]
const SAID_BELOW: readonly (string | null)[] = ["last-mail-undelivered", "awaiting-approval"]

const NextSentences = ({ dunning: { next, reason } }: { dunning: AdminDunning }) => {
  const { t } = useTranslation("orderMail")
  const { comingSentence, reasonSentence } = useDunningTexts()
  const isExplained = [...UNSAID, ...SAID_BELOW].includes(reason)
  const why = reason !== null && !isExplained ? reasonSentence(reason) : null
  const coming = next && comingSentence(next)
  const lines = why || coming ? [why, coming] : SAID_BELOW.includes(reason) ? [] : [t("next.nothingYet")]
  return lines.map(
    (line) =>
      line && (
        <Text key={line} size="small" className="text-ui-fg-subtle">
          {line}
        </Text>
      ),
  )
}
