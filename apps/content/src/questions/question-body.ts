import type { Question } from '#libs/contracts';

type WithoutIdentity<Q> = Q extends unknown ? Omit<Q, 'id' | 'version'> : never;

/** A question without what the server gives it: its id and its version. */
export type QuestionBody = WithoutIdentity<Question>;

export function bodyOf({ id: _, version: __, ...body }: Question): QuestionBody {
  return body;
}

const nameMax = 200;

/** The same question under a name that tells it from the first, where that has one. */
export function copyOf(body: QuestionBody): QuestionBody {
  if (body.name === undefined) return body;
  const suffix = ' (copy)';
  return { ...body, name: body.name.slice(0, nameMax - suffix.length) + suffix };
}

interface GivenOption {
  readonly id?: string;
}

/** Options without an id get the first free letter: `a`, `b`, ... `z`, `a2`, `b2`. */
export function lettered<Option extends GivenOption>(options: readonly Option[]): (Option & { id: string })[] {
  const taken = new Set(options.map((option) => option.id));
  let next = 0;
  const freeLetter = (): string => {
    // Ends: only as many are taken as there are options.
    for (;;) {
      const round = Math.floor(next / 26) + 1;
      const letter = String.fromCodePoint(97 + (next % 26)) + (round === 1 ? '' : String(round));
      next += 1;
      if (!taken.has(letter)) return letter;
    }
  };
  return options.map((option) => ({ ...option, id: option.id ?? freeLetter() }));
}

/** Whether two bodies say the same, whatever the order of their members. */
export function isSameBody(one: QuestionBody, other: QuestionBody): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
