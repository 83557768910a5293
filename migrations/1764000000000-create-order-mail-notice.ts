import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * What the merchant is to be told about. And mails to the merchant, which are about no order or about several.
 */
export class CreateOrderMailNotice1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE order_mail_notice (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        shop_id text,
        notice text NOT NULL,
        order_id text,
        order_mail_id text,
        facts jsonb NOT NULL DEFAULT '{}',
        dedupe_key text NOT NULL UNIQUE,
        settled_at timestamptz,
        told_in text[] NOT NULL DEFAULT '{}'
      )`)
    await queryRunner.query(`
      CREATE INDEX order_mail_notice_pending ON order_mail_notice (shop_id, notice, id) WHERE settled_at IS NULL`)
    await queryRunner.query(`
      CREATE INDEX order_mail_notice_settled ON order_mail_notice (settled_at) WHERE settled_at IS NOT NULL`)
    await queryRunner.query(`
      ALTER TABLE order_mail ALTER COLUMN order_id DROP NOT NULL, ALTER COLUMN order_number DROP NOT NULL`)
    await queryRunner.query(`
      CREATE INDEX order_mail_to_merchant ON order_mail (created_at)
        WHERE kind IN ('merchant-notice', 'merchant-digest')`)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX order_mail_to_merchant`)
    await queryRunner.query(`DELETE FROM order_mail WHERE order_id IS NULL OR order_number IS NULL`)
    await queryRunner.query(`
      ALTER TABLE order_mail ALTER COLUMN order_id SET NOT NULL, ALTER COLUMN order_number SET NOT NULL`)
    await queryRunner.query(`DROP TABLE order_mail_notice`)
  }
}
