/**
 * What spreadsheets read as the beginning of a formula, in every width, after anything that they skip. The same rule as for
 * the exports of `quiz`.
 */
const formula = /^[\s\p{Z}\p{Cf}"'`]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^[ "'`]*[\t\r\n]/u;
const number = /^-?\d+(?:\.\d+)?$/;

/** A text that no spreadsheet calculates: what could begin a formula gets an apostrophe before it. Numbers stay numbers. */
export function neutralised(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe that {@link neutralised} puts there. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}
