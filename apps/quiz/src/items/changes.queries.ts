import type { CountChanges, CountedAttempt, QuestionKey, Tally } from '#libs/assessment';
import { prepared } from '#libs/platform';
import type { EntityManager } from 'typeorm';

/** The columns of a table of counts, without the section and the counts themselves. */
interface CountTable {
  readonly name: string;
  readonly key: Readonly<Record<string, string>>;
  /** What follows from the key. */
  readonly more?: Readonly<Record<string, string>>;
  /** What is summed, if anything. */
  readonly sum?: 'rest' | 'max';
}

const question = { publication: 'int', question_id: 'uuid', version: 'int' };

/** In the order in which `listsOf` fills them. */
const tables: readonly CountTable[] = [
  { name: 'item_paper', key: { publication: 'int', total: 'numeric' }, sum: 'max' },
  { name: 'item_position', key: { publication: 'int', position: 'text', mark: 'numeric' }, sum: 'rest' },
  { name: 'item_mark', key: { ...question, mark: 'numeric' }, sum: 'rest' },
  { name: 'item_rest', key: { ...question, rest: 'numeric' } },
  { name: 'item_time', key: { ...question, time_bucket: 'int' } },
  {
    name: 'item_class',
    key: { ...question, part_id: 'text', value: 'text', is_right: 'boolean' },
    more: { is_offered: 'boolean' },
    sum: 'rest',
  },
];

const choices = ['first', 'best', 'latest', 'all'];

function summed({ sum }: CountTable): string[] {
  return sum === undefined ? [] : choices.map((choice) => `${sum}_${choice}`);
}

/** Columns with their types, in the order in which a change is written as a list. */
function columnsOf(table: CountTable): [column: string, type: string][] {
  return [
    ...Object.entries({ ...table.key, ...table.more }),
    ...choices.map((choice): [string, string] => [`n_${choice}`, 'int']),
    ...summed(table).map((column): [string, string] => [column, 'numeric']),
  ];
}

/** A parameter per column, from the given one on: lists of columns are read several times faster than JSON. */
function parametersOf(types: readonly string[], from: number): string {
  return types.map((type, at) => `$${from + at}::${type}[]`).join(', ');
}

function addition(table: CountTable, from: number): string {
  const columns = columnsOf(table);
  const counted = [...choices.map((choice) => `n_${choice}`), ...summed(table)];
  const names = columns.map(([column]) => column);
  return `INSERT INTO ${table.name} (section_id, ${names.join(', ')})
    SELECT $1::uuid, ${names.join(', ')} FROM unnest(${parametersOf(
      columns.map(([, type]) => type),
      from,
    )}) AS change (${names.join(', ')})
    ON CONFLICT (section_id, ${Object.keys(table.key).join(', ')}) DO UPDATE SET ${counted
      .map((column) => `${column} = ${table.name}.${column} + excluded.${column}`)
      .join(', ')}`;
}

/** Where the parameters of each table begin, and where those after the last do. */
function startsOf(widths: readonly number[], first: number): number[] {
  return widths.reduce((starts, width) => [...starts, starts.at(-1)! + width], [first]); // never empty
}

const additionStarts = startsOf(
  tables.map((table) => columnsOf(table).length),
  5,
);

/**
 * What becomes of an attempt, in one round trip: the counts of all tables, what the attempts themselves add, the questions for the
 * next announcement with a publication that has each, and the revision for readers. Whoever writes holds the lock of the section,
 * so that the order of rows plays no role.
 */
const apply = prepared(
  'item_apply',
  `WITH ${tables.map((table, at) => `${table.name}_added AS (${addition(table, additionStarts[at]!)})`).join(', ')},
   removed AS (DELETE FROM item_attempt WHERE attempt_id = ANY ($2::uuid[])),
   kept AS (
     INSERT INTO item_attempt (attempt_id, section_id, version, is_first, is_best, is_latest, counted)
     SELECT attempt_id, $1, version, is_first, is_best, is_latest, counted
     FROM jsonb_to_recordset($3::jsonb)
       AS k (attempt_id uuid, version int, is_first boolean, is_best boolean, is_latest boolean, counted jsonb)
     ON CONFLICT (attempt_id) DO UPDATE SET version = excluded.version, is_first = excluded.is_first,
       is_best = excluded.is_best, is_latest = excluded.is_latest, counted = excluded.counted),
   revised AS (
     INSERT INTO item_section AS s (section_id, revision) VALUES ($1, 1)
     ON CONFLICT (section_id) DO UPDATE SET revision = s.revision + 1)
   INSERT INTO item_question AS q (section_id, question_id, version, course_id, publication, is_changed)
   SELECT $1, "questionId", version, "courseId", publication, true
   FROM jsonb_to_recordset($4::jsonb) AS k ("questionId" uuid, version int, "courseId" uuid, publication int)
   ORDER BY "questionId", version
   ON CONFLICT (section_id, question_id, version) DO UPDATE SET is_changed = true WHERE NOT q.is_changed`,
);

