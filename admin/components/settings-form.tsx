import { Alert, Button, Drawer, Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import type { useSettingsForm } from "../hooks/use-settings-form"
import { useShopName } from "../hooks/use-shop-name"
import { DrawerHeader } from "./drawer-header"
import { UnsavedGuard } from "./unsaved-guard"

type FormState = Pick<
  ReturnType<typeof useSettingsForm>,
  "loaded" | "isDirty" | "isSaving" | "isConflict" | "isLoadingNewer" | "loadNewer" | "refusal" | "submit"
>

interface SettingsFormProps {
  title: string
  form: FormState
}

/** The frame of a form of settings: whose they are, what went wrong with all of it, and the way to save it. */
export const SettingsForm = ({ title, form, children }: PropsWithChildren<SettingsFormProps>) => {
  const { t } = useTranslation("orderMail")
  const nameOf = useShopName()
  return (
    <form noValidate onSubmit={form.submit} className="flex min-h-0 flex-1 flex-col">
      <UnsavedGuard isDirty={form.isDirty} />
      <DrawerHeader title={title}>
        <Text size="small" className="text-ui-fg-subtle">
          {nameOf(form.loaded.shop_id)}
        </Text>
      </DrawerHeader>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <div role="alert" className="flex flex-col gap-y-4 empty:hidden">
          {form.isConflict && <ConflictNotice isLoading={form.isLoadingNewer} onLoad={() => void form.loadNewer()} />}
          {form.refusal && (
            <Alert variant="error">
              <span className="text-ui-fg-base txt-compact-small-plus block">{t("settingsForm.failure")}</span>
              <span className="block [overflow-wrap:anywhere]">{form.refusal}</span>
            </Alert>
          )}
        </div>
        {children}
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button type="submit" size="small" isLoading={form.isSaving} disabled={form.isConflict}>
          {t("actions.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}

const ConflictNotice = ({ isLoading, onLoad }: { isLoading: boolean; onLoad: () => void }) => {
  const { t } = useTranslation("orderMail")
  return (
    <Alert variant="warning" data-testid="conflict-notice">
      <div className="flex flex-col items-start gap-y-2">
        <div>
          <span className="text-ui-fg-base txt-compact-small-plus block">{t("settingsForm.conflictTitle")}</span>
          <span className="block">{t("settingsForm.conflictText")}</span>
        </div>
        <Button type="button" size="small" variant="secondary" isLoading={isLoading} onClick={onLoad}>
          {t("settingsForm.loadNewer")}
        </Button>
      </div>
    </Alert>
  )
}
