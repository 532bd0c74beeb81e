import { deflateSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { badgeSvg } from '../badge/badge.js';
import { NotBakeable, PictureUnreadable } from './baked.js';
import { crc32 } from './crc32.js';
import { bakePng, unbakePng } from './png.js';
import { bakeSvg, unbakeSvg } from './svg.js';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2EifQ.c2lnbmF0dXJl';
const jsonText = fc.dictionary(fc.string(), fc.string({ unit: 'binary' })).map((value) => JSON.stringify(value));
const jwtText = fc
  .tuple(...Array.from({ length: 3 }, () => fc.uint8Array({ minLength: 1, maxLength: 200 })))
  .map((parts) => parts.map((part) => Buffer.from(part).toString('base64url')).join('.'));
const text = fc.oneof(jsonText, jwtText);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const header = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]));
const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 3])));
const end = chunk('IEND', Buffer.alloc(0));
const png = Buffer.concat([magic, header, pixels, end]);
const svg = badgeSvg({ kind: 'badge', id: 'section-1', title: 'Databases', courseTitle: 'Python' });

function withText(value: string, flags = '\0\0\0\0'): Buffer {
  return chunk('iTXt', Buffer.from(`openbadgecredential\0${flags}${value}`, 'latin1'));
}

it('sums as PNG does', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
});

describe('a baked PNG', () => {
  it('gives back what was baked, whatever was baked before', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const once = bakePng(png, first);
        expect(unbakePng(once)).toBe(first);
        expect(unbakePng(bakePng(once, second))).toBe(second);
        expect(bakePng(once, second)).toEqual(bakePng(png, second));
      }),
    );
  });

  it('holds exactly one chunk of the keyword, not compressed', () => {
    const baked = Buffer.from(bakePng(bakePng(png, '{"a":1}'), jwt)).toString('latin1');
    expect(baked.match(/iTXtopenbadgecredential\0\0\0\0\0/g)).toHaveLength(1);
  });

  it('keeps the picture and other words of it', () => {
    const note = chunk('tEXt', Buffer.from('Author\0Ada'));
    const baked = Buffer.from(bakePng(Buffer.concat([magic, header, note, pixels, end]), jwt));
    for (const part of [header, note, pixels, end]) expect(baked.includes(part)).toBe(true);
  });

  it('is read by the first credential of several', () => {
    const two = Buffer.concat([magic, header, withText(jwt), withText('{"b":2}'), pixels, end]);
    expect(unbakePng(two)).toBe(jwt);
  });

  it('is null where a sound PNG carries none', () => {
    expect(unbakePng(png)).toBeNull();
    expect(unbakePng(Buffer.concat([magic, header, chunk('tEXt', Buffer.from(`x\0${jwt}`)), pixels, end]))).toBeNull();
  });
});

