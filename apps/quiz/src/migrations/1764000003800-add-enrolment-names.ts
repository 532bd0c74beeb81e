import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A list of learners by name sorted the whole cohort for each page, since names stand in another table. Now the name that a
 * list is sorted by and the address that it is searched by stand with the enrolment too, as long as it lasts. What is shown
 * is read from the account.
 */
export class AddEnrolmentNames1764000003800 implements MigrationInterface {
  readonly name = 'AddEnrolmentNames1764000003800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE enrolment
        ADD COLUMN learner_name text NOT NULL DEFAULT '',
        ADD COLUMN learner_email text NOT NULL DEFAULT '';

      -- By triggers, whoever writes: no way of enrolling, and none of changing an account, can forget it.
      CREATE FUNCTION name_enrolment() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE known record;
      BEGIN
        NEW.learner_name := '';
        NEW.learner_email := '';
        IF NEW.removed_at IS NULL THEN
          -- Shared: an account that is being changed at this moment is waited for, and one that is changed next sees this row.
          SELECT display_name, email INTO known FROM person WHERE user_id = NEW.learner_id FOR SHARE;
          IF FOUND THEN
            NEW.learner_name := known.display_name;
            NEW.learner_email := known.email;
          END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER name_enrolled BEFORE INSERT OR UPDATE OF removed_at ON enrolment
        FOR EACH ROW EXECUTE FUNCTION name_enrolment();
      CREATE FUNCTION rename_enrolments() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE enrolment SET learner_name = NEW.display_name, learner_email = NEW.email
        WHERE learner_id = NEW.user_id AND removed_at IS NULL
          AND (learner_name, learner_email) IS DISTINCT FROM (NEW.display_name, NEW.email);
        RETURN NULL;
      END $$;
      CREATE TRIGGER rename_enrolled AFTER INSERT OR UPDATE OF display_name, email ON person
        FOR EACH ROW EXECUTE FUNCTION rename_enrolments();

      UPDATE enrolment e SET learner_name = p.display_name, learner_email = p.email
      FROM person p WHERE p.user_id = e.learner_id AND e.removed_at IS NULL;
      CREATE INDEX enrolment_by_name ON enrolment (cohort_id, learner_name, learner_id) WHERE removed_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER rename_enrolled ON person; DROP FUNCTION rename_enrolments;
      DROP TRIGGER name_enrolled ON enrolment; DROP FUNCTION name_enrolment;
      DROP INDEX enrolment_by_name;
      ALTER TABLE enrolment DROP COLUMN learner_email, DROP COLUMN learner_name`);
  }
}
