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

/** The format that was named, or what the file itself says. */
export function formatOf(named: string | undefined, path: string, bytes: Uint8Array | null): QuestionFormatName {
  const known = questionFormatNames.find((name) => name === named);
  if (known !== undefined) return known;
  const formats = questionFormatNames.join(', ');
  if (named !== undefined) throw new Unusable(`There is no format "${named}". Known formats: ${formats}.`);
  const detected = detectFormat(bytes ?? new Uint8Array(), path);
  if (detected === null) throw new Unusable(`The format of ${path} cannot be told. Name it, one of: ${formats}.`);
  return detected;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
