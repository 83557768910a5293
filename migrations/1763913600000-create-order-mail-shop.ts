import type { MigrationInterface, QueryRunner } from "typeorm"

/** What merchants set, for the store and per shop, and the log of every change and every revealed secret. */
export class CreateOrderMailShop1763913600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE order_mail_shop (
        shop_id text NOT NULL,
        section text NOT NULL,
        fields jsonb NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 0,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (shop_id, section)
      )`)
    await queryRunner.query(`
      CREATE TABLE order_mail_settings_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        user_id text,
        shop_id text NOT NULL,
        section text NOT NULL,
        action text NOT NULL,
        field text NOT NULL,
        was text,
        "is" text
      )`)
    await queryRunner.query(
      `CREATE INDEX order_mail_settings_change_of ON order_mail_settings_change (shop_id, section, id)`,
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE order_mail_settings_change, order_mail_shop`)
  }
}
