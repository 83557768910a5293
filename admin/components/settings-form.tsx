import { Alert, Button, Drawer, Text } from "@medusajs/ui"
import type { FormEvent, PropsWithChildren, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useShopName } from "../hooks/use-shop-name"
import type { ShopId } from "../lib/shop-id"
import { DrawerHeader } from "./drawer-header"
import { NoticeAlert } from "./notice-alert"
import { UnsavedGuard } from "./unsaved-guard"

/** Of `useSettingsForm` or one of the hooks made of it. */
interface FormState {
  loaded: { shop_id: ShopId }
  isDirty: boolean
  isSaving: boolean
  isConflict: boolean
  isLoadingNewer: boolean
  loadNewer: () => Promise<void>
  refusal: string | null
  submit: (event: FormEvent) => void
}

interface SettingsFormProps {
  title: string
  form: FormState
  /** Beside the fields where there is room, else below them: for a form in a `SettingsModal`. */
  beside?: ReactNode
}

/**
 * The frame of a form of settings in a `SettingsDrawer` or a `SettingsModal`: whose they are, what went wrong with all of
 * it, and the way to save it.
 */
export const SettingsForm = ({ title, form, beside, children }: PropsWithChildren<SettingsFormProps>) => {
  const { t } = useTranslation("orderMail")
  const nameOf = useShopName()
  const fields = (
    <>
      <div role="alert" className="flex flex-col gap-y-4 empty:hidden">
        {form.isConflict && <ConflictNotice isLoading={form.isLoadingNewer} onLoad={() => void form.loadNewer()} />}
        {form.refusal && <NoticeAlert title={t("settingsForm.failure")} text={form.refusal} />}
      </div>
      {children}
    </>
  )
  return (
    <form noValidate onSubmit={form.submit} className="flex min-h-0 flex-1 flex-col">
      <UnsavedGuard isDirty={form.isDirty} />
      <DrawerHeader title={title}>
        <Text size="small" className="text-ui-fg-subtle">
          {nameOf(form.loaded.shop_id)}
        </Text>
      </DrawerHeader>
      {beside ? (
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:flex-row lg:overflow-hidden">
          <div className="flex shrink-0 flex-col gap-y-6 px-6 py-4 lg:w-[460px] lg:overflow-y-auto">{fields}</div>
          <div className="bg-ui-bg-subtle min-w-0 flex-1 border-t px-6 py-4 lg:overflow-y-auto lg:border-l lg:border-t-0">
            {beside}
          </div>
        </div>
      ) : (
        <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">{fields}</Drawer.Body>
      )}
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
