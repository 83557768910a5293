import { z } from "@medusajs/framework/zod"
import type { StoredMailbox, StoredSmtp } from "./sender-fields"

/** What another program must find to take a file for one of ours. */
export const FILE_FORMAT = "medusa-order-mail-settings"

const fields = z.record(z.string().max(200), z.unknown())
const shop = z.object({ id: z.string().max(100), name: z.string().max(200) })

/** All settings of a shop system, without secrets. */
export const settingsFile = z.object({
  format: z.literal(FILE_FORMAT),
  version: z.literal(1),
  exported_at: z.string(),
  levels: z
    .array(
      z.object({
        /** Null: the level of the store. */
        shop: shop.nullable(),
        sections: z.record(z.string().max(50), fields),
      }),
    )
    .max(500),
})

export type SettingsFile = z.output<typeof settingsFile>
export type FileLevel = SettingsFile["levels"][number]

/** What a level sets in "Sender and domain", as it may leave the shop. */
export function senderWithoutSecrets(stored: Record<string, unknown>): Record<string, unknown> {
  const { smtp, archive_mailbox, ...plain } = stored
  return {
    ...plain,
    ...(smtp === undefined ? {} : { smtp: smtp && withoutPassword(smtp as StoredSmtp) }),
    ...(archive_mailbox === undefined
      ? {}
      : { archive_mailbox: archive_mailbox && withoutPassword(archive_mailbox as StoredMailbox) }),
  }
}

function withoutPassword<T extends StoredSmtp | StoredMailbox>({ password: _, ...rest }: T): Omit<T, "password"> {
  return rest
}
