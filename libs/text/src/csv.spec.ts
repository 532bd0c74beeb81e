import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { formulas } from '#libs/testing';

import { csvRow, csvTable, csvText, isFormula } from './csv.js';

const harmless = ['Ada', 'Ünal, B.', 'a=b', 'x-y', 'Say "hi"', ' two ', '1;2', 'line\nbreak', ''];

describe('a text in CSV', () => {
  it.each(formulas)('that a spreadsheet might calculate gets an apostrophe: %j', (text) => {
    const [[cell]] = parse(csvText(text)) as [[string]];
    expect([isFormula(text), cell]).toEqual([true, `'${text}`]);
  });

  it.each(harmless)('stays %j', (text) => {
    const found = parse(`${csvText(text)},end`) as string[][];
    expect(isFormula(text)).toBe(false);
    expect(found).toEqual([[text, 'end']]);
  });

  it.each([';', '\t', ','])('is one cell also where cells end with %j', (delimiter) => {
    const text = `a${delimiter}b`;
    expect(parse(csvText(text), { delimiter })).toEqual([[text]]);
  });
});

describe('a table as CSV', () => {
  it('keeps numbers numbers and leaves empty what is not known', () => {
    expect(csvRow([-1.5, 0, true, false, null, '', 'x', '-1.5'])).toBe(`-1.5,0,true,false,,,x,"'-1.5"\r\n`);
  });

  it('begins with the byte order mark and its headers, and ends every line with CR LF', () => {
    const text = csvTable(
      ['id', '=name'],
      [
        ['1', 'Ada'],
        ['2', '@Bob'],
      ],
    );
    expect(text).toBe(`\uFEFFid,"'=name"\r\n1,Ada\r\n2,"'@Bob"\r\n`);
    expect(csvTable(['id'], [])).toBe('\uFEFFid\r\n');
  });
});
