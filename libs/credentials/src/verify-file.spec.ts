import { deflateSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { crc32 } from './bake/crc32.js';
import { bakePng } from './bake/png.js';
import { bakeSvg } from './bake/svg.js';
import { NoCredentialThere, readCredentialFile } from './verify-file.js';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const json = '{"a":"é"}';
const jwt = `${part({ alg: 'RS256' })}.${part({ a: 1 })}.AAAA`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';
const png = pictureOfOnePixel();

describe('readCredentialFile', () => {
  it.each<[string, Uint8Array, string, unknown]>([
    ['JSON', bytes(json), 'json', { a: 'é' }],
    ['JSON with a byte order mark and blanks', bytes(`\ufeff\n ${json}\n`), 'json', { a: 'é' }],
    ['a JWT', bytes(` ${jwt}\r\n`), 'jwt', jwt],
    ['an SVG with JSON', bytes(bakeSvg(svg, json)), 'svg', { a: 'é' }],
    ['an SVG with a JWT', bytes(bakeSvg(svg, jwt)), 'svg', jwt],
    ['a PNG with JSON', bakePng(png, json), 'png', { a: 'é' }],
    ['a PNG with a JWT', bakePng(png, jwt), 'png', jwt],
  ])('finds the credential in %s', (_, file, format, credential) => {
    expect(readCredentialFile(file)).toEqual({ format, credential });
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', bytes(''), 'neither a JSON document'],
    ['words', bytes('my badge'), 'neither a JSON document'],
    ['a list', bytes('[1]'), 'neither a JSON document'],
    ['broken JSON', bytes('{"a":'), 'not JSON'],
    ['a member twice', bytes('{"a":1,"a":2}'), 'there twice'],
    ['too much JSON', bytes(`{"a":"${'x'.repeat(70_000)}"}`), 'larger than'],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00), 'neither a PNG picture nor text'],
    ['an SVG without one', bytes(svg), 'No credential is baked into this SVG'],
    ['a PNG without one', png, 'No credential is baked into this PNG'],
    ['a PNG that ends early', png.subarray(0, 30), ''],
    ['an SVG with entities', bytes(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg}`), ''],
    ['a page', bytes('<html><body>404</body></html>'), ''],
  ])('says why there is none in %s', (_, file, reason) => {
    expect(() => readCredentialFile(file)).toThrow(NoCredentialThere);
    expect(() => readCredentialFile(file)).toThrow(reason);
  });
});

function pictureOfOnePixel(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
