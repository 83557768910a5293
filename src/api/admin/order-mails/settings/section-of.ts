import { MedusaError } from "@medusajs/framework/utils"
import {
  PLAIN_SECTIONS,
  type PlainSection,
  type SettingsSection,
} from "../../../../modules/order-mail/settings/sections"

/**
 * The section that a route is asked for.
 * @throws MedusaError NOT_FOUND that names those there are
 */
export function plainSectionOf(name: string | undefined): PlainSection {
  const section = PLAIN_SECTIONS.find((known) => known === name)
  if (section) return section
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `there is no section "${name}" of the settings; there are ${PLAIN_SECTIONS.join(", ")}`,
  )
}

/** As {@link plainSectionOf}, for what is the same for "Sender and domain". */
export function sectionOf(name: string | undefined): SettingsSection {
  return name === "sender" ? name : plainSectionOf(name)
}
