import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Reminders: what a mail rests on and asks for, a row for each order that may be reminded with what is planned for it, and
 * who is not to be reminded.
 */
export class CreateOrderMailDunning1764086400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE order_mail
        ADD COLUMN payable_until date,
        ADD COLUMN occasion jsonb,
        ADD COLUMN basis jsonb`)
    await queryRunner.query(`
      CREATE TABLE order_mail_dunning_case (
        order_id text PRIMARY KEY,
        order_number text NOT NULL,
        shop_id text,
        shop_name text NOT NULL,
        customer_id text,
        customer_name text,
        email text,
        currency_code text NOT NULL,
        amount_open numeric NOT NULL,
        placed_at timestamptz NOT NULL,
        facts jsonb NOT NULL,
        plan_type text,
        ended_at timestamptz,
        ended_by text,
        reason text,
        next_at timestamptz,
        upcoming jsonb NOT NULL DEFAULT '[]',
        read_at timestamptz NOT NULL,
        planned_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`)
    await queryRunner.query(`
      CREATE INDEX order_mail_dunning_case_next ON order_mail_dunning_case (next_at) WHERE next_at IS NOT NULL`)
    await queryRunner.query(`
      CREATE INDEX order_mail_dunning_case_unplanned ON order_mail_dunning_case (order_id) WHERE planned_at IS NULL`)
    await queryRunner.query(`
      CREATE INDEX order_mail_dunning_case_customer ON order_mail_dunning_case (customer_id)`)
    await queryRunner.query(`
      CREATE TABLE order_mail_dunning_stop (
        id text PRIMARY KEY,
        scope text NOT NULL,
        order_id text,
        customer_id text,
        reason text NOT NULL,
        until date,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        created_by text,
        lifted_at timestamptz,
        lifted_by text,
        CHECK ((scope = 'customer') = (order_id IS NULL)),
        CHECK ((scope = 'customer') = (customer_id IS NOT NULL))
      )`)
    await queryRunner.query(`
      CREATE INDEX order_mail_dunning_stop_order ON order_mail_dunning_stop (order_id) WHERE order_id IS NOT NULL`)
    await queryRunner.query(`
      CREATE INDEX order_mail_dunning_stop_customer ON order_mail_dunning_stop (customer_id)
        WHERE customer_id IS NOT NULL`)
    await queryRunner.query(`
      ALTER TABLE order_mail_installation ADD COLUMN cases_swept_until timestamptz`)
    await queryRunner.query(`UPDATE order_mail_installation SET cases_swept_until = installed_at`)
    await queryRunner.query(`ALTER TABLE order_mail_installation ALTER COLUMN cases_swept_until SET NOT NULL`)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE order_mail_installation DROP COLUMN cases_swept_until`)
    await queryRunner.query(`DROP TABLE order_mail_dunning_stop`)
    await queryRunner.query(`DROP TABLE order_mail_dunning_case`)
    await queryRunner.query(`
      ALTER TABLE order_mail DROP COLUMN basis, DROP COLUMN occasion, DROP COLUMN payable_until`)
  }
}
