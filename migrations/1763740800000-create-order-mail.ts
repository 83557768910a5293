import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Tables of the outbox. The partial indexes hold only what is waiting or went wrong, so that claiming costs the
 * same at a thousand rows and at a million.
 */
export class CreateOrderMail1763740800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE order_mail (
        id text PRIMARY KEY,
        order_id text NOT NULL,
        order_number text NOT NULL,
        shop_id text,
        shop_name text NOT NULL,
        kind text NOT NULL,
        level integer,
        occurrence text NOT NULL,
        idempotency_key text NOT NULL UNIQUE,
        state text NOT NULL,
        state_reason text,
        state_detail text,
        recipient text,
        recipient_name text,
        language text NOT NULL,
        sender_identity text,
        sender_reason text,
        from_address text,
        from_name text,
        reply_to text,
        return_path text,
        subject text,
        message_id text,
        currency_code text,
        amount_open numeric,
        attempts integer NOT NULL DEFAULT 0,
        first_attempt_at timestamptz,
        next_attempt_at timestamptz,
        lease_token uuid,
        lease_expires_at timestamptz,
        last_answer jsonb,
        sent_at timestamptz,
        resend_of text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT order_mail_state_known CHECK (state IN
          ('queued','sending','sent','deferred','failed','held','skipped','canceled','bounced','complained'))
      )`)
    await queryRunner.query(`
      CREATE INDEX order_mail_due ON order_mail (next_attempt_at, id) WHERE state IN ('queued', 'deferred')`)
    await queryRunner.query(`
      CREATE INDEX order_mail_leased ON order_mail (lease_expires_at) WHERE state = 'sending'`)
    await queryRunner.query(`
      CREATE INDEX order_mail_troubled ON order_mail (created_at)
        WHERE state IN ('failed', 'held', 'bounced', 'complained')`)
    await queryRunner.query(`CREATE INDEX order_mail_order ON order_mail (order_id, created_at)`)
    await queryRunner.query(`CREATE INDEX order_mail_newest ON order_mail (created_at, id)`)
    await queryRunner.query(`CREATE INDEX order_mail_resend_of ON order_mail (resend_of) WHERE resend_of IS NOT NULL`)

    await queryRunner.query(`
      CREATE TABLE order_mail_content (
        order_mail_id text PRIMARY KEY REFERENCES order_mail (id) ON DELETE CASCADE,
        message_gzip bytea NOT NULL,
        sha256 text NOT NULL,
        size_bytes integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`)
    // Already compressed: a second try by PostgreSQL only costs time.
    await queryRunner.query(`ALTER TABLE order_mail_content ALTER COLUMN message_gzip SET STORAGE EXTERNAL`)

    await queryRunner.query(`
      CREATE TABLE order_mail_timeline (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        order_mail_id text NOT NULL REFERENCES order_mail (id) ON DELETE CASCADE,
        type text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        user_id text,
        reason text,
        answer jsonb,
        data jsonb NOT NULL DEFAULT '{}'
      )`)
    await queryRunner.query(`CREATE INDEX order_mail_timeline_of ON order_mail_timeline (order_mail_id, id)`)
    // A request to send again that arrives twice makes one mail, and says so once.
    await queryRunner.query(`
      CREATE UNIQUE INDEX order_mail_timeline_sent_again ON order_mail_timeline ((data ->> 'order_mail_id'))
        WHERE type = 'sent-again'`)

    await queryRunner.query(`
      CREATE TABLE order_mail_installation (
        id integer PRIMARY KEY CHECK (id = 1),
        installed_at timestamptz NOT NULL,
        swept_until timestamptz NOT NULL
      )`)
    await queryRunner.query(`INSERT INTO order_mail_installation VALUES (1, now(), now())`)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE order_mail_installation, order_mail_timeline, order_mail_content, order_mail`)
  }
}
