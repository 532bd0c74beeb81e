import { isSameBody, type QuestionBody } from '../questions/question-body.js';
import { bodyOf } from '../questions/question-body.js';
import type { QuestionItem } from '#libs/interchange';

const bodyCharactersMax = 60_000;

/** A question that the section has already and that the file may mean. */
export interface KnownQuestion {
  readonly id: string;
  readonly key: string | null;
  readonly version: number;
  readonly body: QuestionBody;
}

export interface PlannedVersion {
  readonly id: string;
  readonly version: number;
  readonly key: string | null;
  readonly body: QuestionBody;
}

export interface ReportedItem {
  line: number;
  title: string;
  outcome: QuestionItem['outcome'];
  questionId?: string;
  losses: string[];
  reasons: string[];
}

export interface Plan {
  readonly versions: readonly PlannedVersion[];
  readonly items: readonly ReportedItem[];
}

/**
 * What an import would do. An item that carries the key or the id of a question of the section is that question: it becomes
 * its next version, or nothing where it says the same, so that importing a file twice changes nothing.
 */
export function planOf(items: readonly QuestionItem[], known: readonly KnownQuestion[], newId: () => string): Plan {
  const byName = new Map(known.flatMap((question) => namesOf(question).map((name) => [name, question])));
  const taken = new Set<string>();
  const versions: PlannedVersion[] = [];
  const reported = items.map((item): ReportedItem => {
    const report = { line: item.line, title: item.title, outcome: item.outcome };
    const rest = { losses: [...item.losses], reasons: [...item.reasons] };
    if (item.question === undefined || item.outcome === 'refused') return { ...report, ...rest };
    const body = bodyOf(item.question);
    const before = item.key === null ? undefined : byName.get(item.key);
    const name = before?.id ?? item.key;
    const reason = reasonAgainst(body, name !== null && taken.has(name));
    if (reason !== null) return { ...report, ...rest, outcome: 'refused', reasons: [...rest.reasons, reason] };
    if (name !== null) taken.add(name);
    const id = before?.id ?? newId();
    if (before === undefined) versions.push({ id, version: 1, key: item.key, body });
    else if (!isSameBody(before.body, body)) versions.push({ ...before, version: before.version + 1, body });
    return { ...report, ...rest, questionId: id };
  });
  return { versions, items: reported };
}

function namesOf({ id, key }: KnownQuestion): string[] {
  return key === null ? [id] : [id, key];
}

function reasonAgainst(body: QuestionBody, isRepeated: boolean): string | null {
  if (isRepeated) return 'Another question above has the same key.';
  if (JSON.stringify(body).length > bodyCharactersMax)
    return `The question is longer than ${bodyCharactersMax} characters.`;
  return null;
}
