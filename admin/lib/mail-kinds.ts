import type { AdminSetting, AdminShopsResponse } from "../../src/api/sender-settings-types"
import type { SectionField, SectionSettings } from "./section-draft"

/** A kind of mail, as the server lists it. */
export type MailKind = AdminShopsResponse["kinds"][number]

type Notifications = SectionSettings<"notifications">

/** A kind with its switch. */
export interface SwitchedKind extends MailKind {
  setting: AdminSetting<boolean>
}

/** The kinds that can be switched on and off; a developer's own have no switch. */
export const switchedKinds = (kinds: readonly MailKind[], { fields }: Notifications): SwitchedKind[] =>
  kinds.flatMap((kind) => {
    const setting = fields[kindField(kind.id)]
    return setting ? [{ ...kind, setting }] : []
  })

export const kindField = (id: string) => `kind:${id}` as const satisfies SectionField<"notifications">

/** The critical kinds that customers get until now, and would get no more. */
export const criticalSwitchedOff = (
  kinds: readonly SwitchedKind[],
  isOnAfter: (kind: SwitchedKind) => boolean,
): SwitchedKind[] => kinds.filter((kind) => kind.class === "critical" && kind.setting.value && !isOnAfter(kind))
