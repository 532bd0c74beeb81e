/** One `{1:SHORTANSWER:=a~b#c}` in the text of a cloze question. */
export interface EmbeddedGap {
  readonly weight: string;
  readonly kind: GapKind;
  readonly alternatives: readonly EmbeddedAlternative[];
}

export interface EmbeddedAlternative {
  /** Of the gap's mark, in percent. */
  readonly percent: string;
  /** As written: HTML in which entities stand for what they name. */
  readonly text: string;
  readonly feedback: string;
}

export type GapKind = 'text' | 'exact_text' | 'number' | 'choice' | 'shuffled_choice' | 'several_choices';

const kinds: ReadonlyMap<string, GapKind> = new Map(
  Object.entries({
    text: ['SHORTANSWER', 'SA', 'MW'],
    exact_text: ['SHORTANSWER_C', 'SAC', 'MWC'],
    number: ['NUMERICAL', 'NM'],
    choice: ['MULTICHOICE', 'MC', 'MULTICHOICE_V', 'MCV', 'MULTICHOICE_H', 'MCH'],
    shuffled_choice: ['MULTICHOICE_S', 'MCS', 'MULTICHOICE_VS', 'MCVS', 'MULTICHOICE_HS', 'MCHS'],
    several_choices: [
      ...['MULTIRESPONSE', 'MR', 'MULTIRESPONSE_H', 'MRH'],
      ...['MULTIRESPONSE_S', 'MRS', 'MULTIRESPONSE_HS', 'MRHS'],
    ],
  } satisfies Record<GapKind, string[]>).flatMap(([kind, names]) => names.map((name) => [name, kind as GapKind])), // keys of a record of kinds
);

const start = /\{(\d{0,6}):([A-Z_]{2,17}):/g;
const percentage = /^%(-?\d{1,3}(?:[.,]\d{0,9})?)%/;

/** The text with something else in place of every gap. What begins as a gap and never ends is text. */
export function replaceGaps(source: string, replace: (gap: EmbeddedGap) => string): string {
  let text = '';
  let taken = 0;
  for (const { 0: opening, 1: weight = '', 2: name = '', index } of source.matchAll(start)) {
    const kind = kinds.get(name);
    if (kind === undefined || index < taken) continue;
    const from = index + opening.length;
    const end = endOf(source, from);
    // Where one gap does not end, no later one does.
    if (end === -1) break;
    const alternatives = splitAlternatives(source.slice(from, end)).map(readAlternative);
    text += source.slice(taken, index) + replace({ weight: weight || '1', kind, alternatives });
    taken = end + 1;
  }
  return text + source.slice(taken);
}

function endOf(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '}') return at;
  }
  return -1;
}

function splitAlternatives(inside: string): string[] {
  const alternatives = [''];
  for (const [piece] of inside.matchAll(/\\[^]?|[^\\~]+|~/g)) {
    if (piece === '~') alternatives.push('');
    else alternatives[alternatives.length - 1] += piece;
  }
  return alternatives.filter((alternative) => alternative.trim() !== '');
}

function readAlternative(written: string): EmbeddedAlternative {
  const trimmed = written.trim();
  const [mark = '', percent = '0'] = trimmed.startsWith('=') ? ['=', '100'] : (percentage.exec(trimmed) ?? []);
  const rest = trimmed.slice(mark.length);
  const split = feedbackAt(rest);
  return {
    percent: percent.replace(',', '.'),
    text: unescaped(split === -1 ? rest : rest.slice(0, split)).trim(),
    feedback: split === -1 ? '' : unescaped(rest.slice(split + 1)).trim(),
  };
}

/** Where the feedback begins: at the first `#` that neither a backslash nor an entity (`&#39;`) makes one of the text. */
function feedbackAt(alternative: string): number {
  return alternative.search(/(?<![\\&]|&amp;)#/);
}

function unescaped(text: string): string {
  return text.replace(/\\([}~#])/g, '$1');
}

/** A text as it stands in a gap: what has a meaning there as an entity, which is decoded once more than in other HTML. */
export function inGap(text: string): string {
  return text.replace(/[&<>{}~#\\=%]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
