/** A picture that a text shows, and where the text stands. */
export interface ShownMedia {
  readonly name: string;
  /** JSON Pointer from the value that was searched. */
  readonly pointer: string;
}

/** As the target of a picture or link, or of a definition: the word alone, as in “social media:”, names nothing. */
const target = /\]\(\s*<?media:([^\s<>()"']*)|\]:\s*<?media:([^\s<>"']*)/g;

/** Every `media:<name>` that the Markdown inside a value shows, whatever member it stands in. */
export function shownMedia(value: unknown, pointer = ''): ShownMedia[] {
  if (typeof value === 'string') {
    return [...value.matchAll(target)].map(([, shown, defined]) => ({ name: shown ?? defined ?? '', pointer }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]) => shownMedia(inner, `${pointer}/${member}`));
}

/** The pictures that a value shows and its course does not have. */
export function mediaProblems(value: unknown, known: ReadonlySet<string>, pointer = '') {
  return shownMedia(value, pointer)
    .filter(({ name }) => !known.has(name))
    .map(({ name, pointer: at }) => ({
      pointer: at,
      detail: `The picture “media:${name.slice(0, 60)}” is not among the pictures of this course. Upload it, or take it out of the text.`,
    }));
}
