import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, it } from '@jest/globals';
import jsqr from 'jsqr';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { Typefaces } from '../picture/typefaces.js';
import type { CertificateInput } from './certificate-input.js';
import { certificatePdf } from './certificate.js';

const require = createRequire(import.meta.url);
const file = (path: string) => readFileSync(require.resolve(path));
const typefaces = new Typefaces([
  file('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  file('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  file('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff'),
  file('@fontsource/kosugi/files/kosugi-japanese-400-normal.woff'),
]);

const credentialId = '3f2c9d7e-8a51-4c1f-9d8e-0b6a5f4c3d2e';
const input: CertificateInput = {
  kind: 'badge',
  id: 'section-1',
  title: 'Databases',
  courseTitle: 'Python backend developer',
  credentialId,
  criteria: 'Reach at least 75 % in the quiz.',
  learnerName: 'Łukasz Żółć',
  issuerName: 'Waymark',
  issuedAt: new Date('2026-11-22T10:00:00Z'),
  expiresAt: new Date('2028-11-22T10:00:00Z'),
  verifyUrl: `https://waymark.example.org/c/${credentialId}`,
  withdrawn: null,
  size: 'a4',
};

async function open(given: Partial<CertificateInput> = {}) {
  const bytes = await certificatePdf({ ...input, ...given }, typefaces);
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const content = await page.getTextContent();
  const pieces = content.items.map((item) => ('str' in item ? item.str : ''));
  return {
    bytes,
    pdf,
    page,
    text: pieces.join(' ').replace(/\s+/g, ' '),
    latin1: Buffer.from(bytes).toString('latin1'),
  };
}

describe('a certificate', () => {
  it('says to whom, for what, by whom, when and until when, under which number', async () => {
    const { text } = await open();
    for (const said of [
      'Section badge',
      'Łukasz Żółć',
      'Databases',
      'of the course Python backend developer',
      'Reach at least 75 % in the quiz.',
      'Waymark',
      '22 November 2026',
      '22 November 2028',
      credentialId,
    ]) {
      expect(text).toContain(said);
    }
  });

  it('of a course says so, and that it does not expire', async () => {
    const { text } = await open({ kind: 'certificate', expiresAt: null });
    expect(text).toContain('Course certificate');
    expect(text).toContain('Does not expire');
  });

  it('names nobody where the holder shows no name', async () => {
    const { text, latin1 } = await open({ learnerName: null });
    expect(text).toContain('The holder of this credential');
    expect(text + latin1).not.toContain('Łukasz');
  });

  it('says across the page that it does not hold', async () => {
    const { text } = await open({ withdrawn: { word: 'Revoked on 3 November 2026', reason: 'It was voided.' } });
    expect(text).toContain('Revoked on 3 November 2026. It was voided.');
  });

  it.each([
    ['a4', 842, 595],
    ['letter', 792, 612],
  ] as const)('prints on %s', async (size, width, height) => {
    const { pdf, page } = await open({ size });
    const viewport = page.getViewport({ scale: 1 });
    expect([Math.round(viewport.width), Math.round(viewport.height), pdf.numPages]).toEqual([width, height, 1]);
  });

  it('is the same file for the same credential', async () => {
    expect((await open()).bytes).toEqual((await open()).bytes);
  });
});

/** What a tree of pdf.js says under one name, from the top to the leaves. */
function saidIn(node: object, name: 'role' | 'alt'): string[] {
  const own = Object.entries(node).flatMap(([key, value]) =>
    key === name && typeof value === 'string' ? [value] : [],
  );
  const children = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [...own, ...children.flatMap((child: object) => saidIn(child, name))];
}

describe('a reader of the screen', () => {
  it('finds structure, language and title', async () => {
    const { pdf, page, latin1 } = await open();
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'Badge: Databases', Language: 'en' });
    expect(latin1).toMatch(/\/DisplayDocTitle true/);
    expect(latin1).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const tree = await page.getStructTree();
    const roles = saidIn(tree, 'role');
    expect(roles.slice(0, 5)).toEqual(['Root', 'Document', 'P', 'H1', 'P']);
    expect(roles).toEqual(expect.arrayContaining(['H2', 'Figure', 'Link']));
    expect(saidIn(tree, 'alt')).toEqual(['Badge of the section Databases', `QR code that leads to ${input.verifyUrl}`]);
  });

  it('has every font inside the file', async () => {
    const { latin1 } = await open({ learnerName: 'Ada 山田 مريم' });
    const described = latin1.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(described.length).toBeGreaterThan(2);
    expect(latin1.match(/\/FontFile[23] /g)).toHaveLength(described.length);
    expect(latin1).not.toContain('Helvetica');
  });
});

