/** Spreadsheets take a file for UTF-8 only when it begins with this. */
export const byteOrderMark = '\uFEFF';

/** What a cell can hold. Null is what is not known: an empty cell. */
export type CsvValue = string | number | boolean | null;

/** What spreadsheets read as the beginning of a formula, in every width, after anything that they skip. */
const formula = /^[\s\p{Z}\p{Cf}"'`]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^[ "'`]*[\t\r\n]/u;
/** Semicolons and tabs too: they separate cells for spreadsheets of other countries. */
const needsQuotes = /[",;\t\r\n]|^[\s']|\s$/;

/** Whether some spreadsheet could calculate this text, or begin another cell with it (OWASP, “CSV Injection”). */
export function isFormula(text: string): boolean {
  return formula.test(text);
}

/** A text as one cell that no spreadsheet calculates: what could begin a formula gets an apostrophe before it. */
export function csvText(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row with its line end (RFC 4180): texts are made safe; a number that begins with a minus is a number. */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map((value) => (typeof value === 'string' ? csvText(value) : String(value ?? ''))).join(',')}\r\n`;
}

/** A whole file: the byte order mark, the headers, the rows. */
export function csvTable(headers: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  let text = byteOrderMark + csvRow(headers);
  for (const row of rows) text += csvRow(row);
  return text;
}
