import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mail, links that are mailed, invitations and erasures. Addresses of accounts that exist already count as never reached,
 * except those of administrators, whose address came from the operator or was given that right by another administrator.
 */
export class CreateMailAndLinks1764000001100 implements MigrationInterface {
  readonly name = 'CreateMailAndLinks1764000001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(account);
    await runner.query(mail);
    await runner.query(links);
    await runner.query(erasure);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erasure, reset_request, account_link, invitation, mail');
    await runner.query(
      'ALTER TABLE account DROP COLUMN email_verified_at, DROP COLUMN email_verified_by, DROP COLUMN wants_mail',
    );
  }
}

const account = `
  ALTER TABLE account
    ADD COLUMN email_verified_at timestamptz,
    -- The administrator who vouched for the address; null when it was reached by mail.
    ADD COLUMN email_verified_by uuid,
    ADD COLUMN wants_mail boolean NOT NULL DEFAULT true;
  UPDATE account SET email_verified_at = created_at WHERE 'admin' = ANY (roles);
`;

const mail = `
  CREATE TABLE mail (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    account_id uuid REFERENCES account ON DELETE CASCADE,
    -- What the message is about, such as an invitation: a newer message about it replaces one that waits.
    about uuid,
    recipient text NOT NULL,
    subject text NOT NULL,
    -- Text and HTML, sealed: both may hold a link that is as good as a password. Gone once the message is sent or given up.
    body bytea,
    state text NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'kept')),
    attempts int NOT NULL DEFAULT 0,
    last_error text,
    created_at timestamptz NOT NULL,
    -- When to try next.
    due_at timestamptz NOT NULL,
    -- After this the message is worth nothing, since the link in it has ended.
    useless_at timestamptz,
    settled_at timestamptz
  );
  CREATE INDEX mail_due ON mail (due_at) WHERE state = 'queued';
  CREATE INDEX mail_newest ON mail (created_at DESC, id DESC);
  CREATE INDEX mail_recipient ON mail (recipient);
  CREATE INDEX mail_account ON mail (account_id);
  CREATE INDEX mail_about ON mail (about);
`;

const links = `
  CREATE TABLE account_link (
    hash bytea PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('email_verification', 'password_reset')),
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    -- One link of a purpose per account: a newer one replaces the older.
    UNIQUE (account_id, purpose)
  );

  -- Asked for by an address that may have no account: answered later, so that the answer at the door is the same for all.
  CREATE TABLE reset_request (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL,
    asked_at timestamptz NOT NULL
  );

  -- Named by quiz, which decides who is invited; the link is made here.
  CREATE TABLE invitation (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    hash bytea NOT NULL UNIQUE,
    cohort_id uuid NOT NULL,
    cohort_name text NOT NULL,
    course_title text NOT NULL,
    email text NOT NULL,
    invited_by uuid NOT NULL,
    invited_by_name text NOT NULL,
    created_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    accepted_at timestamptz,
    accepted_by uuid REFERENCES account ON DELETE SET NULL
  );
  CREATE INDEX invitation_email ON invitation (email);
  CREATE INDEX invitation_ends ON invitation (ends_at);
`;

const erasure = `
  -- That somebody left, when, and what they decided about their badges. Nothing here names them.
  CREATE TABLE erasure (
    account_id uuid PRIMARY KEY,
    erased_at timestamptz NOT NULL,
    credentials text NOT NULL CHECK (credentials IN ('revoke', 'keep')),
    -- When the tombstone was announced that has the topic forget the account altogether.
    buried_at timestamptz
  );
  CREATE INDEX erasure_unburied ON erasure (erased_at) WHERE buried_at IS NULL;
`;
