import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Sender domains with their DKIM keys and DNS checks, what was found over time, and check values of encryption keys. And
 * the mail server that a mail leaves through.
 */
export class CreateOrderMailDomain1763827200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE order_mail
        ADD COLUMN archive_address text,
        ADD COLUMN suggested_recipient text,
        ADD COLUMN mail_server text NOT NULL DEFAULT 'platform'`)
    // By server first, so that what waits for one that is down is no work when claiming for another.
    await queryRunner.query(`DROP INDEX order_mail_due`)
    await queryRunner.query(`
      CREATE INDEX order_mail_due ON order_mail (mail_server, next_attempt_at, id)
        WHERE state IN ('queued', 'deferred')`)
    await queryRunner.query(`
      CREATE INDEX order_mail_retry ON order_mail (next_attempt_at, id) WHERE state = 'deferred' AND attempts > 0`)
    await queryRunner.query(`
      CREATE TABLE order_mail_domain (
        domain text PRIMARY KEY,
        key_ring jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      )`)
    await queryRunner.query(`
      CREATE TABLE order_mail_domain_check (
        domain text NOT NULL REFERENCES order_mail_domain (domain) ON DELETE CASCADE,
        question text NOT NULL,
        last_check jsonb,
        last_definite_check jsonb,
        noes integer NOT NULL DEFAULT 0,
        checked_at timestamptz,
        PRIMARY KEY (domain, question)
      )`)
    await queryRunner.query(`
      CREATE TABLE order_mail_domain_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        domain text NOT NULL REFERENCES order_mail_domain (domain) ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        user_id text,
        type text NOT NULL,
        data jsonb NOT NULL DEFAULT '{}'
      )`)
    await queryRunner.query(`CREATE INDEX order_mail_domain_change_of ON order_mail_domain_change (domain, id)`)
    await queryRunner.query(`
      CREATE TABLE order_mail_encryption_key (
        key_id text PRIMARY KEY,
        check_value text NOT NULL
      )`)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE order_mail_encryption_key, order_mail_domain_change, order_mail_domain_check, order_mail_domain`,
    )
    await queryRunner.query(`DROP INDEX order_mail_retry, order_mail_due`)
    await queryRunner.query(`
      ALTER TABLE order_mail DROP COLUMN archive_address, DROP COLUMN suggested_recipient, DROP COLUMN mail_server`)
    await queryRunner.query(`
      CREATE INDEX order_mail_due ON order_mail (next_attempt_at, id) WHERE state IN ('queued', 'deferred')`)
  }
}