describe('a hostile PNG', () => {
  const lying = Buffer.from(pixels);
  lying.writeUInt32BE(0xffffffff, 0);
  const damaged = Buffer.from(pixels);
  damaged.writeUInt8(damaged.readUInt8(9) ^ 1, 9);
  it.each<[string, Buffer, string]>([
    ['is no PNG', Buffer.from('GIF89a'), 'not a PNG'],
    ['is empty', Buffer.alloc(0), 'not a PNG'],
    ['has no header', Buffer.concat([magic, pixels, end]), 'begin with its header'],
    ['has no end', Buffer.concat([magic, header, pixels]), 'ends too early'],
    ['claims four gigabytes', Buffer.concat([magic, header, lying, end]), 'middle of a chunk'],
    ['has a wrong sum', Buffer.concat([magic, header, damaged, end]), 'sum of its chunk IDAT'],
    [
      'names a chunk with zeros',
      Buffer.concat([magic, header, chunk('\0\0\0\0', Buffer.alloc(0)), end]),
      'proper name',
    ],
    ['compresses the text', Buffer.concat([magic, header, withText(jwt, '\x01\0\0\0'), end]), 'compressed'],
    ['has no text', Buffer.concat([magic, header, withText('', 'x'), end]), 'no text'],
    ['is not UTF-8', Buffer.concat([magic, header, withText('\xff\xfe'), end]), 'UTF-8'],
    ['carries too much', Buffer.concat([magic, header, withText('x'.repeat(300_000)), end]), 'larger than'],
    [
      'has chunks without number',
      Buffer.concat([magic, header, ...Array<Buffer>(20_001).fill(chunk('aaAa', Buffer.alloc(0)))]),
      'more than',
    ],
    ['is too large', Buffer.concat([magic, Buffer.alloc(8 * 1024 * 1024)]), 'larger than 8 MiB'],
  ])('that %s is refused with the reason', (_, bytes, reason) => {
    expect(() => unbakePng(bytes)).toThrow(PictureUnreadable);
    expect(() => unbakePng(bytes)).toThrow(reason);
  });

  it('never throws anything but a refusal, whichever byte is changed', () => {
    const baked = bakePng(png, '{"a":"b"}');
    fc.assert(
      fc.property(fc.nat(baked.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(baked.length), (at, flip, cut) => {
        const changed = Buffer.from(baked);
        changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
        expect(() => unbakePng(changed)).toThrow(PictureUnreadable);
        if (cut < baked.length) expect(() => unbakePng(baked.subarray(0, cut))).toThrow(PictureUnreadable);
      }),
    );
  });
});

describe('a baked SVG', () => {
  it('gives back what was baked, whatever was baked before', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const once = bakeSvg(svg, first);
        expect(same(unbakeSvg(once))).toEqual(same(first));
        expect(same(unbakeSvg(bakeSvg(once, second)))).toEqual(same(second));
        expect(bakeSvg(once, second)).toBe(bakeSvg(bakeSvg(svg, first), second));
      }),
    );
  });

  it('gives the very text back where XML can hold it', () => {
    const printable = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(printable, (value) => {
        const written = JSON.stringify(value, null, 2);
        expect(unbakeSvg(bakeSvg(svg, written))).toBe(written);
      }),
    );
  });

  it('holds the document as the first child in CDATA, the JWT in an attribute', () => {
    expect(bakeSvg(svg, '{"a":"<&]]>"}')).toMatch(
      /^<svg [^>]* xmlns:openbadges="https:\/\/purl.imsglobal.org\/ob\/v3p0"><openbadges:credential><!\[CDATA\[\{"a":"<&\]\]\]\]><!\[CDATA\[>"\}\]\]><\/openbadges:credential><title>/,
    );
    expect(bakeSvg(svg, jwt)).toContain(`><openbadges:credential verify="${jwt}"/><title>`);
    expect(unbakeSvg(bakeSvg(svg, '{"a":"<&]]>"}'))).toBe('{"a":"<&]]>"}');
  });

  it('stays one picture with one credential when it is baked again', () => {
    expect(bakeSvg(bakeSvg(svg, '{"a":1}'), jwt)).toBe(bakeSvg(svg, jwt));
  });

  it.each([
    ['an empty root', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    [
      'a root with a prefix',
      '<?xml version="1.0"?>\n<!-- <svg> --><s:svg xmlns:s="http://www.w3.org/2000/svg" a=">" ></s:svg>',
    ],
    [
      'Open Badges 2',
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="https://a"/></svg>',
    ],
    [
      'letters of four bytes before it',
      '<!-- 😀😀 --><svg xmlns="http://www.w3.org/2000/svg" id="😀"><text>😀</text></svg>',
    ],
  ])('may have had %s', (_, picture) => {
    expect(unbakeSvg(picture)).toBeNull();
    const baked = bakeSvg(picture, '{"a":1}');
    expect(unbakeSvg(baked)).toBe('{"a":1}');
    expect(bakeSvg(baked, jwt)).toBe(bakeSvg(picture, jwt));
  });
});

describe('a hostile SVG', () => {
  const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:b="https://purl.imsglobal.org/ob/v3p0">';
  it.each<[string, string, string]>([
    ['is no SVG', '<html/>', 'not an SVG'],
    ['is no XML', 'hello', 'well-formed'],
    ['has a DOCTYPE', `<!DOCTYPE svg [<!ENTITY a "b">]>${open}</svg>`, 'DOCTYPE'],
    ['is cut', open, 'well-formed'],
    ['has an entity', `${open}&bomb;</svg>`, 'well-formed'],
    ['carries two', `${open}<b:credential verify="${jwt}"/><b:credential verify="${jwt}"/></svg>`, 'more than one'],
    ['says two things', `${open}<b:credential verify="${jwt}">{"a":1}</b:credential></svg>`, 'at once'],
    ['carries nothing', `${open}<b:credential/></svg>`, 'neither'],
    ['carries a script', `${open}<b:credential verify="javascript:x"/></svg>`, 'neither'],
    ['carries elements', `${open}<b:credential><script/></b:credential></svg>`, 'other elements'],
    ['is deep', `${open}${'<g>'.repeat(300)}`, 'deeper'],
    ['is wide', `${open}${'<g/>'.repeat(100_001)}</svg>`, 'more than 100000'],
    ['is too large', ' '.repeat(8 * 1024 * 1024 + 1), 'larger than 8 MiB'],
  ])('that %s is refused with the reason', (_, picture, reason) => {
    expect(() => unbakeSvg(picture)).toThrow(PictureUnreadable);
    expect(() => unbakeSvg(picture)).toThrow(reason);
  });

  it('is not read below the first level', () => {
    expect(unbakeSvg(`${open}<g><b:credential verify="${jwt}"/></g></svg>`)).toBeNull();
  });
});

it.each(['', 'hello', 'a.b', '[1]', `{"a":"${'x'.repeat(300_000)}"}`, '{"a":"\ud800"}'])(
  'what is no credential is not baked (%#)',
  (nothing) => {
    expect(() => bakePng(png, nothing)).toThrow(NotBakeable);
    expect(() => bakeSvg(svg, nothing)).toThrow(NotBakeable);
  },
);

/** Documents are compared by value: XML cannot hold every character that JSON can. */
function same(baked: string | null): unknown {
  return baked?.startsWith('{') === true ? JSON.parse(baked) : baked;
}
