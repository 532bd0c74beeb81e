/** The rows one submission and one autosave write, as bare tables: what the platform's ratios are measured against. */
export const schema = `
  CREATE TABLE attempt (
    id uuid PRIMARY KEY, learner_id uuid NOT NULL, section_id uuid NOT NULL, state text NOT NULL,
    score numeric, score_max numeric, has_passed bool, ended_at timestamptz, version int NOT NULL DEFAULT 1);
  CREATE TABLE response (
    attempt_id uuid NOT NULL, question_id uuid NOT NULL, sequence bigint NOT NULL, answer jsonb NOT NULL,
    saved_at timestamptz NOT NULL, score numeric, PRIMARY KEY (attempt_id, question_id));
  CREATE TABLE progress (
    learner_id uuid NOT NULL, section_id uuid NOT NULL, best_score numeric, passed_at timestamptz, attempts int NOT NULL,
    last_activity_at timestamptz NOT NULL, PRIMARY KEY (learner_id, section_id));
  CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, topic text NOT NULL, key text NOT NULL, type text NOT NULL,
    data jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), published_at timestamptz);
  CREATE INDEX outbox_waiting ON outbox (id) WHERE published_at IS NULL;

  CREATE FUNCTION submit(p_attempt uuid, p_questions uuid[], p_sequences bigint[], p_answers jsonb[], p_scores numeric[], p_score numeric, p_max numeric, p_passed bool) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE a attempt;
  BEGIN
    SELECT * INTO a FROM attempt WHERE id = p_attempt FOR UPDATE;
    IF a.state <> 'in_progress' THEN RETURN a.state; END IF;
    INSERT INTO response SELECT p_attempt, q, s, r, now(), c FROM unnest(p_questions, p_sequences, p_answers, p_scores) AS u(q, s, r, c)
      ON CONFLICT (attempt_id, question_id) DO UPDATE SET sequence = excluded.sequence, answer = excluded.answer, saved_at = excluded.saved_at, score = excluded.score;
    UPDATE attempt SET state = 'graded', score = p_score, score_max = p_max, has_passed = p_passed, ended_at = now(), version = version + 1 WHERE id = p_attempt;
    INSERT INTO progress VALUES (a.learner_id, a.section_id, p_score, CASE WHEN p_passed THEN now() END, 1, now())
      ON CONFLICT (learner_id, section_id) DO UPDATE SET best_score = greatest(progress.best_score, excluded.best_score),
        passed_at = coalesce(progress.passed_at, excluded.passed_at), attempts = progress.attempts + 1, last_activity_at = now();
    INSERT INTO outbox (topic, key, type, data) VALUES ('quiz.attempts', p_attempt::text, 'AttemptGraded.v1', jsonb_build_object('attemptId', p_attempt, 'score', p_score));
    RETURN 'graded';
  END $$;
`;
