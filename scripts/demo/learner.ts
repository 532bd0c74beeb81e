import { setTimeout as delay } from 'node:timers/promises';

import { answerTo, type Keys } from './answers.js';
import type { Learner } from './cast.js';
import { type Client, Refused } from './client.js';
import type { AttemptView, PaperQuestion, ProgressView } from './shapes.js';

export interface Played {
  attempts: number;
  expired: number;
  /** Answers acknowledged before the network went, and how many of them were still there afterwards. */
  survived: { acknowledged: number; found: number } | null;
}

const triesPerSection = 2;

/** Plays one learner's way through the course: what is open, in order, until time or luck runs out. */
export async function playLearner(
  client: Client,
  learner: Learner,
  { courseId, keys }: { courseId: string; keys: Keys },
): Promise<Played> {
  const played: Played = { attempts: 0, expired: 0, survived: null };
  const tries = new Map<string, number>();
  while (tries.size <= learner.sectionsWanted) {
    const progress = await client.call<ProgressView>('quiz', `/courses/${courseId}/progress`);
    const next = progress.sections.find(
      (section) => section.state === 'open' && (tries.get(section.sectionId) ?? 0) < triesPerSection,
    );
    if (!next || (tries.size === learner.sectionsWanted && !tries.has(next.sectionId))) break;
    tries.set(next.sectionId, (tries.get(next.sectionId) ?? 0) + 1);
    await playAttempt({ client, learner, keys, played }, next.sectionId);
  }
  return played;
}

interface Play {
  readonly client: Client;
  readonly learner: Learner;
  readonly keys: Keys;
  readonly played: Played;
}

async function playAttempt(play: Play, sectionId: string): Promise<void> {
  const { client, learner, played } = play;
  const attempt = await client.call<AttemptView>('quiz', `/sections/${sectionId}/attempts`, { method: 'POST' });
  played.attempts += 1;
  const isFirst = played.attempts === 1;
  if (learner.fate === 'loses_network' && isFirst) await answerThroughAnOutage(play, attempt);
  else await answerAll(play, attempt);
  if (learner.fate === 'runs_out_of_time' && isFirst) {
    await letTheClockRunOut(play, attempt);
    return;
  }
  const submit = `/attempts/${attempt.id}:submit`;
  const first = await client.call<AttemptView>('quiz', submit, { body: {} });
  // A double click: the second submission must find the first one's result.
  if (learner.random.chance(0.2)) {
    const second = await client.call<AttemptView>('quiz', submit, { body: {} });
    if (JSON.stringify(second.result) !== JSON.stringify(first.result))
      throw new Error(`attempt ${attempt.id} was graded twice with different results`);
  }
}

async function answerAll(play: Play, attempt: AttemptView, questions = attempt.questions): Promise<number> {
  for (const [index, question] of questions.entries()) await save(play, attempt, { question, sequence: index + 1 });
  return questions.length;
}

async function save(
  { client, learner, keys }: Play,
  attempt: AttemptView,
  { question, sequence }: { question: PaperQuestion; sequence: number },
): Promise<void> {
  const answer = answerTo(question, keys, learner);
  await client.call('quiz', `/attempts/${attempt.id}/answers/${question.id}`, {
    method: 'PUT',
    body: { sequence, answer },
  });
}

/** Half the paper, then no network; back again, the paper is read anew and the rest is answered. */
async function answerThroughAnOutage(play: Play, attempt: AttemptView): Promise<void> {
  const { client, played } = play;
  const half = Math.ceil(attempt.questions.length / 2);
  const acknowledged = await answerAll(play, attempt, attempt.questions.slice(0, half));
  client.isOffline = true;
  const lost = attempt.questions[half];
  if (lost) await save(play, attempt, { question: lost, sequence: 1 }).catch(() => undefined);
  client.isOffline = false;
  const again = await client.call<AttemptView>('quiz', `/attempts/${attempt.id}`);
  played.survived = { acknowledged, found: again.answers.length };
  await answerAll(
    play,
    again,
    again.questions.filter((question) => !again.answers.some((answer) => answer.questionId === question.id)),
  );
}

/** Waits for the deadline without submitting; what was saved must be graded all the same. */
async function letTheClockRunOut({ client, played }: Play, attempt: AttemptView): Promise<void> {
  if (attempt.deadlineAt === null) return;
  await delay(Math.max(0, Date.parse(attempt.deadlineAt) - Date.now()) + 200);
  const late = await client
    .call('quiz', `/attempts/${attempt.id}/answers/${attempt.questions[0]?.id}`, {
      method: 'PUT',
      body: { sequence: 99, answer: null },
    })
    .then(
      () => 'accepted',
      (error: unknown) => (error instanceof Refused ? error.code : 'failed'),
    );
  if (late === 'accepted') throw new Error(`attempt ${attempt.id} took an answer after its deadline`);
  const ended = await client.call<AttemptView>('quiz', `/attempts/${attempt.id}`);
  if (ended.state === 'in_progress' || ended.endedBy !== 'expired')
    throw new Error(`attempt ${attempt.id} is ${ended.state} after its deadline`);
  played.expired += 1;
}
