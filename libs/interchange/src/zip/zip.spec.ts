import { crc32, deflateRawSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { zipLimits } from './limits.js';
import { readZip } from './read-zip.js';
import { writeZip } from './write-zip.js';

const text = (content: string) => new TextEncoder().encode(content);

/** What a hostile packer may write; everything but the path has an honest default. */
interface Forged {
  readonly path: string | Uint8Array;
  readonly content?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly mode?: number;
  /** Of both headers. */
  readonly unpackedBytes?: number;
  readonly packedBytes?: number;
  readonly crc?: number;
  /** Of the local header alone. */
  readonly localPath?: string;
  readonly localUnpackedBytes?: number;
  readonly localFlags?: number;
  /** The local header of another entry, by its place. */
  readonly sharesWith?: number;
  readonly tail?: Uint8Array;
}

function fields(...pairs: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const out = new DataView(new ArrayBuffer(pairs.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of pairs) {
    if (bytes === 2) out.setUint16(at, value, true);
    else out.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(out.buffer);
}

const nameOf = (path: string | Uint8Array) => (typeof path === 'string' ? text(path) : path);

/** A package as its bytes are, with every lie that was asked for. */
function forge(
  entries: readonly Forged[],
  end: { count?: number; countHere?: number; tail?: string } = {},
): Uint8Array {
  const parts: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  const offsets: number[] = [];
  let size = 0;
  for (const entry of entries) {
    const { content = text('content'), method = 8, flags = 0, mode = 0o100644 } = entry;
    const data = Buffer.concat([method === 8 ? deflateRawSync(content) : content, entry.tail ?? new Uint8Array()]);
    const { crc = crc32(content), packedBytes = data.length, unpackedBytes = content.length } = entry;
    const name = nameOf(entry.path);
    const local = nameOf(entry.localPath ?? entry.path);
    const offset = entry.sharesWith === undefined ? size : (offsets[entry.sharesWith] ?? 0);
    offsets.push(offset);
    if (entry.sharesWith === undefined) {
      const head = fields([4, 0x04034b50], [2, 20], [2, entry.localFlags ?? flags], [2, method], [4, 0], [4, crc]);
      const sizes = fields([4, packedBytes], [4, entry.localUnpackedBytes ?? unpackedBytes], [2, local.length], [2, 0]);
      parts.push(head, sizes, local, data);
      size += head.length + sizes.length + local.length + data.length;
    }
    const record = fields([4, 0x02014b50], [2, 0x031e], [2, 20], [2, flags], [2, method], [4, 0], [4, crc]);
    const sizes = fields([4, packedBytes], [4, unpackedBytes], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0]);
    records.push(record, sizes, fields([4, mode * 0x10000], [4, offset]), name);
  }
  const list = Buffer.concat(records);
  const { count = entries.length, countHere = count } = end;
  const ending = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, countHere],
    [2, count],
    [4, list.length],
    [4, size],
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([...parts, list, ending, text(end.tail ?? '')]));
}

function refusalOf(bytes: Uint8Array): string {
  const result = readZip(bytes);
  return result.ok ? `read ${[...result.files.keys()].join(' ')}` : result.refusal.code;
}

const zeros = (bytes: number) => new Uint8Array(bytes);
const honest = { path: 'a.xml', content: text('<a/>') };

