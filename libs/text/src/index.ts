export { byteOrderMark, csvRow, csvTable, csvText, type CsvValue, isFormula } from './csv.js';
export { escapeMarkup, unescapeMarkup } from './markup.js';
