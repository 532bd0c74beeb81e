import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddEnrolmentWays1764000003200 implements MigrationInterface {
  readonly name = 'AddEnrolmentWays1764000003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cohort
        ADD COLUMN self_enrolment boolean NOT NULL DEFAULT false,
        -- Kept by the triggers below: counting ten thousand rows for each cohort of a list is what made lists slow.
        ADD COLUMN learner_count int NOT NULL DEFAULT 0;
      -- Who took the learner out; themselves when they left. Null for removals before this was kept.
      ALTER TABLE enrolment ADD COLUMN removed_by uuid;
      CREATE INDEX enrolment_of_cohort ON enrolment (cohort_id, learner_id) WHERE removed_at IS NULL;
      UPDATE cohort c SET learner_count = n.learners FROM (
        SELECT cohort_id, count(*)::int AS learners FROM enrolment WHERE removed_at IS NULL GROUP BY cohort_id) n
      WHERE n.cohort_id = c.id;

      -- Once per statement, whoever writes: no way of enrolling can forget it.
      CREATE FUNCTION count_learners() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          UPDATE cohort c SET learner_count = learner_count + d.change FROM (
            SELECT cohort_id, count(*)::int AS change FROM after_rows WHERE removed_at IS NULL GROUP BY cohort_id) d
          WHERE c.id = d.cohort_id;
        ELSIF TG_OP = 'UPDATE' THEN
          UPDATE cohort c SET learner_count = learner_count + d.change FROM (
            SELECT cohort_id, sum(change)::int AS change FROM (
              SELECT cohort_id, 1 AS change FROM after_rows WHERE removed_at IS NULL
              UNION ALL SELECT cohort_id, -1 FROM before_rows WHERE removed_at IS NULL) changes
            GROUP BY cohort_id HAVING sum(change) <> 0) d
          WHERE c.id = d.cohort_id;
        ELSE
          UPDATE cohort c SET learner_count = learner_count - d.change FROM (
            SELECT cohort_id, count(*)::int AS change FROM before_rows WHERE removed_at IS NULL GROUP BY cohort_id) d
          WHERE c.id = d.cohort_id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER count_enrolled AFTER INSERT ON enrolment
        REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_learners();
      CREATE TRIGGER count_changed AFTER UPDATE ON enrolment
        REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_learners();
      CREATE TRIGGER count_deleted AFTER DELETE ON enrolment
        REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION count_learners();

      -- A wish, not a wall: nothing is locked when it is over. Kept per section's stable id.
      CREATE TABLE cohort_due_date (
        cohort_id uuid NOT NULL REFERENCES cohort (id),
        section_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        PRIMARY KEY (cohort_id, section_id)
      );

      CREATE TABLE cohort_link (
        id uuid PRIMARY KEY,
        cohort_id uuid NOT NULL REFERENCES cohort (id),
        -- SHA-256 of the token, which is shown once and not kept.
        token_hash bytea NOT NULL UNIQUE,
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        seats int NOT NULL CHECK (seats BETWEEN 1 AND 10000),
        seats_taken int NOT NULL DEFAULT 0 CHECK (seats_taken BETWEEN 0 AND seats),
        revoked_at timestamptz,
        revoked_by uuid
      );
      CREATE INDEX cohort_link_of ON cohort_link (cohort_id, made_at DESC, id DESC);
      -- Tokens that nobody has, by who tried them.
      CREATE TABLE link_miss (
        who bytea PRIMARY KEY,
        misses int NOT NULL,
        since timestamptz NOT NULL
      );`);
    await this.createInvitations(runner);
    await this.createHistory(runner);
  }

  private async createInvitations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        cohort_id uuid NOT NULL REFERENCES cohort (id),
        -- As auth writes addresses.
        email text NOT NULL,
        -- Grows with each sending: the link sent before dies.
        version int NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'accepted', 'withdrawn', 'refused')),
        -- Why it was refused when the person came.
        refusal text CHECK (refusal IN ('cohort_archived', 'inviter_lost_role', 'teaches_cohort')),
        invited_by uuid NOT NULL,
        invited_at timestamptz NOT NULL,
        sent_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        learner_id uuid,
        CHECK ((state = 'pending') = (ended_at IS NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL))
      );
      CREATE UNIQUE INDEX invitation_pending ON invitation (cohort_id, email) WHERE state = 'pending';
      CREATE INDEX invitation_address ON invitation (email) WHERE state = 'pending';
      CREATE INDEX invitation_of ON invitation (cohort_id, invited_at DESC, id DESC);
      CREATE INDEX invitation_learner ON invitation (learner_id) WHERE learner_id IS NOT NULL`);
  }

  private async createHistory(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who did what to whom in a cohort. Rows are only added; they hold ids, so that an erased person is in none by name.
      CREATE TABLE cohort_history (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        cohort_id uuid NOT NULL REFERENCES cohort (id),
        at timestamptz NOT NULL,
        actor_id uuid NOT NULL,
        act text NOT NULL,
        -- The learner or the instructor.
        person_id uuid,
        invitation_id uuid,
        detail jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX cohort_history_of ON cohort_history (cohort_id, id DESC);
      CREATE INDEX cohort_history_sendings ON cohort_history (cohort_id, at) WHERE act IN ('invited', 'invitation_resent');
      CREATE INDEX cohort_history_senders ON cohort_history (actor_id, at) WHERE act IN ('invited', 'invitation_resent');
      CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The history of cohorts is only added to.'; END $$;
      CREATE TRIGGER history_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON cohort_history
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
      INSERT INTO cohort_history (cohort_id, at, actor_id, act)
        SELECT id, created_at, created_by, 'created' FROM cohort ORDER BY created_at, id;
      INSERT INTO cohort_history (cohort_id, at, actor_id, act, person_id, detail)
        SELECT cohort_id, enrolled_at, enrolled_by, 'enrolled', learner_id, '{"via": "list"}' FROM enrolment
        ORDER BY enrolled_at, learner_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE cohort_history, invitation, link_miss, cohort_link, cohort_due_date;
      DROP FUNCTION refuse_history_change;
      DROP TRIGGER count_enrolled ON enrolment; DROP TRIGGER count_changed ON enrolment;
      DROP TRIGGER count_deleted ON enrolment; DROP FUNCTION count_learners;
      DROP INDEX enrolment_of_cohort;
      ALTER TABLE enrolment DROP COLUMN removed_by;
      ALTER TABLE cohort DROP COLUMN self_enrolment, DROP COLUMN learner_count`);
  }
}