function removal({ name, key }: CountTable, from: number): string {
  const columns = Object.keys(key);
  const matched = columns.map((column) => `c.${column} = k.${column}`).join(' AND ');
  return `DELETE FROM ${name} c USING unnest(${parametersOf(Object.values(key), from)}) AS k (${columns.join(', ')})
    WHERE c.section_id = $1 AND ${matched} AND c.n_all = 0`;
}

const removalStarts = startsOf(
  tables.map(({ key }) => Object.keys(key).length),
  2,
);

/** Rows that count nothing any more, so that what is kept is what a recount would make. */
const clear = prepared(
  'item_clear',
  `WITH ${tables.map((table, at) => `${table.name}_cleared AS (${removal(table, removalStarts[at]!)})`).join(', ')}
   SELECT`,
);

export interface KeptCount {
  readonly attemptId: string;
  readonly version: number;
  readonly counted: CountedAttempt;
}

export interface ChangedQuestion {
  readonly questionId: string;
  readonly version: number;
  readonly courseId: string;
  readonly publication: number;
}

export interface Changes {
  readonly counts: CountChanges;
  /** Which answers can be chosen rather than typed. */
  readonly isOffered: (answer: CountChanges['classes'][number]['key']) => boolean;
  readonly kept: readonly KeptCount[];
  /** Attempts that count no more. */
  readonly removed: readonly string[];
  readonly questions: readonly ChangedQuestion[];
}

export async function applyChanges(
  manager: EntityManager,
  sectionId: string,
  { counts, isOffered, kept, removed, questions }: Changes,
): Promise<void> {
  const lists = listsOf(counts, isOffered);
  const added = lists.flatMap((list, at) => columnLists(list, columnsOf(tables[at]!))); // a list per table
  await apply(manager, [sectionId, removed, JSON.stringify(kept.map(keptRow)), JSON.stringify(questions), ...added]);
  const shrunk = lists.map((list) => list.filter(({ all }) => all < 0));
  if (shrunk.every((list) => list.length === 0)) return;
  const cleared = shrunk.flatMap((list, at) => columnLists(list, Object.entries(tables[at]!.key))); // as above
  await clear(manager, [sectionId, ...cleared]);
}

type Value = string | number | boolean;

interface Listed {
  /** In the order of the table's columns, those of the key first. */
  readonly values: readonly Value[];
  /** By how much the count of all attempts changes. */
  readonly all: number;
}

/** In the order of the tables. */
function listsOf(counts: CountChanges, isOffered: Changes['isOffered']): Listed[][] {
  return [
    counts.papers.map(({ key: { publication, total }, tally, sums }) => listed(tally, [publication, total], sums)),
    counts.positions.map(({ key: { publication, position, mark }, tally, sums }) =>
      listed(tally, [publication, position, mark], sums),
    ),
    counts.marks.map(({ key, tally, sums }) => listed(tally, [...questionOf(key), key.mark], sums)),
    counts.rests.map(({ key, tally }) => listed(tally, [...questionOf(key), key.rest])),
    counts.times.map(({ key, tally }) => listed(tally, [...questionOf(key), key.timeBucket])),
    counts.classes.map(({ key, tally, sums }) =>
      listed(tally, [...questionOf(key), key.partId, key.value, key.isRight, isOffered(key)], sums),
    ),
  ];
}

function listed(tally: Tally, key: readonly Value[], sums: readonly string[] = []): Listed {
  return { values: [...key, ...tally, ...sums], all: tally[3] };
}

function questionOf({ publication, questionId, version }: QuestionKey): Value[] {
  return [publication, questionId, version];
}

/** A parameter per column, for the first so many. What has neither quotes nor commas is written at once; pg takes longer over each. */
function columnLists(list: readonly Listed[], columns: readonly (readonly [string, type: string])[]): unknown[] {
  return columns.map(([, type], at) => {
    const values = list.map((each) => each.values[at]!); // as wide as the table
    return type === 'text' ? values : `{${values.join(',')}}`;
  });
}

function keptRow({ attemptId, version, counted: { tally, ...counted } }: KeptCount) {
  return {
    attempt_id: attemptId,
    version,
    is_first: tally[0] === 1,
    is_best: tally[1] === 1,
    is_latest: tally[2] === 1,
    counted,
  };
}
