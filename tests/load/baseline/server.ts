import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { Ajv } from 'ajv';
import pg from 'pg';

/**
 * The bare baseline: node:http, ajv and pg with named statements, nothing else. It writes the same rows as the platform
 * with the same durability, checks the same body, and is as fast as we can make it. Started by the benchmark with the
 * database URL as its argument; prints its port.
 */
interface Answer {
  questionId: string;
  sequence: number;
  answer: { choice: string };
}

const answer = {
  type: 'object',
  required: ['questionId', 'sequence', 'answer'],
  additionalProperties: false,
  properties: {
    questionId: { type: 'string', minLength: 36, maxLength: 36 },
    sequence: { type: 'integer', minimum: 1 },
    answer: {
      type: 'object',
      required: ['choice'],
      additionalProperties: false,
      properties: { choice: { type: 'string', maxLength: 40 } },
    },
  },
};
const ajv = new Ajv();
const isSubmission = ajv.compile<{ answers: Answer[] }>({
  type: 'object',
  required: ['answers'],
  additionalProperties: false,
  properties: { answers: { type: 'array', maxItems: 500, items: answer } },
});
const isSave = ajv.compile<Omit<Answer, 'questionId'>>({
  type: 'object',
  required: ['sequence', 'answer'],
  additionalProperties: false,
  properties: { sequence: answer.properties.sequence, answer: answer.properties.answer },
});

const pool = new pg.Pool({ connectionString: process.argv[2], max: 12 });

const statements = {
  lock: { name: 'lock', text: 'SELECT learner_id, section_id, state FROM attempt WHERE id = $1 FOR UPDATE' },
  responses: {
    name: 'responses',
    text: `INSERT INTO response SELECT $1, q, s, r, now(), c FROM unnest($2::uuid[], $3::bigint[], $4::jsonb[], $5::numeric[]) AS u(q, s, r, c)
           ON CONFLICT (attempt_id, question_id) DO UPDATE SET sequence = excluded.sequence, answer = excluded.answer, saved_at = excluded.saved_at, score = excluded.score`,
  },
  grade: {
    name: 'grade',
    text: `UPDATE attempt SET state = 'graded', score = $2, score_max = $3, has_passed = $4, ended_at = now(), version = version + 1 WHERE id = $1`,
  },
  progress: {
    name: 'progress',
    text: `INSERT INTO progress VALUES ($1, $2, $3, CASE WHEN $4 THEN now() END, 1, now())
           ON CONFLICT (learner_id, section_id) DO UPDATE SET best_score = greatest(progress.best_score, excluded.best_score),
             passed_at = coalesce(progress.passed_at, excluded.passed_at), attempts = progress.attempts + 1, last_activity_at = now()`,
  },
  outbox: {
    name: 'outbox',
    text: `INSERT INTO outbox (topic, key, type, data) VALUES ('quiz.attempts', $1, 'AttemptGraded.v1', $2)`,
  },
  submit: { name: 'submit', text: 'SELECT submit($1, $2, $3, $4, $5, $6, $7, $8) AS state' },
  save: {
    name: 'save',
    text: `INSERT INTO response (attempt_id, question_id, sequence, answer, saved_at) VALUES ($1, $2, $3, $4, now())
           ON CONFLICT (attempt_id, question_id) DO UPDATE SET sequence = excluded.sequence, answer = excluded.answer, saved_at = excluded.saved_at
           WHERE response.sequence < excluded.sequence`,
  },
} as const;

function columnsOf(answers: readonly Answer[]) {
  const scores = answers.map((one) => (one.answer.choice === 'a' ? 1 : 0));
  const score = scores.reduce<number>((sum, one) => sum + one, 0);
  return {
    lists: [
      answers.map((one) => one.questionId),
      answers.map((one) => one.sequence),
      answers.map((one) => JSON.stringify(one.answer)),
      scores,
    ],
    score,
    max: answers.length,
    hasPassed: score >= answers.length * 0.8,
  };
}

async function submitInSeven(attemptId: string, answers: readonly Answer[]): Promise<string> {
  const { lists, score, max, hasPassed } = columnsOf(answers);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ learner_id: string; section_id: string; state: string }>({
      ...statements.lock,
      values: [attemptId],
    });
    const attempt = rows[0];
    if (attempt?.state === 'in_progress') {
      await client.query({ ...statements.responses, values: [attemptId, ...lists] });
      await client.query({ ...statements.grade, values: [attemptId, score, max, hasPassed] });
      await client.query({
        ...statements.progress,
        values: [attempt.learner_id, attempt.section_id, score, hasPassed],
      });
      await client.query({ ...statements.outbox, values: [attemptId, JSON.stringify({ attemptId, score })] });
    }
    await client.query('COMMIT');
    return attempt?.state ?? 'missing';
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function submitInOne(attemptId: string, answers: readonly Answer[]): Promise<string> {
  const { lists, score, max, hasPassed } = columnsOf(answers);
  const { rows } = await pool.query<{ state: string }>({
    ...statements.submit,
    values: [attemptId, ...lists, score, max, hasPassed],
  });
  return rows[0]?.state ?? 'missing';
}

async function answerRequest(request: IncomingMessage, body: string): Promise<[number, string]> {
  const [, kind, attemptId = '', questionId = ''] = (request.url ?? '').split('/');
  const parsed: unknown = JSON.parse(body);
  if (kind === 'save') {
    if (!isSave(parsed)) return [400, '{"code":"invalid"}'];
    await pool.query({
      ...statements.save,
      values: [attemptId, questionId, parsed.sequence, JSON.stringify(parsed.answer)],
    });
    return [200, JSON.stringify({ questionId, sequence: parsed.sequence })];
  }
  if (!isSubmission(parsed)) return [400, '{"code":"invalid"}'];
  const submit = kind === 'submit7' ? submitInSeven : submitInOne;
  return [200, JSON.stringify({ state: await submit(attemptId, parsed.answers) })];
}

function receive(request: IncomingMessage, response: ServerResponse): void {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    answerRequest(request, body).then(
      ([status, text]) => response.writeHead(status, { 'content-type': 'application/json' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
}

const server = createServer(receive).listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send?.({ port: address.port });
});
process.on('disconnect', () => process.exit(0));
