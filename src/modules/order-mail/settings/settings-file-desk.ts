import { MedusaError } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import type { DataSource, EntityManager } from "typeorm"
import { listShopSettings } from "../queries/read-shop-settings"
import type { OrderMailSettings } from "./order-mail-settings"
import {
  planSettingsFile,
  type FileNote,
  type FilePlan,
  type FileSave,
  type FileShop,
  type StoredLevel,
} from "./plan-settings-file"
import { saveSenderInput } from "./sender-input"
import type { SenderSettings } from "./sender-settings"
import { PLAIN_SECTIONS, STORE, type SettingsSection } from "./sections"
import { readerOf } from "./settings-file-readers"
import { FILE_FORMAT, senderWithoutSecrets, settingsFile, type SettingsFile } from "./settings-file"

export interface SettingsFileParts {
  dataSource: DataSource
  sender: SenderSettings
  settings: OrderMailSettings
}

/** What surrounds a file: the shops there are, and which of its pictures are here. */
export interface FileSurroundings {
  shops: readonly FileShop[]
  pictures: ReadonlySet<string>
}

/** What a file would change, and a mark of what it was compared with. */
export type ComparedFile = Omit<FilePlan, "saves"> & { token: string }

/** Takes all settings out as one file, and in again. */
export class SettingsFileDesk {
  constructor(private readonly parts: SettingsFileParts) {}

  /** Everything that is set, without secrets. @param shops those there are; settings of others are left out */
  async export(shops: readonly FileShop[], now: Date): Promise<SettingsFile> {
    const stored = await this.stored()
    const levels = [null, ...shops].map((shop) => {
      const setIn = (section: SettingsSection) => {
        const level = stored.find((one) => one.section === section && one.shopId === (shop?.id ?? null))
        const { fields } = readerOf(section)
        // What another version of this plugin has left is nothing that could be imported.
        return Object.fromEntries(Object.entries(level?.fields ?? {}).filter(([name]) => fields.includes(name)))
      }
      const plain = PLAIN_SECTIONS.map((section) => [section, setIn(section)])
      // What is empty is inherited where the file is imported, too.
      return { shop, sections: { sender: senderWithoutSecrets(setIn("sender")), ...Object.fromEntries(plain) } }
    })
    return { format: FILE_FORMAT, version: 1, exported_at: now.toISOString(), levels }
  }

  /**
   * Tells what a file would change.
   * @throws MedusaError INVALID_DATA when it is no file of settings
   */
  async compare(typed: unknown, surroundings: FileSurroundings): Promise<ComparedFile> {
    const { saves, ...compared } = await this.plan(readFile(typed), surroundings)
    if (compared.problems.length > 0) return compared
    return { ...compared, problems: await this.tryOut(saves) }
  }

  /**
   * Saves what a file would change, all of it or nothing.
   * @param token of the comparison that the user has seen
   * @throws MedusaError CONFLICT when something was saved since; INVALID_DATA for a file with problems
   */
  async apply(
    typed: unknown,
    surroundings: FileSurroundings,
    token: string | null,
    userId: string,
  ): Promise<ComparedFile> {
    const { saves, ...compared } = await this.plan(readFile(typed), surroundings)
    if (compared.token !== token)
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        "these settings were saved by somebody else meanwhile, or the file is another one: look at the differences again",
      )
    const [problem] = compared.problems
    if (problem) throw invalid(`${problem.section}.${problem.field}: ${problem.words}`)
    await this.parts.dataSource.transaction(async (manager) => {
      for (const save of saves) await this.save(save, userId, manager)
    })
    return compared
  }

  /** Saves everything as if it were applied, and takes it back: what would refuse it then is seen now. */
  private async tryOut(saves: readonly FileSave[]): Promise<FileNote[]> {
    const problems: FileNote[] = []
    const runner = this.parts.dataSource.createQueryRunner()
    try {
      await runner.startTransaction()
      for (const save of saves) {
        const problem = await this.save(save, null, runner.manager).then(() => null, refusalOf)
        if (problem) problems.push({ shopName: save.shopName, section: save.section, ...problem, reason: null })
      }
      await runner.rollbackTransaction()
    } finally {
      await runner.release()
    }
    return problems
  }

  private async save(
    { section, shopId: shop_id, version, set, inherit }: FileSave,
    userId: string | null,
    manager: EntityManager,
  ): Promise<void> {
    if (section === "sender")
      await this.parts.sender.save(saveSenderInput.parse({ shop_id, version, set, inherit }), userId, manager)
    else await this.parts.settings.save(section, { shop_id, version, set, inherit }, userId, manager)
  }

  private async plan(file: SettingsFile, { shops, pictures }: FileSurroundings): Promise<FilePlan & { token: string }> {
    const stored = await this.stored()
    const versions = stored.map(({ shopId, section, version }) => [shopId, section, version])
    const token = createHash("sha256")
      .update(JSON.stringify([file, versions]))
      .digest("hex")
    return { ...planSettingsFile(file, { shops, stored, pictures }), token }
  }

  private async stored(): Promise<StoredLevel[]> {
    const rows = await listShopSettings(this.parts.dataSource)
    return rows.map((row) => ({ ...row, shopId: row.shopId === STORE ? null : row.shopId }))
  }
}

/**
 * What is wrong, in two parts: the message of a refusal begins with the field's name.
 * @throws what is no refusal
 */
function refusalOf(error: unknown): Pick<FileNote, "field" | "words"> {
  if (!(error instanceof MedusaError) || !REFUSALS.includes(error.type)) throw error
  const [, field = null, words = error.message] = /^([^\s]+): (.*)$/s.exec(error.message) ?? []
  return { field, words }
}

const REFUSALS: string[] = [MedusaError.Types.INVALID_DATA, MedusaError.Types.NOT_ALLOWED]

function readFile(typed: unknown): SettingsFile {
  const result = settingsFile.safeParse(typed)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw invalid(
    `this is no file of order e-mail settings (${issue?.path.map(String).join(".") || "file"}: ${issue?.message}); export one in the settings of the other shop`,
  )
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
