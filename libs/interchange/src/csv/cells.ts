import { csvText, isFormula } from '#libs/text';

const number = /^-?\d+(?:\.\d+)?$/;

/** A text as one cell that no spreadsheet calculates. Numbers stay numbers, also below nothing. */
export function cellOf(text: string): string {
  return number.test(text) ? text : csvText(text);
}

/** Takes away the apostrophe that {@link cellOf} puts before what could begin a formula. */
export function restored(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
