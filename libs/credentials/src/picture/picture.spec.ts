import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { badgeSvg } from '../badge/badge.js';
import { bakePng, unbakePng } from '../bake/png.js';
import { fit as fitted } from './fit.js';
import { loadPainter, pngOf, typeset } from './painter.js';
import { plainText } from './plain-text.js';
import { sfntOf } from './sfnt.js';
import { socialSvg } from './social.js';
import { Typefaces } from './typefaces.js';

const require = createRequire(import.meta.url);
const file = (path: string) => readFileSync(require.resolve(path));
const latin = file('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const arabic = file('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff');
const japanese = file('@fontsource/kosugi/files/kosugi-japanese-400-normal.woff');
const typefaces = new Typefaces([latin, arabic, japanese]);
const badge = badgeSvg({ kind: 'badge', id: 'section-1', title: 'Databases', courseTitle: 'Python' });

beforeAll(() => loadPainter(file('@resvg/resvg-wasm/index_bg.wasm')));

/** Width and height in the header of a PNG. */
function sizeOf(png: Uint8Array): [number, number] {
  const header = Buffer.from(png.subarray(16, 24));
  return [header.readUInt32BE(0), header.readUInt32BE(4)];
}

describe('a PNG of a badge', () => {
  it('is as wide as asked, the same every time, and can be baked', async () => {
    const png = await pngOf(badge, { width: 256, typefaces });
    expect(sizeOf(png)).toEqual([256, 256]);
    expect(await pngOf(badge, { width: 256, typefaces })).toEqual(png);
    expect(unbakePng(bakePng(png, '{"a":1}'))).toBe('{"a":1}');
  });

  it.each([0, 15, 2_049, 100.5, Number.NaN])('is not drawn %d wide', async (width) => {
    await expect(pngOf(badge, { width, typefaces })).rejects.toThrow(RangeError);
  });

  it('shows the title: another title is another picture', async () => {
    const draw = (title: string) =>
      pngOf(badgeSvg({ kind: 'badge', id: 'x', title, courseTitle: 'C' }), { width: 64, typefaces });
    expect(await draw('Docker')).not.toEqual(await draw('Docker II'));
    expect(await draw('مريم')).not.toEqual(await draw('日本'));
  });

  it('is drawn for any title, also one that no font can write', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (title) => {
        const svg = badgeSvg({ kind: 'badge', id: 'x', title, courseTitle: title });
        expect(sizeOf(await pngOf(svg, { width: 32, typefaces }))).toEqual([32, 32]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('lettering', () => {
  it('gives each letter to a face that has it', () => {
    const families = typefaces.runs('Ada مريم 山田', 400).map(({ text, face }) => [text, face.family]);
    expect(families).toEqual([
      ['Ada ', 'Noto Sans'],
      ['مريم ', 'Noto Sans Arabic'],
      ['山田', 'Kosugi'],
    ]);
  });

  it('leaves nothing out, and shows what it lacks as the box of the first face', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const runs = typefaces.runs(text, 700);
        expect(runs.map((run) => run.text).join('')).toBe(text);
      }),
    );
    expect(typefaces.runs('ꦲ', 400)).toMatchObject([{ text: 'ꦲ', face: { family: 'Noto Sans' } }]);
    expect([typefaces.covers('Łukasz 山'), typefaces.covers('ꦲ')]).toEqual([true, false]);
  });

  it('stands from left to right as it is seen', () => {
    const seen = (text: string) => typefaces.line(text, 400).map((run) => run.text);
    expect(seen('Ada مريم')).toEqual(['Ada ', 'مريم']);
    expect(seen('مريم Ada')).toEqual(['Ada', ' ', 'مريم']);
  });

  it('names the face of every text, and keeps markup text', () => {
    const svg = typeset('<svg><text x="10" font-size="20" text-anchor="middle">&lt;b&gt; مريم</text></svg>', typefaces);
    expect(svg).toContain('>&lt;b&gt; </text>');
    expect(svg.match(/font-family="Noto Sans( Arabic)?"/g)).toHaveLength(2);
  });

  it('is made smaller, then broken, then cut', () => {
    const box = { width: 100, weight: 400, sizes: [20, 10], linesMax: 2 } as const;
    expect(fitted(typefaces, 'Ada', box)).toEqual({ size: 20, lines: ['Ada'] });
    expect(fitted(typefaces, 'Augusta Ada King, Countess', box)).toMatchObject({ size: 10 });
    const long = fitted(typefaces, 'x'.repeat(300), box);
    expect(long.lines).toHaveLength(2);
    expect(long.lines[1]).toMatch(/^x+…$/);
    for (const line of long.lines) expect(typefaces.widthOf(line, { size: 10, weight: 400 })).toBeLessThanOrEqual(100);
  });
});

describe('text of people', () => {
  it.each([
    ['Ada\r\nSet-Cookie: a=b', 'Ada Set-Cookie: a=b'],
    ['\u202Egnp.exe\u2066', 'gnp.exe'],
    ['  a \u0000\u2028 b  ', 'a b'],
    ['e\u0301', '\u00e9'],
    ['\ud800', '\ufffd'],
    ['नी\u200dता', 'नी\u200dता'],
    ['x'.repeat(300), `${'x'.repeat(39)}…`],
  ])('%j is one harmless line', (text, line) => {
    expect(plainText(text, 40)).toBe(line);
  });
});

describe('the picture beside a link', () => {
  const input = {
    kind: 'badge',
    id: 'section-1',
    title: 'Databases',
    courseTitle: 'Python',
    learnerName: 'Ada <b>',
    issuerName: 'Waymark',
    host: 'waymark.example.org',
    mark: null,
  } as const;

  it('is 1200 by 630 and shows the name only where it is given', async () => {
    expect(sizeOf(await pngOf(socialSvg(input, typefaces), { width: 1200, typefaces }))).toEqual([1200, 630]);
    expect(socialSvg(input, typefaces)).toContain('Ada &lt;b&gt;');
    expect(socialSvg({ ...input, learnerName: null }, typefaces)).not.toContain('Ada');
  });

  it('says so where the credential does not hold', () => {
    expect(socialSvg({ ...input, mark: 'Revoked' }, typefaces)).toContain('>Revoked</text>');
  });
});

it('reads no font that it cannot unpack, and passes others on', () => {
  expect(() => sfntOf(Buffer.from('wOF2'))).toThrow(TypeError);
  expect(sfntOf(latin)).toBe(latin);
  expect(sfntOf(arabic).subarray(0, 4)).toEqual(Buffer.from([0, 1, 0, 0]));
  expect(() => new Typefaces([])).toThrow(TypeError);
});
