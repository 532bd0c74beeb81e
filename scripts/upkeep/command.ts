import { parseArgs } from 'node:util';

import type { DataSource } from 'typeorm';

import { dropOldDryRuns, dropPrivateKeys, rebuildInsights, rebuildItems } from '../../apps/quiz/src/quiz.app.js';
import { Misuse } from '../service-database.js';

const usage = `Work on the database of quiz that no service does by itself. It may run while learners take quizzes.

  npm run upkeep -- rebuild-items              make the statistics of questions anew from the attempts
  npm run upkeep -- rebuild-insights           make what dashboards ask beside the progress anew from the attempts
  npm run upkeep -- drop-dry-runs [--days N]   take away what dry runs listed, of regrades applied, or made and discarded,
                                               N days ago (30)
  npm run upkeep -- drop-private-keys          forget the private halves of the issuer's keys, when QUIZ_SECRET is lost:
                                               quiz makes new keys at its next start, the old ones go on verifying

Stopped half-way, a command is simply run again.
The database is that of the running laptop platform, or the one in DATABASE_URL.`;

const dayMs = 86_400_000;
const reportsMs = 5_000;

export interface Surroundings {
  withQuiz(work: (db: DataSource) => Promise<void>): Promise<void>;
  say(line: string): void;
  now(): number;
}

/** @throws Misuse for what is not understood, before anything is touched. */
export async function upkeep(args: readonly string[], surroundings: Surroundings): Promise<void> {
  const { verb, days } = readCommand(args);
  const { withQuiz, say, now } = surroundings;
  await withQuiz(async (db) => {
    if (verb === 'rebuild-items') {
      const counted = await rebuildItems(db, reporter('attempts counted so far', surroundings));
      say(`${counted} ${counted === 1 ? 'attempt' : 'attempts'} counted anew.`);
    } else if (verb === 'rebuild-insights') {
      const pairs = await rebuildInsights(db, reporter('learners with a section counted so far', surroundings));
      say(`${pairs} ${pairs === 1 ? 'learner' : 'learners'} with a section counted anew.`);
    } else if (verb === 'drop-private-keys') {
      const kids = await dropPrivateKeys(db);
      say(`${kids.length} private ${kids.length === 1 ? 'key' : 'keys'} dropped. Start quiz anew: it makes new ones.`);
    } else {
      const before = new Date(now() - days * dayMs);
      const dropped = await dropOldDryRuns(db, before, reporter('rows taken away so far', surroundings));
      say(`${dropped} ${dropped === 1 ? 'row' : 'rows'} taken away.`);
    }
  });
}

type Verb = 'rebuild-items' | 'rebuild-insights' | 'drop-dry-runs' | 'drop-private-keys';

function readCommand(args: readonly string[]): { verb: Verb; days: number } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { days: { type: 'string' } },
  });
  const [verb, ...more] = positionals;
  if (more.length > 0) throw new Misuse(usage);
  const takesNothing = verb === 'rebuild-items' || verb === 'rebuild-insights' || verb === 'drop-private-keys';
  if (takesNothing && values.days === undefined) return { verb, days: 0 };
  if (verb !== 'drop-dry-runs') throw new Misuse(usage);
  const { days = '30' } = values;
  if (!/^\d{1,4}$/.test(days)) throw new Misuse(`--days takes a whole number of days from 0 to 9999, not "${days}".`);
  return { verb, days: Number(days) };
}

/** A large school takes minutes, in which a silent terminal looks dead. */
function reporter(what: string, { say, now }: Surroundings): (done: number) => void {
  let said = now();
  return (done) => {
    if (now() - said < reportsMs) return;
    said = now();
    say(`${done} ${what}`);
  };
}
