import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ORDER_MAIL_MODULE } from "../modules/order-mail"
import type OrderMailModuleService from "../modules/order-mail/service"
import { settingsFile } from "../modules/order-mail/settings/settings-file"
import type { FileSurroundings } from "../modules/order-mail/settings/settings-file-desk"

/**
 * The shops there are, and which of a file's pictures are here.
 * @param file as it came; null: there are no pictures to look for
 */
export async function settingsFileSurroundings(container: MedusaContainer, file: unknown): Promise<FileSurroundings> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data: shops }, pictures] = await Promise.all([
    query.graph({ entity: "sales_channel", fields: ["id", "name"], pagination: { order: { name: "ASC" } } }),
    Promise.all(pictureIdsIn(container, file).map(async (id) => ({ id, isHere: await isFileHere(container, id) }))),
  ])
  return {
    shops: shops.map(({ id, name }) => ({ id, name })),
    pictures: new Set(pictures.filter(({ isHere }) => isHere).map(({ id }) => id)),
  }
}

/** Of the header images that were uploaded here; a file that is none of ours has none. */
function pictureIdsIn(container: MedusaContainer, file: unknown): string[] {
  const { headerImages } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { data } = settingsFile.safeParse(file)
  const pictures = data?.levels.map(({ sections }) => sections.branding?.header_image) ?? []
  return [...new Set(pictures.flatMap((picture) => (headerImages.isOurs(picture) ? [picture.file_id] : [])))]
}

async function isFileHere(container: MedusaContainer, id: string): Promise<boolean> {
  try {
    return Boolean(await container.resolve(Modules.FILE).retrieveFile(id))
  } catch {
    // Providers say in their own ways that there is no such file.
    return false
  }
}
