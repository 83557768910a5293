import type { DataSource, EntityManager } from "typeorm"
import type { DkimKeyRing } from "../../../sender/dkim/key-ring"
import type { DomainCheck } from "../../../sender/dns/check-domain"
import { OrderMailDomainCheck } from "../entities/order-mail-domain-check.entity"
import { OrderMailDomain } from "../entities/order-mail-domain.entity"
import { fromStoredKeyRing } from "../stored-key-ring"

/** What is known of a sender domain, as far as it answers one question. */
export interface DomainState {
  keyRing: DkimKeyRing
  lastCheck: DomainCheck | null
  lastDefiniteCheck: DomainCheck | null
  noes: number
}

/** An entry of the domain's history, written with the change it tells of. */
export interface DomainNote {
  type: "key-made" | "key-used" | "key-given-up" | "check-changed" | "identity-changed"
  data: Record<string, string | null>
}

export interface DomainChange {
  state: DomainState
  notes: DomainNote[]
}

/**
 * Changes what is known of a domain while nobody else can: two checks at once, or a check and a new key, follow each
 * other. What `decide` throws leaves everything as it was.
 *
 * @param question key of the question that the checks answer
 */
export async function changeDomain(
  dataSource: DataSource,
  { domain, question }: { domain: string; question: string },
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
    const checks = await manager.findOneBy(OrderMailDomainCheck, { domain, question })
    const { state, notes } = decide(toState(fromStoredKeyRing(row.key_ring), checks))
    await manager.query("UPDATE order_mail_domain SET key_ring = $2, updated_at = now() WHERE domain = $1", [
      domain,
      JSON.stringify(state.keyRing),
    ])
    if (state.lastCheck) await storeChecks(manager, domain, question, state)
    for (const { type, data } of notes)
      await manager.query(
        "INSERT INTO order_mail_domain_change (domain, user_id, type, data) VALUES ($1, $2, $3, $4)",
        [domain, userId, type, JSON.stringify(data)],
      )
    return state
  })
}

/** @returns what is known, or null of a domain that was never looked at */
export async function readDomain(
  dataSource: DataSource,
  domain: string,
  question: string,
): Promise<DomainState | null> {
  const [keyRing, checks] = await Promise.all([
    readKeyRing(dataSource, domain),
    dataSource.getRepository(OrderMailDomainCheck).findOneBy({ domain, question }),
  ])
  return keyRing && toState(keyRing, checks)
}

function toState(keyRing: DkimKeyRing, checks: OrderMailDomainCheck | null): DomainState {
  return {
    keyRing,
    lastCheck: checks?.last_check ?? null,
    lastDefiniteCheck: checks?.last_definite_check ?? null,
    noes: checks?.noes ?? 0,
  }
}

async function storeChecks(
  manager: EntityManager,
  domain: string,
  question: string,
  { lastCheck, lastDefiniteCheck, noes }: DomainState,
): Promise<void> {
  await manager.query(
    `INSERT INTO order_mail_domain_check (domain, question, last_check, last_definite_check, noes, checked_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (domain, question) DO UPDATE SET last_check = $3, last_definite_check = $4, noes = $5, checked_at = $6`,
    [
      domain,
      question,
      lastCheck && JSON.stringify(lastCheck),
      lastDefiniteCheck && JSON.stringify(lastDefiniteCheck),
      noes,
      lastCheck?.checked_at ?? null,
    ],
  )
}

/** The domain's keys; null of a domain that was never looked at. */
export async function readKeyRing(dataSource: DataSource, domain: string): Promise<DkimKeyRing | null> {
  const row = await dataSource.getRepository(OrderMailDomain).findOneBy({ domain })
  return row && fromStoredKeyRing(row.key_ring)
}
