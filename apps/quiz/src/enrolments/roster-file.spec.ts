import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { csvTable } from '#libs/text';
import { readRoster, type RosterFile, rosterRowsMax } from './roster-file.js';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string | Uint8Array): RosterFile {
  const file = readRoster(typeof text === 'string' ? bytes(text) : text);
  if ('why' in file) throw new Error(`Unusable: ${file.why}`);
  return file;
}

describe('a file of people', () => {
  it.each<[string, string]>([
    ['commas and CR LF', 'email,name\r\nada@example.org,Ada\r\nbob@example.org,Bob\r\n'],
    ['a byte order mark', '\uFEFFemail,name\nada@example.org,Ada\nbob@example.org,Bob'],
    ['semicolons', 'Name;E-Mail\nAda;ada@example.org\nBob;bob@example.org\n'],
    ['tabs', 'name\temail\nAda\tada@example.org\nBob\tbob@example.org\n'],
    ['no header', 'ada@example.org,Ada\nbob@example.org,Bob\n'],
    ['no header and the name first', 'Ada,ada@example.org\nBob,bob@example.org\n'],
    ['quotation marks', '"email","name"\n"ada@example.org","Ada"\n"bob@example.org","Bob"\n'],
    ['blanks around', ' email , name \n ada@example.org , Ada \n bob@example.org , Bob \n'],
    ['a column that means nothing', 'nr,email,name\n1,ada@example.org,Ada\n2,bob@example.org,Bob\n'],
  ])('is read with %s', (_what, text) => {
    const people = read(text).rows.map(({ email, name }) => [email, name]);
    expect(people).toEqual([
      ['ada@example.org', 'Ada'],
      ['bob@example.org', 'Bob'],
    ]);
  });

  it('is read in UTF-16 with its mark, as spreadsheets save Unicode text', () => {
    const utf16 = Buffer.from('\uFEFFemail\tname\r\nada@example.org\tÅsa\r\n', 'utf16le');
    expect(read(utf16)).toMatchObject({ delimiter: '\t', rows: [{ email: 'ada@example.org', name: 'Åsa', line: 2 }] });
    expect(read(Buffer.from(utf16).swap16()).rows).toMatchObject([{ name: 'Åsa' }]);
  });

  it('names the line of each row, past empty lines and names over two lines', () => {
    const file = read('email,name\n\na@x.org,"Two\nlines"\n\nb@x.org,B\n');
    expect(file.rows.map(({ line, email }) => [line, email])).toEqual([
      [3, 'a@x.org'],
      [6, 'b@x.org'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('counts lines as an editor does where they end in %j', (end) => {
    const file = read(['email,name', 'a@x.org,"Two', 'lines"', '"b', '@x.org","B', 'B"', 'c@x.org,C', ''].join(end));
    expect(file.rows.map(({ line }) => line)).toEqual([2, 4, 7]);
  });

  it('keeps every row apart when a quotation mark is left open', () => {
    const file = read('email,name\na@x.org,"Ann\nb@x.org,Ben\n"c@x.org",Cy\n');
    expect(file.rows.map(({ line, email, problem }) => [line, email, problem === undefined])).toEqual([
      [2, 'a@x.org', false],
      [3, 'b@x.org', true],
      [4, 'c@x.org', true],
    ]);
  });

  it('says which rows have no address, and which columns it does not use', () => {
    const file = read('email,name,group\n,Ann,1\nb@x.org\n');
    expect(file).toMatchObject({
      ignoredColumns: ['group'],
      rows: [
        { name: 'Ann', problem: 'The row has no address.' },
        { email: 'b@x.org', name: '' },
      ],
    });
  });

  it.each<[string, string | Uint8Array, object]>([
    ['nothing in it', '', { why: 'empty' }],
    ['empty lines alone', '\n\n', { why: 'empty' }],
    ['a header alone', 'email,name\n', { why: 'empty' }],
    [
      'a header without addresses',
      'given,family\nAda,Lovelace\n',
      { why: 'no_email_column', columns: ['given', 'family'] },
    ],
    ['bytes that are no text', Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe), { why: 'not_text' }],
    ['text of an older encoding', Uint8Array.of(0x41, 0xe5, 0x40, 0x78), { why: 'not_text' }],
    ['more rows than fit', 'a@x.org\n'.repeat(rosterRowsMax + 1), { why: 'too_many_rows', rows: rosterRowsMax + 1 }],
  ])('is not used with %s', (_what, text, problem) => {
    expect(readRoster(typeof text === 'string' ? bytes(text) : text)).toEqual(problem);
  });

  it('of our own brings back the same people, whatever they are called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('=1+1', '+49', '@x', "'=1", '-', '\uFF1Dx'),
    );
    const person = fc.record({ local: fc.stringMatching(/^[=+\-a-z][a-z0-9=+-]{0,10}$/), name });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 20 }), (people) => {
        const rows = people.map((one) => [`${one.local}@x.org`, one.name]);
        const back = read(csvTable(['email', 'name'], rows)).rows.map(({ email }) => email);
        expect(back).toEqual(rows.map(([email]) => email));
      }),
    );
  });
});