describe('readZip', () => {
  it('reads what packers write', () => {
    const bytes = forge([honest, { path: 'img/', content: zeros(0), method: 0 }, { path: 'img/ä.txt', method: 0 }]);
    const result = readZip(bytes);
    expect(result).toEqual({
      ok: true,
      files: new Map([
        ['a.xml', text('<a/>')],
        ['img/ä.txt', text('content')],
      ]),
    });
  });

  it('takes sizes that stand only in the directory, as those who pack a stream write them', () => {
    const [flags, content] = [0x0008, text('streamed')];
    const packed = forge([{ path: 'a', content, flags }]);
    packed.fill(0, 14, 26);
    expect(refusalOf(packed)).toBe('read a');
  });

  it.each<[string, Forged, string]>([
    ['a path out of the package', { path: '../../etc/passwd' }, 'unsafe_path'],
    ['a path out of the package in its middle', { path: 'a/../../b' }, 'unsafe_path'],
    ['an absolute path', { path: '/etc/passwd' }, 'unsafe_path'],
    ['a drive', { path: 'C:/a' }, 'unsafe_path'],
    ['a backslash', { path: '..\\a' }, 'unsafe_path'],
    ['a zero byte', { path: 'a\0.xml' }, 'unsafe_path'],
    ['a line end', { path: 'a\n.xml' }, 'unsafe_path'],
    ['no name', { path: '' }, 'unsafe_path'],
    ['a dot', { path: './a' }, 'unsafe_path'],
    ['two slashes', { path: 'a//b' }, 'unsafe_path'],
    ['the prototype', { path: '__proto__' }, 'unsafe_path'],
    ['a long path', { path: 'a'.repeat(241) }, 'unsafe_path'],
    ['a deep path', { path: 'a/'.repeat(16) + 'b' }, 'unsafe_path'],
    ['a name of some code page', { path: new Uint8Array([0x84, 0x2e]) }, 'unsafe_path'],
    ['a link', { path: 'a', content: text('/etc/passwd'), mode: 0o120777 }, 'link'],
    ['a device', { path: 'a', mode: 0o020666 }, 'link'],
    ['a password', { path: 'a', flags: 1 }, 'encrypted'],
    ['a hidden directory', { path: 'a', flags: 0x2000 }, 'encrypted'],
    ['another method', { path: 'a', method: 12 }, 'unsupported'],
    ['a package by its name', { path: 'inner.zip' }, 'nested_archive'],
    ['a package by its content', { path: 'c.xml', content: forge([honest]), method: 0 }, 'nested_archive'],
    ['a packed tape', { path: 'a', content: Uint8Array.from([0x1f, 0x8b, 8, 0]) }, 'nested_archive'],
    ['a folder that holds something', { path: 'a/' }, 'lying_size'],
    ['more bytes than announced', { path: 'a', unpackedBytes: 3 }, 'lying_size'],
    ['fewer bytes than announced', { path: 'a', unpackedBytes: 300 }, 'lying_size'],
    ['another size in the local header', { path: 'a', localUnpackedBytes: 3 }, 'lying_size'],
    ['stored bytes of another number', { path: 'a', method: 0, unpackedBytes: 3 }, 'lying_size'],
    ['bytes behind the packed ones', { path: 'a', tail: text('hidden') }, 'lying_size'],
    ['another name in the local header', { path: 'c.xml', localPath: 'd.exe' }, 'damaged'],
    ['other flags in the local header', { path: 'a', localFlags: 8 }, 'damaged'],
    ['another checksum', { path: 'a', crc: 7 }, 'damaged'],
    ['bytes that were never packed', { path: 'a', content: text('\u0007no deflate'), method: 0 }, 'damaged'],
  ])('refuses %s', (_, entry, code) => {
    const bytes = forge([honest, entry]);
    if (code === 'damaged' && entry.method === 0) relabelAsDeflated(bytes, entry);
    expect(refusalOf(bytes)).toBe(code);
  });

  it('says which entry, why and how to mend it', () => {
    expect(readZip(forge([honest, { path: '../b' }]))).toEqual({
      ok: false,
      refusal: {
        code: 'unsafe_path',
        path: '../b',
        message: 'The path “../b” leads out of the package (“..”). Rename it and pack again.',
      },
    });
  });

  it('refuses two entries of one name, also where they only differ in how an accent is written', () => {
    expect(refusalOf(forge([honest, honest]))).toBe('duplicate');
    expect(refusalOf(forge([{ path: 'é' }, { path: 'e\u0301' }]))).toBe('duplicate');
    expect(refusalOf(forge([{ path: 'a' }, { path: 'a/', content: zeros(0), method: 0 }]))).toBe('duplicate');
  });

  it('refuses a bomb of overlapping entries before anything is unpacked', () => {
    const kernel = { path: 'a', content: zeros(60_000) };
    const copies = Array.from({ length: 1_000 }, () => ({ ...kernel, sharesWith: 0 }));
    expect(refusalOf(forge([kernel, { ...kernel, sharesWith: 0 }]))).toBe('duplicate');
    const named = copies.map((copy, index) => ({ ...copy, path: `a${index}`, localPath: 'a' }));
    expect(['overlap', 'damaged', 'ratio']).toContain(refusalOf(forge([kernel, ...named])));
  });

  it('refuses entries that share bytes under one name of equal length', () => {
    const inner = forge([{ path: 'b', content: text('inside') }]).subarray(
      0,
      30 + 1 + deflateRawSync(text('inside')).length,
    );
    const bytes = forge([
      { path: 'a', content: inner, method: 0 },
      { path: 'b', content: text('inside'), sharesWith: 0 },
    ]);
    const record = bytes.length - 22 - 47;
    new DataView(bytes.buffer).setUint32(record + 42, 31, true);
    expect(refusalOf(bytes)).toBe('overlap');
  });

  it('refuses 42.zip: a small package that unpacks to a very large one', () => {
    const bomb = { path: 'bomb', content: zeros(30 * 1_024 * 1_024) };
    expect(refusalOf(forge([bomb]))).toBe('ratio');
    const many = Array.from({ length: 1_999 }, (_, index) => ({ path: `${index}`, content: zeros(64 * 1_024) }));
    expect(refusalOf(forge(many))).toBe('too_large');
    expect(refusalOf(forge(many.slice(0, 400)))).toBe('ratio');
  });

  it('stops a bomb that lies about its size at the announced byte', () => {
    const content = zeros(50 * 1_024 * 1_024);
    const before = process.memoryUsage().arrayBuffers;
    const bytes = forge([{ path: 'a', content, unpackedBytes: 1_000 }]);
    // Of this process, not of the clock: other suites run beside this one.
    const started = process.cpuUsage();
    expect(refusalOf(bytes)).toBe('lying_size');
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(5_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(120 * 1_024 * 1_024);
  });

  it('refuses 10,000 entries by what the end says and by what the list holds', () => {
    const entries = Array.from({ length: 10_000 }, (_, index) => ({ path: `${index}`, content: zeros(0), method: 0 }));
    const started = performance.now();
    expect(refusalOf(forge(entries))).toBe('too_many_entries');
    expect(refusalOf(forge(entries, { count: 5 }))).toBe('too_many_entries');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('refuses a package of more than 20 MiB without a look into it', () => {
    expect(refusalOf(zeros(zipLimits.packedBytesMax + 1))).toBe('too_large');
  });

  it.each<[string, () => Uint8Array, string]>([
    ['nothing', () => zeros(0), 'not_a_zip'],
    ['text', () => text('question'), 'not_a_zip'],
    ['a package with bytes behind it', () => forge([honest], { tail: 'x' }), 'not_a_zip'],
    ['a package cut short', () => forge([honest]).subarray(0, 60), 'not_a_zip'],
    ['a list that names more than it has', () => forge([honest], { count: 2 }), 'damaged'],
    ['a list that names less than it has', () => forge([honest, { path: 'b' }], { count: 1 }), 'damaged'],
    ['a part of several packages', () => forge([honest], { countHere: 0 }), 'unsupported'],
    ['bytes before the package', () => new Uint8Array(Buffer.concat([text('MZ'), forge([honest])])), 'damaged'],
    ['the Zip64 form', () => forge([honest], { count: 0xffff }), 'unsupported'],
  ])('refuses %s', (_, make, code) => {
    expect(refusalOf(make())).toBe(code);
  });

  it('never throws and never makes more than it may, whatever the bytes are', () => {
    const sound = forge([honest, { path: 'b', content: text('b'.repeat(500)) }]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        const result = readZip(bytes);
        if (result.ok) expect([...result.files.values()].every((content) => content.length <= 500)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** Says of stored bytes that they are packed, in both headers. */
function relabelAsDeflated(bytes: Uint8Array, { path }: Forged): void {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const mark = view.getUint32(at, true);
    const [method, name] = mark === 0x04034b50 ? [at + 8, at + 30] : [at + 10, at + 46];
    if (mark !== 0x04034b50 && mark !== 0x02014b50) continue;
    if (bytes[name] === nameOf(path)[0] && bytes[name + 1] !== '.'.charCodeAt(0)) view.setUint16(method, 8, true);
  }
}

describe('writeZip', () => {
  const path = fc.stringMatching(/^[a-z0-9ä]{1,8}(\/[a-z]{1,4}){0,3}\.[a-y]{2}$/);
  const files = fc
    .dictionary(path, fc.uint8Array({ maxLength: 300 }))
    .map((entries) => new Map(Object.entries(entries)));

  it('writes what is read as the same files', () => {
    fc.assert(
      fc.property(files, (written) => {
        const result = readZip(writeZip(written));
        expect(result.ok ? new Map([...result.files].toSorted()) : result).toEqual(new Map([...written].toSorted()));
      }),
      { numRuns: 200 },
    );
  });

  it('writes the same bytes for the same files, whatever their order, the time and the zone', () => {
    const forth = new Map([
      ['b', text('2')],
      ['a/x', text('1'.repeat(999))],
      ['7', text('3')],
    ]);
    const back = new Map([...forth].toReversed());
    expect(writeZip(back)).toEqual(writeZip(forth));
    expect(Buffer.from(writeZip(forth)).subarray(10, 14)).toEqual(Buffer.from([0, 0, 0x21, 0]));
  });

  it.each(['../a', '/a', 'a\\b', 'a/', 'inner.zip', '__proto__', ''])('refuses to write “%s”', (bad) => {
    expect(() => writeZip(new Map([[bad, text('x')]]))).toThrow(RangeError);
  });
});
