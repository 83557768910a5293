import type { DataSource } from "typeorm"
import type { DkimKeyRing } from "../../../sender/dkim/key-ring"
import type { DomainCheck } from "../../../sender/dns/check-domain"
import { OrderMailDomain } from "../entities/order-mail-domain.entity"
import { fromStoredKeyRing } from "../stored-key-ring"

/** What is known of a sender domain. */
export interface DomainState {
  keyRing: DkimKeyRing
  lastCheck: DomainCheck | null
  lastDefiniteCheck: DomainCheck | null
  noes: number
}

/** An entry of the domain's history, written with the change it tells of. */
export interface DomainNote {
  type: "key-made" | "key-used" | "check-changed" | "identity-changed"
  data: Record<string, string | null>
}

export interface DomainChange {
  state: DomainState
  notes: DomainNote[]
}

/**
 * Changes what is known of a domain while nobody else can: two checks at once, or a check and a new key, follow each
 * other. What `decide` throws leaves everything as it was.
 */
export async function changeDomain(
  dataSource: DataSource,
  domain: string,
  userId: string | null,
  decide: (state: DomainState) => DomainChange,
): Promise<DomainState> {
  return dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO order_mail_domain (domain, key_ring) VALUES ($1, '{"current":null,"next":null,"old":[]}')
       ON CONFLICT (domain) DO NOTHING`,
      [domain],
    )
    const row = await manager.findOneOrFail(OrderMailDomain, { where: { domain }, lock: { mode: "pessimistic_write" } })
    const { state, notes } = decide(toState(row))
    await manager.query(
      `UPDATE order_mail_domain SET key_ring = $2, last_check = $3, last_definite_check = $4, noes = $5,
         checked_at = $6, updated_at = now()
       WHERE domain = $1`,
      [
        domain,
        JSON.stringify(state.keyRing),
        state.lastCheck && JSON.stringify(state.lastCheck),
        state.lastDefiniteCheck && JSON.stringify(state.lastDefiniteCheck),
        state.noes,
        state.lastCheck?.checked_at ?? null,
      ],
    )
    for (const { type, data } of notes)
      await manager.query(
        "INSERT INTO order_mail_domain_change (domain, user_id, type, data) VALUES ($1, $2, $3, $4)",
        [domain, userId, type, JSON.stringify(data)],
      )
    return state
  })
}

/** @returns what is known, or null of a domain that was never looked at */
export async function readDomain(dataSource: DataSource, domain: string): Promise<DomainState | null> {
  const row = await dataSource.getRepository(OrderMailDomain).findOneBy({ domain })
  return row && toState(row)
}

function toState(row: OrderMailDomain): DomainState {
  return {
    keyRing: fromStoredKeyRing(row.key_ring),
    lastCheck: row.last_check,
    lastDefiniteCheck: row.last_definite_check,
    noes: row.noes,
  }
}
