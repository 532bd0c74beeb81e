/**
 * Text of people as it is set in pictures and documents: one line, normalised, without control characters and without the marks that turn
 * the direction of what follows (a name must not rewrite the words around it). Longer than `lettersMax` it ends in an ellipsis.
 */
export function plainText(text: string, lettersMax: number): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(line, lettersMax);
}

/** At most so many letters; an ellipsis, which counts as one, stands for the rest. */
export function shortened(line: string, lettersMax: number): string {
  const letters = [...line];
  if (letters.length <= lettersMax) return line;
  const kept = letters.slice(0, lettersMax - 1).join('');
  return `${kept.trimEnd()}…`;
}
