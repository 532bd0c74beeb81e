import type { Client } from './client.js';
import type { OpenCohort } from './cohort.js';
import { publish } from './course.js';
import type { RawAttempt } from './shapes.js';
import { heading, table } from './tables.js';
import { until } from './until.js';
import { mendSlip, type Workshop } from './workshop.js';

interface Analysis {
  readonly quiz: { readonly attempts: number };
  readonly questions: readonly {
    questionId: string;
    version: number;
    stemStart: string;
    attempts: number;
    facility: number | null;
    discriminationIndex: number | null;
    flags: readonly { code: string }[];
  }[];
}

type Summary = Readonly<
  Record<'attempts' | 'changed' | 'scoreUp' | 'scoreDown' | 'passesGained' | 'passesLost', number>
> &
  Readonly<Record<'badgesIssued' | 'badgesSuspended', number>>;

interface Regrade {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
  readonly summary: Summary;
}

interface Change {
  readonly attemptId: string;
  readonly learnerName: string | null;
  readonly scoreBefore: number | null;
  readonly scoreAfter: number;
  readonly badge: string;
}

export interface Slip {
  readonly author: Client;
  readonly courseId: string;
  readonly workshop: Workshop;
  readonly cohorts: readonly OpenCohort[];
}

/**
 * What the figures say of the first section, compared with the attempts themselves; after the regrade, once all of them are
 * counted by the mended version. @returns what was wrong.
 */
export async function inspectQuestions(
  { author, workshop, cohorts }: Slip,
  { isMended }: { isMended: boolean },
): Promise<string[]> {
  heading('The questions of the first section, over first attempts');
  const address = `/sections/${workshop.sectionId}/item-analysis`;
  const firsts = (await rawAttempts(cohorts)).filter(
    (attempt) => attempt.sectionId === workshop.sectionId && attempt.number === 1 && attempt.state === 'graded',
  ).length;
  await until('the item analysis has counted every attempt', async () => {
    const { quiz, questions } = await author.call<Analysis>('quiz', address);
    const versions = questions.filter(({ questionId }) => questionId === workshop.slipId);
    const slip = versions.toSorted((one, other) => one.version - other.version)[isMended ? versions.length - 1 : 0];
    return quiz.attempts >= firsts && (slip?.attempts ?? 0) >= firsts;
  });
  const { quiz, questions } = await author.call<Analysis>('quiz', address);
  console.log(
    table(
      ['question', 'attempts', 'facility', 'discrimination', 'looks wrong'],
      questions.map(({ stemStart, attempts, facility, discriminationIndex, flags }) => [
        stemStart.slice(0, 44),
        attempts,
        percentOf(facility === null ? null : facility * 100),
        percentOf(discriminationIndex),
        flags.map(({ code }) => code).join(' '),
      ]),
    ),
  );
  return quiz.attempts === firsts ? [] : [`item analysis counts ${quiz.attempts} first attempts, recounted ${firsts}`];
}

/** The author mends the wrong key, looks at what that changes, applies it, and applies it again. @returns what was wrong. */
export async function regradeSlip({ author, courseId, workshop, cohorts }: Slip): Promise<string[]> {
  heading('A wrong key is mended');
  const toVersion = await mendSlip(author, workshop);
  await publish(author, courseId);
  const failures: string[] = [];
  let made: Regrade | null = null;
  await until('quiz knows the mended version', async () => {
    made ??= await author
      .call<Regrade>('quiz', `/sections/${workshop.sectionId}/regrades`, {
        body: {
          questionId: workshop.slipId,
          toVersion,
          policy: 'recompute',
          credentials: 'suspend',
          reason: 'The wrong option was marked as right.',
        },
      })
      .catch(() => null);
    return made !== null;
  });
  const { id } = made as unknown as Regrade; // `until` has just seen it
  const preview = await settled(author, id, 'previewed');
  const changes = await author.all<Change>('quiz', `/regrades/${id}/changes`);
  console.log(
    table(
      ['dry run', ''],
      Object.entries(preview.summary).map(([name, count]) => [name, count]),
    ),
  );
  for (const { learnerName, scoreBefore, scoreAfter, badge } of changes.slice(0, 5)) {
    console.log(`  ${learnerName ?? 'somebody'}: ${scoreBefore ?? '-'} -> ${scoreAfter}, badge: ${badge}`);
  }
  await author.call('quiz', `/regrades/${id}:apply`, { method: 'POST' });
  const applied = await settled(author, id, 'applied');
  if (JSON.stringify(applied.summary) !== JSON.stringify(preview.summary)) {
    failures.push(
      `the regrade did ${JSON.stringify(applied.summary)}, its dry run said ${JSON.stringify(preview.summary)}`,
    );
  }
  failures.push(...(await compareScores(cohorts, changes)));
  await author.call('quiz', `/regrades/${id}:apply`, { method: 'POST' });
  const again = await author.call<Regrade>('quiz', `/regrades/${id}`);
  if (again.state !== 'applied') failures.push(`applied once more, the regrade is ${again.state}`);
  console.log(`Applied: ${applied.summary.changed} grades changed, as the dry run said; applied again: nothing more`);
  return failures;
}

/** Every change that was announced is what the attempts say now. */
async function compareScores(cohorts: readonly OpenCohort[], changes: readonly Change[]): Promise<string[]> {
  const scores = new Map((await rawAttempts(cohorts)).map((attempt) => [attempt.id, attempt.score]));
  return changes.flatMap(({ attemptId, scoreAfter }) =>
    scores.get(attemptId) === scoreAfter
      ? []
      : [`attempt ${attemptId} should have ${scoreAfter} points and has ${scores.get(attemptId)}`],
  );
}

async function settled(author: Client, id: string, state: string): Promise<Regrade> {
  await until(`the regrade is ${state}`, async () => {
    const regrade = await author.call<Regrade>('quiz', `/regrades/${id}`);
    if (regrade.state === 'failed') throw new Error(`the regrade failed: ${regrade.failure}`);
    return regrade.state === state;
  });
  return author.call<Regrade>('quiz', `/regrades/${id}`);
}

async function rawAttempts(cohorts: readonly OpenCohort[]): Promise<RawAttempt[]> {
  const lists = await Promise.all(
    cohorts.map(({ instructor, cohortId }) => instructor.all<RawAttempt>('quiz', `/cohorts/${cohortId}/attempts`)),
  );
  return lists.flat();
}

function percentOf(value: number | null): string {
  return value === null ? '-' : `${Math.round(value)} %`;
}
