import { describe, expect, it } from '@jest/globals';

import { NotOneDocument, parseDocument } from './document-text.js';

describe('parseDocument', () => {
  it.each(['{"a":{"b":1},"c":{"b":2},"d":[{"b":3},{"b":4}]}', '{"a":"b","b":"a: {\\"a\\":"}', '[]', '"x"'])(
    'reads %s',
    (text) => {
      expect(parseDocument(text)).toEqual(JSON.parse(text));
      expect(parseDocument(Buffer.from(text))).toEqual(JSON.parse(text));
    },
  );

  it.each<[string, string | Uint8Array]>([
    ['a member that is there twice', '{"name":"a","name":"b"}'],
    ['a member twice, once escaped', String.raw`{"name":"a","n\u0061me":"b"}`],
    ['a member twice, deep inside', '{"a":[{"b":{"c":1, "c" :1}}]}'],
    ['what is no JSON', '{"a":1,}'],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['more than 64 KiB', JSON.stringify('x'.repeat(65_536))],
  ])('refuses %s', (_, text) => {
    expect(() => parseDocument(text)).toThrow(NotOneDocument);
  });

  it('reads the longest strings without trouble', () => {
    const text = JSON.stringify({ a: '\\"'.repeat(16_000) });
    expect(parseDocument(text)).toEqual(JSON.parse(text));
  });
});
