import { isSameBody, type QuestionBody } from '../questions/question-body.js';
import type { ReadItem } from './question-file.js';

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
  outcome: ReadItem['outcome'];
  questionId?: string;
  losses: string[];
  reasons: string[];
}

export interface Plan {
  readonly versions: readonly PlannedVersion[];
  readonly items: readonly ReportedItem[];
}

/** What the section has already of what a file holds. */
export interface Known {
  /** Those that carry the key or the id of an item. */
  readonly named: readonly KnownQuestion[];
  /** Of items without a key, by their place among all items: a question that says exactly the same. */
  readonly same: ReadonlyMap<number, string>;
}

/**
 * What an import would do. An item that carries the key or the id of a question of the section is that question: it becomes
 * its next version, or nothing where it says the same. One without a key is known by what it says, so that importing a file
 * twice changes nothing.
 */
export function planOf(items: readonly ReadItem[], { named, same }: Known, newId: () => string): Plan {
  const byName = new Map(named.flatMap((question) => namesOf(question).map((name) => [name, question])));
  const taken = new Set<string>();
  const versions: PlannedVersion[] = [];
  const reported = items.map(({ body, key, line, title, outcome, ...item }, place): ReportedItem => {
    const report = { line, title, outcome, losses: [...item.losses], reasons: [...item.reasons] };
    if (body === null) return report;
    const before = key === null ? undefined : byName.get(key);
    const sameId = key === null ? same.get(place) : undefined;
    const name = before?.id ?? sameId ?? key;
    if (name !== null && taken.has(name)) {
      const reason = 'Another question above has the same key.';
      return { ...report, outcome: 'refused', reasons: [...report.reasons, reason] };
    }
    if (name !== null) taken.add(name);
    const id = before?.id ?? sameId ?? newId();
    if (before !== undefined && !isSameBody(before.body, body))
      versions.push({ ...before, version: before.version + 1, body });
    if (before === undefined && sameId === undefined) versions.push({ id, version: 1, key, body });
    return { ...report, questionId: id };
  });
  return { versions, items: reported };
}

function namesOf({ id, key }: KnownQuestion): string[] {
  return key === null ? [id] : [id, key];
}