describe('the QR code', () => {
  it.each(['a4', 'letter'] as const)('on %s leads to the page that verifies it', async (size) => {
    const { page } = await open({ size });
    const { data, side } = raster(await modulesOf(page));
    expect(jsqr.default(data, side, side)?.data).toBe(input.verifyUrl);
  });

  it('has a link beside it', async () => {
    const { page } = await open();
    expect(await page.getAnnotations()).toMatchObject([{ subtype: 'Link', url: input.verifyUrl }]);
  });
});

describe('a name', () => {
  it.each([
    ['"><script>alert(1)</script>', '"><script>alert(1)</script>'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['Ada\r\nSet-Cookie: a=b', 'Ada Set-Cookie: a=b'],
    ['(Ada) /JS (app.alert(1)) >> endobj', '(Ada) /JS (app.alert(1)) >> endobj'],
    ['山田太郎', '山田太郎'],
    ['Ada 😀', 'Ada'],
  ])('%j stays text', async (learnerName, shown) => {
    const { text, pdf, page } = await open({ learnerName });
    expect(text).toContain(shown);
    expect(await pdf.getJSActions()).toBeNull();
    expect(await pdf.getAttachments()).toBeNull();
    expect(await page.getAnnotations()).toHaveLength(1);
  });

  it('of 300 letters ends in an ellipsis on the page', async () => {
    const { text, pdf } = await open({ learnerName: 'x'.repeat(300) });
    expect(text).toMatch(/xx…/);
    expect(pdf.numPages).toBe(1);
  });
});

interface Square {
  readonly x: number;
  readonly y: number;
}

type Page = Awaited<ReturnType<typeof open>>['page'];

/** The squares that the page fills in one go: nothing but the QR code has hundreds. */
async function modulesOf(page: Page): Promise<Square[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== OPS.constructPath) continue;
    const path: unknown = argsArray[index]?.[1]?.[0];
    const squares = isNumbers(path) ? squaresOf(path) : [];
    if (squares.length > 100) return squares;
  }
  throw new Error('The page has no QR code.');
}

/** Not by class: that of pdf.js is one of another realm than that of the test. */
function isNumbers(path: unknown): path is ArrayLike<number> {
  return ArrayBuffer.isView(path) || Array.isArray(path);
}

/** pdf.js: 0 moves, 1 draws a line (two numbers each), 4 closes. */
function squaresOf(path: ArrayLike<number>): Square[] {
  const squares: Square[] = [];
  for (let at = 0; at < path.length;) {
    const operator = path[at];
    if (operator === 0) squares.push({ x: path[at + 1]!, y: path[at + 2]! }); // a move has two numbers
    if (operator !== 0 && operator !== 1 && operator !== 4) return [];
    at += operator === 4 ? 1 : 3;
  }
  return squares;
}

/** Pixels as a camera would see them, five to a module. */
function raster(squares: readonly Square[]) {
  const xs = squares.map(({ x }) => x);
  const ys = squares.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const step = Math.min(...xs.filter((x) => x - left > 0.1)) - left;
  const modules = Math.round((Math.max(...xs) - left) / step) + 1;
  const side = (modules + 8) * 5;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y } of squares) {
    const column = Math.round((x - left) / step) + 4;
    const row = Math.round((y - top) / step) + 4;
    for (let pixel = 0; pixel < 25; pixel += 1) {
      const at = ((row * 5 + Math.floor(pixel / 5)) * side + column * 5 + (pixel % 5)) * 4;
      data.fill(0, at, at + 3);
    }
  }
  return { data, side };
}
