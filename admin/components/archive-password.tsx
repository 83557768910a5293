import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useArchivePassword } from "../hooks/use-archive-password"
import type { ShopId } from "../lib/shop-id"
import { CopyButton } from "./copy-button"

/** As long as any password, so that it tells nothing about this one. */
const MASK = "••••••••"

/** The archive mailbox's password: masked until somebody asks for it, which is logged, and again when they are done. */
export const ArchivePassword = ({ shopId }: { shopId: ShopId }) => {
  const { t } = useTranslation("orderMail")
  const { mutate, data, isPending, reset } = useArchivePassword(shopId)
  const password = data?.password

  const show = () =>
    mutate(undefined, {
      onError: (error) => toast.error(t("password.showFailure"), { description: error.message }),
    })

  return (
    <div className="flex min-w-0 flex-1 flex-col gap-y-1" data-testid="archive-password">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="flex min-w-0 items-center gap-x-1">
          <span role="status" className="min-w-0 font-mono [overflow-wrap:anywhere]">
            {password ?? MASK}
          </span>
          {password !== undefined && <CopyButton text={password} label={t("password.copy")} />}
        </span>
        <Button size="small" variant="secondary" isLoading={isPending} onClick={password === undefined ? show : reset}>
          {password === undefined ? t("password.show") : t("password.hide")}
        </Button>
      </div>
      <Text size="xsmall" className="text-ui-fg-muted">
        {t("password.logged")}
      </Text>
    </div>
  )
}
