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
      CREATE INDEX order_mail_dunning_case_next ON order_mail_dunning_case (next_at, order_id)
        WHERE next_at IS NOT NULL`)
    await queryRunner.query(`
      CREATE INDEX order_mail_dunning_case_read ON order_mail_dunning_case (read_at)
        WHERE amount_open > 0 AND facts ->> 'status' NOT IN ('canceled', 'archived')`)
    await queryRunner.query(`
      CREATE INDEX order_mail_dunning_case_shop ON order_mail_dunning_case (shop_id)`)
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
    await this.noteChanges(queryRunner)
    await queryRunner.query(`
      CREATE INDEX order_mail_awaiting_approval ON order_mail (created_at)
        WHERE state = 'held' AND state_reason = 'awaiting-approval'`)
    await queryRunner.query(`
      CREATE INDEX order_mail_to_copy ON order_mail (sent_at)
        WHERE occasion #>> '{demand,copyToMerchant}' = 'true'`)
    await queryRunner.query(`
      ALTER TABLE order_mail_installation
        ADD COLUMN cases_swept_until timestamptz,
        ADD COLUMN events_swept_until timestamptz`)
    await queryRunner.query(
      `UPDATE order_mail_installation SET cases_swept_until = installed_at, events_swept_until = now()`,
    )
    await queryRunner.query(`
      ALTER TABLE order_mail_installation
        ALTER COLUMN cases_swept_until SET NOT NULL,
        ALTER COLUMN events_swept_until SET NOT NULL`)
  }

  /**
   * What makes plans out of date is noted by triggers, so that no way of changing it can forget to. Notes are only added,
   * and the planner takes them: a worker that records what became of mails never waits for somebody who works on cases.
   */
  private async noteChanges(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE order_mail_dunning_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        order_id text,
        customer_id text,
        shop_id text
      )`)
    await queryRunner.query(`
      CREATE FUNCTION order_mail_note_dunning_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        changed jsonb;
      BEGIN
        IF TG_OP = 'DELETE' THEN changed := to_jsonb(OLD); ELSE changed := to_jsonb(NEW); END IF;
        INSERT INTO order_mail_dunning_change (order_id, customer_id, shop_id)
        VALUES (
          CASE WHEN TG_TABLE_NAME <> 'order_mail_shop' THEN changed ->> 'order_id' END,
          CASE WHEN TG_TABLE_NAME = 'order_mail_dunning_stop' THEN changed ->> 'customer_id' END,
          CASE WHEN TG_TABLE_NAME = 'order_mail_shop' THEN changed ->> 'shop_id' END
        );
        RETURN NULL;
      END $$`)
    const isStep = `NEW.order_id IS NOT NULL AND NEW.kind IN ('payment-info', 'payment-reminder', 'dunning', 'payment-received')`
    const underWay = "('queued', 'sending', 'deferred')"
    await queryRunner.query(`
      CREATE TRIGGER order_mail_dunning_mail_made AFTER INSERT ON order_mail FOR EACH ROW
        WHEN (${isStep}) EXECUTE FUNCTION order_mail_note_dunning_change()`)
    await queryRunner.query(`
      CREATE TRIGGER order_mail_dunning_mail_changed AFTER UPDATE OF state, state_reason ON order_mail FOR EACH ROW
        WHEN (${isStep}
          AND (OLD.state, OLD.state_reason) IS DISTINCT FROM (NEW.state, NEW.state_reason)
          AND NOT (OLD.state IN ${underWay} AND NEW.state IN ${underWay}))
        EXECUTE FUNCTION order_mail_note_dunning_change()`)
    await queryRunner.query(`
      CREATE TRIGGER order_mail_dunning_stop_changed AFTER INSERT OR UPDATE ON order_mail_dunning_stop FOR EACH ROW
        EXECUTE FUNCTION order_mail_note_dunning_change()`)
    const isRule = "IN ('dunning', 'bank')"
    await queryRunner.query(`
      CREATE TRIGGER order_mail_dunning_settings_saved AFTER INSERT OR UPDATE OF fields ON order_mail_shop FOR EACH ROW
        WHEN (NEW.section ${isRule}) EXECUTE FUNCTION order_mail_note_dunning_change()`)
    await queryRunner.query(`
      CREATE TRIGGER order_mail_dunning_settings_forgotten AFTER DELETE ON order_mail_shop FOR EACH ROW
        WHEN (OLD.section ${isRule}) EXECUTE FUNCTION order_mail_note_dunning_change()`)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX order_mail_to_copy, order_mail_awaiting_approval`)
    for (const trigger of ["settings_forgotten", "settings_saved"])
      await queryRunner.query(`DROP TRIGGER order_mail_dunning_${trigger} ON order_mail_shop`)
    for (const trigger of ["mail_changed", "mail_made"])
      await queryRunner.query(`DROP TRIGGER order_mail_dunning_${trigger} ON order_mail`)
    await queryRunner.query(`DROP TRIGGER order_mail_dunning_stop_changed ON order_mail_dunning_stop`)
    await queryRunner.query(`DROP FUNCTION order_mail_note_dunning_change()`)
    await queryRunner.query(`DROP TABLE order_mail_dunning_change`)
    await queryRunner.query(
      `ALTER TABLE order_mail_installation DROP COLUMN cases_swept_until, DROP COLUMN events_swept_until`,
    )
    await queryRunner.query(`DROP TABLE order_mail_dunning_stop`)
    await queryRunner.query(`DROP TABLE order_mail_dunning_case`)
    await queryRunner.query(`
      ALTER TABLE order_mail DROP COLUMN basis, DROP COLUMN occasion, DROP COLUMN payable_until`)
  }
}
