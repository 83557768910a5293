import type { DataSource, EntityManager } from "typeorm"
import type { OrderFacts } from "../../../kinds/order-facts"
import type { DunningCaseRow } from "../queries/dunning-cases"
import { findDunningCases } from "../queries/dunning-cases"
import { findDunningStops } from "../queries/dunning-stops"
import { findStepMails } from "../queries/find-step-mails"
import type { OrderMailSettings } from "../settings/order-mail-settings"
import type { CaseFile } from "./build-case"
import { caseFactsOf } from "./case-facts"
import { shopRules, type ShopRules } from "./shop-rules"

export interface CaseFilesParts {
  dataSource: DataSource
  settings: OrderMailSettings
  /** IANA name. */
  timeZone: string
}

/** Puts together what is known about orders' reminders. A shop's rules are read once: make a new one for each task. */
export class CaseFiles {
  private readonly rules = new Map<string | null, Promise<ShopRules>>()
  private installedAt: Promise<Date> | null = null

  constructor(
    private readonly parts: CaseFilesParts,
    private readonly source: DataSource | EntityManager = parts.dataSource,
  ) {}

  /** @returns a file for each row, in the same order */
  async of(rows: readonly DunningCaseRow[]): Promise<CaseFile[]> {
    const orderIds = rows.map(({ order_id }) => order_id)
    const customerIds = [...new Set(rows.flatMap(({ customer_id }) => customer_id ?? []))]
    const mails = groupBy(await findStepMails(this.source, orderIds), ({ order_id }) => order_id)
    const stops = await findDunningStops(this.source, { orderIds, customerIds }, "not-lifted")
    const byOrder = groupBy(stops, ({ order_id }) => order_id)
    const byCustomer = groupBy(stops, ({ customer_id }) => customer_id)
    const files: CaseFile[] = []
    for (const row of rows) {
      const ofCustomer = row.customer_id === null ? [] : (byCustomer.get(row.customer_id) ?? [])
      files.push({
        row,
        mails: mails.get(row.order_id) ?? [],
        stops: [...(byOrder.get(row.order_id) ?? []), ...ofCustomer],
        rules: await this.rulesOf(row.shop_id),
      })
    }
    return files
  }

  /** The file of an order as it is now; what is known of it besides is read. */
  async ofOrder(facts: OrderFacts): Promise<CaseFile> {
    const { orderId, shopId, customerId, currencyCode, open, placedAt, ...rest } = caseFactsOf(facts)
    const [known] = await findDunningCases(this.parts.dataSource, [orderId])
    const row: DunningCaseRow = {
      order_id: orderId,
      shop_id: shopId,
      customer_id: customerId,
      currency_code: currencyCode,
      amount_open: open,
      placed_at: new Date(placedAt),
      facts: rest,
      ended_at: known?.ended_at ?? null,
    }
    const [file] = await this.of([row])
    return file as CaseFile
  }

  private rulesOf(shopId: string | null): Promise<ShopRules> {
    const rules = this.rules.get(shopId) ?? this.readRules(shopId)
    this.rules.set(shopId, rules)
    return rules
  }

  private async readRules(shopId: string | null): Promise<ShopRules> {
    const { dataSource, settings, timeZone } = this.parts
    this.installedAt ??= dataSource
      .query<[{ installed_at: Date }]>("SELECT installed_at FROM order_mail_installation")
      .then(([{ installed_at }]) => installed_at)
    return shopRules(await settings.effective(shopId), { installedAt: await this.installedAt, timeZone })
  }
}

function groupBy<T, Key>(entries: readonly T[], keyOf: (entry: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group === undefined) groups.set(keyOf(entry), [entry])
    else group.push(entry)
  }
  return groups
}
