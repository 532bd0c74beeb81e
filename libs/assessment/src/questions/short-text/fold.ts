/** Characters that a phone or a copied web page puts in and nobody sees: soft hyphen, zero-width space, word joiner, BOM. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Text as answers are compared: compatibility forms (full-width letters, ligatures), invisible characters and the curly quotes
 * that keyboards insert are levelled; any run of white space is one blank.
 */
export function foldInner(text: string): string {
  // Most answers are plain words, and grading reads many.
  if (isPlain(text)) return text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text;
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ');
}

/** As `foldInner`, without white space at the ends. */
export function fold(text: string): string {
  return foldInner(text).trim();
}

/** Upper rather than lower case: Greek has two small sigmas and German writes `ß` as `SS`. */
export function foldCase(text: string): string {
  return isPlain(text) ? text.toUpperCase() : text.toUpperCase().normalize('NFKC');
}

/** Nothing but the visible characters of ASCII and blanks, which have no other form. */
function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
