import { readFile, stat } from 'node:fs/promises';

import { detectFormat, type QuestionFormatName, questionFormatNames } from '#libs/interchange';

import { Unusable } from './command.js';

/** As much as the platform itself takes in one upload. */
const fileBytesMax = 20 * 1024 * 1024;

/** @throws Unusable for what is missing, no file, unreadable or too large. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size, isFile } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) throw new Unusable(`${path} is no file.`);
    if (size > fileBytesMax) {
      throw new Unusable(`${path} has ${size} bytes; at most ${fileBytesMax} are read. Split it.`);
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

/** @throws Unusable for what is not UTF-8 text. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unusable(`${path} is not UTF-8 text. Save it as UTF-8 and try again.`);
  }
}

/** The format that was named, or what the file itself says; without bytes, for a file that is still to be written. */
export function formatOf(named: string | undefined, path: string, bytes: Uint8Array | null): QuestionFormatName {
  const known = questionFormatNames.find((name) => name === named);
  if (known !== undefined) return known;
  const formats = questionFormatNames.join(', ');
  if (named !== undefined) throw new Unusable(`There is no format "${named}". Known formats: ${formats}.`);
  const detected = detectFormat(bytes ?? new Uint8Array(), path);
  if (detected === null) {
    const option = bytes === null ? '--to' : '--from';
    throw new Unusable(`The format of ${path} cannot be told. Name it with ${option}, one of: ${formats}.`);
  }
  return detected;
}

/** What the system says in codes, in words. */
const systemWords: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it is not yours to open',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is no folder',
  ENOSPC: 'the disk is full',
};

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return systemWords[code] ?? error.message;
}
