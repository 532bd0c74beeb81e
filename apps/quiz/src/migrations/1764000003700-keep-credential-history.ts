import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepCredentialHistory1764000003700 implements MigrationInterface {
  readonly name = 'KeepCredentialHistory1764000003700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who decided what about a credential, and why: rows are only added.
      CREATE FUNCTION refuse_credential_history_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The history of credentials is only added to.'; END $$;
      CREATE TRIGGER history_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON credential_change
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_credential_history_change();
      -- Invitations that are over are looked for by the moment at which they ended.
      CREATE INDEX invitation_over ON invitation (coalesce(ended_at, expires_at)) WHERE state <> 'accepted'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX invitation_over;
      DROP TRIGGER history_is_kept ON credential_change;
      DROP FUNCTION refuse_credential_history_change`);
  }
}
