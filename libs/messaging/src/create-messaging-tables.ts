import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of sending and receiving, in each service's own database. Listed by every service among its migrations.
 * Why they look like this: docs/adr/0002-outbox-and-inbox.md.
 */
export class CreateMessagingTables implements MigrationInterface {
  readonly name = 'CreateMessagingTables1764000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outbox);
    await runner.query(outboxAdd);
    await runner.query(inbox);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consumer_group, message_attempt, parked_message, inbox');
    await runner.query('DROP FUNCTION outbox_add');
    await runner.query('DROP TABLE outbox');
  }
}

const outbox = `
  CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id uuid NOT NULL DEFAULT gen_random_uuid(),
    topic text NOT NULL,
    type text NOT NULL,
    key text NOT NULL,
    -- Larger than any real publication's section, smaller than what the topics accept: a row that the broker refuses
    -- would stop the relay for good, so it is refused here, where the writer still hears of it.
    data jsonb NOT NULL CONSTRAINT outbox_data_fits_a_message CHECK (octet_length(data::text) <= 4194304),
    traceparent text,
    occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    published_at timestamptz
  );
  CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
  CREATE INDEX outbox_topic ON outbox (topic, id);
  -- Rows come and go: without frequent vacuuming the relay would walk over dead entries of the partial index.
  ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
`;

/** PL/pgSQL rather than SQL: its statements run one after the other, so the id is drawn while the lock is held. */
const outboxAdd = `
  CREATE FUNCTION outbox_add(topic text, type text, key text, data jsonb, traceparent text DEFAULT NULL) RETURNS uuid
  LANGUAGE plpgsql VOLATILE AS $body$
  DECLARE
    added uuid;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(outbox_add.topic || ' ' || outbox_add.key, 7247));
    INSERT INTO outbox (topic, type, key, data, traceparent)
      VALUES (outbox_add.topic, outbox_add.type, outbox_add.key, outbox_add.data, outbox_add.traceparent)
      RETURNING event_id INTO added;
    RETURN added;
  END
  $body$;
`;

const inbox = `
  CREATE TABLE inbox (
    consumer_group text NOT NULL,
    event_id text NOT NULL,
    topic text NOT NULL,
    done_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer_group, event_id)
  );
  CREATE INDEX inbox_done ON inbox (done_at);

  CREATE TABLE message_attempt (
    consumer_group text NOT NULL,
    event_id text NOT NULL,
    tries integer NOT NULL,
    last_error text,
    last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer_group, event_id)
  );

  CREATE TABLE parked_message (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_group text NOT NULL,
    event_id text NOT NULL,
    topic text NOT NULL,
    type text NOT NULL,
    key text NOT NULL,
    headers jsonb NOT NULL,
    value bytea,
    reason text NOT NULL,
    detail text NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    requeued_at timestamptz,
    UNIQUE (consumer_group, event_id)
  );
  CREATE INDEX parked_message_requeued ON parked_message (consumer_group, id) WHERE requeued_at IS NOT NULL;

  -- The topics whose history a group has been given. A new or wiped database has none, and gets all of it.
  CREATE TABLE consumer_group (
    name text NOT NULL,
    topic text NOT NULL,
    replayed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (name, topic)
  );
`;
