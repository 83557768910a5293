import type { DataSource } from "typeorm"

/** Extends the leases of mails a living worker still has in hand; a lease that was lost stays lost. */
export async function renewLeases(
  dataSource: DataSource,
  claims: { mailId: string; token: string }[],
  leaseSeconds: number,
): Promise<void> {
  if (claims.length === 0) return
  await dataSource.query(
    `UPDATE order_mail m SET lease_expires_at = now() + make_interval(secs => $3)
     FROM unnest($1::text[], $2::uuid[]) AS claim (mail_id, token)
     WHERE m.id = claim.mail_id AND m.lease_token = claim.token AND m.state = 'sending'`,
    [claims.map((claim) => claim.mailId), claims.map((claim) => claim.token), leaseSeconds],
  )
}
