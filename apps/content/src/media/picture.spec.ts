import { describe, expect, it } from '@jest/globals';

import { pictureBytesMax, pictureOf } from './picture.js';

const bytesOf = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1'))));
const u32 = (value: number) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const u16 = (value: number) => [value >> 8, value & 255];
const u16le = (value: number) => [value & 255, value >> 8];
const u24le = (value: number) => [value & 255, (value >> 8) & 255, value >> 16];
const blank = (length: number) => Array.from({ length }, () => 0);

const png = (width: number, height: number) =>
  bytesOf('\x89PNG\r\n\x1a\n', u32(13), 'IHDR', u32(width), u32(height), [8, 6, 0, 0, 0], u32(0), 'IDAT');
const gif = (width: number, height: number) => bytesOf('GIF89a', u16le(width), u16le(height), [0, 0, 0, 0x3b]);
const jpeg = (width: number, height: number, before: number[] = []) =>
  bytesOf([0xff, 0xd8], before, [0xff, 0xff, 0xc0], u16(17), [8], u16(height), u16(width), blank(20));
const segment = [0xff, 0xe0, ...u16(6), 1, 2, 3, 4, 0xff, 0xc4, ...u16(4), 0xff, 0xc0];
const webp = (kind: string, ...rest: number[][]) =>
  bytesOf('RIFF', u32(0), 'WEBP', kind, u32(0), rest.flat(), blank(20));

describe('a picture', () => {
  it.each([
    ['PNG', png(640, 480), 'png'],
    ['GIF', gif(640, 480), 'gif'],
    ['JPEG', jpeg(640, 480), 'jpg'],
    ['JPEG behind other segments', jpeg(640, 480, segment), 'jpg'],
    ['WebP, extended', webp('VP8X', blank(4), u24le(639), u24le(479)), 'webp'],
    ['WebP, lossy', webp('VP8 ', blank(3), [0x9d, 1, 0x2a], u16le(640), u16le(480)), 'webp'],
    ['WebP, lossless', webp('VP8L', [0x2f], [0x7f, 0xc2, 0x77, 0]), 'webp'],
  ])('as %s is known by its content, with its size', (_, bytes, ending) => {
    expect(pictureOf(bytes)).toMatchObject({
      picture: { name: expect.stringMatching(new RegExp(`^[0-9a-f]{32}\\.${ending}$`)), width: 640, height: 480 },
    });
  });

  it.each([
    ['nothing', bytesOf('')],
    ['text', bytesOf('hello')],
    ['SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', bytesOf('<!doctype html><script>alert(1)</script>')],
    ['a PDF', bytesOf('%PDF-1.7')],
    ['a BMP', bytesOf('BM', blank(60))],
    ['a PNG without its header', bytesOf('\x89PNG\r\n\x1a\n', u32(13), 'tEXt', blank(60))],
    ['a PNG that ends early', png(9, 9).slice(0, 20)],
    ['a JPEG without a frame', bytesOf([0xff, 0xd8, 0xff, 0xd9], blank(60))],
    ['a JPEG that ends early', jpeg(9, 9).slice(0, 8)],
    ['a JPEG whose segment has no length', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 0], blank(60))],
    ['a GIF of no year', bytesOf('GIF88a', blank(20))],
    ['a WebP of no kind', webp('ICCP')],
    ['a lossless WebP without its mark', webp('VP8L')],
    ['a lossy WebP without its mark', webp('VP8 ')],
    ['a picture of no width', png(0, 9)],
    ['a picture of a million pixels a side', png(1_000_000, 1_000_000)],
    ['a picture of one very long line', gif(1, 8_001)],
    ['a picture of 49 million pixels', jpeg(7_000, 7_000)],
    ['a picture of two mebibytes', bytesOf('\x89PNG\r\n\x1a\n', blank(2 * pictureBytesMax))],
  ])('is not %s', (_, bytes) => {
    expect(pictureOf(bytes)).toEqual({ problem: expect.stringMatching(/\.$/) });
  });

  it('of any bytes is found out without a fault', () => {
    for (const sound of [png(9, 9), gif(9, 9), jpeg(9, 9, segment), webp('VP8X'), webp('VP8L', [0x2f])]) {
      for (let length = 0; length < sound.length; length += 1) pictureOf(sound.slice(0, length));
      for (let at = 0; at < sound.length; at += 1) pictureOf(sound.with(at, 0xff));
    }
  });
});
