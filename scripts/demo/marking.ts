import type { OpenCohort } from './cohort.js';
import type { Random } from './random.js';

interface Waiting {
  readonly attemptId: string;
  readonly questionId: string;
}

interface ToMark {
  readonly version: number;
  readonly rubric: readonly { id: string; levels: readonly { id: string }[] }[];
}

/** Each instructor works through the queue of their cohort. @returns how many answers were marked. */
export async function markEssays(cohorts: readonly OpenCohort[], random: Random): Promise<number> {
  let marked = 0;
  for (const { instructor, cohortId } of cohorts) {
    for (const waiting of await instructor.all<Waiting>('quiz', `/marking?cohortId=${cohortId}`)) {
      const address = `/marking/${waiting.attemptId}/${waiting.questionId}`;
      const { version, rubric } = await instructor.call<ToMark>('quiz', address);
      const levels = Object.fromEntries(
        rubric.map(({ id, levels: of }) => [id, random.pick(of.map((level) => level.id))]),
      );
      await instructor.call('quiz', address, {
        method: 'PUT',
        headers: { 'if-match': `"${version}"` },
        body: { levels, comment: 'Read with pleasure.' },
      });
      marked += 1;
    }
  }
  return marked;
}
