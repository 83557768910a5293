import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import { useCheckDomain } from "../hooks/use-sender"
import { troubleCount } from "../lib/domain-check"
import { DomainCheckRow } from "./domain-check-row"
import { RelativeTime } from "./relative-time"

/** What DNS says about the sender's domain, when it was asked, and the way to ask again. */
export const DomainChecks = ({ sender }: { sender: AdminSenderResponse["sender"] }) => {
  const { t } = useTranslation("orderMail")
  const { shop_id, checks, checked_at, domain } = sender
  const { mutate, isPending } = useCheckDomain(shop_id)

  const check = () =>
    mutate(undefined, {
      onSuccess: ({ sender: { checks } }) => {
        const count = troubleCount(checks ?? [])
        toast.success(t("checks.success"), {
          description: count > 0 ? t("checks.troubleCount", { count }) : t("checks.noTrouble"),
        })
      },
      onError: (error) => toast.error(t("checks.failure"), { description: error.message }),
    })

  return (
    <Container className="divide-y p-0" data-testid="domain-checks">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2" className="[overflow-wrap:anywhere]">
            {t("checks.title", { domain })}
          </Heading>
          {checked_at && (
            <RelativeTime
              at={checked_at}
              text={(when) => t("checks.checkedAt", { when })}
              className="txt-small text-ui-fg-subtle"
            />
          )}
        </div>
        <Button size="small" variant="secondary" isLoading={isPending} onClick={check}>
          {t("checks.checkNow")}
        </Button>
      </div>
      {checks ? (
        <ul className="divide-y" aria-busy={isPending}>
          {checks.map((result) => (
            <DomainCheckRow key={result.check} result={result} />
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("checks.never")}
        </Text>
      )}
      {checks?.some(({ record }) => record) && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("dnsRecord.hint", { domain })}
        </Text>
      )}
    </Container>
  )
}
