import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import {
  type Check,
  type CredentialFacts,
  NoCredentialThere,
  plainText,
  readCredentialFile,
  type Resolver,
  type Verification,
  verifyCredential,
} from '#libs/credentials';
import { z } from 'zod';

import { type Command, exitCodes, print, printJson, readArguments, Unusable } from './command.js';
import { readBytes, reasonOf } from './files.js';

const usage = 'verify FILE [--offline FOLDER | --local] [--recipient EMAIL] [--json]';
const options = {
  offline: { type: 'string' },
  local: { type: 'boolean' },
  recipient: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const localTimeoutMs = 3_000;

/** Whether a badge is good today, with every check by name. */
export const verify: Command = {
  usage,
  summary: 'verify a badge or certificate (JSON, JWT, baked PNG or SVG) of any issuer',
  async run(args) {
    const { positionals, values } = readArguments(args, { usage, options, files: 1 });
    const [path = ''] = positionals;
    const { format, credential } = openFile(path, await readBytes(path));
    const verification = await verifyCredential(credential, {
      resolve: await resolverFor(values),
      now: new Date(),
      ...(values.recipient === undefined ? {} : { recipientEmail: values.recipient }),
    });
    const { isValid, checks, warnings, facts } = verification;
    if (values.json) printJson({ file: path, format, isValid, checks, warnings, credential: facts });
    else print(linesOf(path, verification));
    return isValid ? exitCodes.clean : exitCodes.findings;
  },
};

function openFile(path: string, bytes: Uint8Array) {
  try {
    return readCredentialFile(bytes);
  } catch (error) {
    if (error instanceof NoCredentialThere) throw new Unusable(`${path} holds no credential: ${error.message}`);
    throw error;
  }
}

async function resolverFor({ offline, local }: { offline?: string; local?: boolean }): Promise<Resolver> {
  if (offline === undefined) return local === true ? withLocal(await fromNetwork()) : withHint(await fromNetwork());
  if (local === true) throw new Unusable('Give --offline or --local, not both.');
  return fromFolder(offline);
}

/** Keys and status lists from whoever issued it: public https only. */
async function fromNetwork(): Promise<Resolver> {
  // The library of the services takes a second to load, which no other command should wait for.
  const { OutboundClient } = await import('#libs/platform');
  const outbound = new OutboundClient();
  return async (url) => {
    const answer = await outbound.get(url, 'application/json, application/ld+json, application/jwt;q=0.9, */*;q=0.1');
    if (!answer.ok) return { found: false, why: `${url}: ${answer.why}`, isMissing: answer.code === 'missing' };
    return readDocument(url, answer.bytes);
  };
}

/** An issuer on this very machine, as after `npm start`. */
const isLocal = (url: string) => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?\//.test(url);

/** Nothing on this machine is asked because a badge says so; whoever runs the command may. */
function withHint(resolve: Resolver): Resolver {
  return async (url) => {
    if (!isLocal(url)) return resolve(url);
    return { found: false, why: `${url} is on this machine. With --local it is asked.` };
  };
}

function withLocal(resolve: Resolver): Resolver {
  return async (url) => (isLocal(url) ? fromThisMachine(url) : resolve(url));
}

async function fromThisMachine(url: string) {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(localTimeoutMs) });
    if (answer.ok) return readDocument(url, new Uint8Array(await answer.arrayBuffer()));
    return { found: false, why: `${url} answers ${answer.status}.`, isMissing: answer.status === 404 } as const;
  } catch (error) {
    return { found: false, why: `${url} does not answer: ${reasonOf(error)}` } as const;
  }
}

const index = z.record(z.string(), z.string());

/** Documents that lie in a folder: under the names that its `index.json` gives their URLs, or under the URL itself, percent-encoded. */
async function fromFolder(folder: string): Promise<Resolver> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Unusable(`--offline ${folder} is no folder.`);
  const names = await readIndex(join(folder, 'index.json'));
  return async (url) => {
    const encoded = encodeURIComponent(url);
    const candidates = [names.get(url) ?? [], encoded, `${encoded}.json`].flat().map((name) => join(folder, name));
    for (const path of candidates) {
      const bytes = await readFile(path).catch(() => null);
      if (bytes !== null) return readDocument(url, bytes);
    }
    return { found: false, why: `${url} is not in ${folder}.` };
  };
}

async function readIndex(path: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  try {
    return new Map(Object.entries(index.parse(JSON.parse(text))));
  } catch (error) {
    throw new Unusable(`${path} must be one JSON object of URLs and file names: ${reasonOf(error)}`);
  }
}

function readDocument(url: string, bytes: Uint8Array) {
  try {
    return { found: true, json: readCredentialFile(bytes).credential } as const;
  } catch (error) {
    if (error instanceof NoCredentialThere)
      return { found: false, why: `${url} is no document: ${error.message}` } as const;
    throw error;
  }
}

const words: Readonly<Record<Check['outcome'], string>> = { pass: 'pass   ', fail: 'FAIL   ', unknown: 'unknown' };

/** What a badge says stays one line of the terminal, and commands nothing there. */
const said = (text: string) => plainText(text, 1_000);

function linesOf(path: string, { isValid, checks, warnings, facts }: Verification): string[] {
  const about = facts === null ? [] : [`${path}: “${said(facts.name)}” of ${said(issuerIn(facts))}`];
  const failed = checks.filter(({ outcome }) => outcome !== 'pass').map(({ name }) => name);
  return [
    ...about,
    ...checks.map(({ name, outcome, detail }) => `${path}: ${words[outcome]} ${name.padEnd(7)} ${said(detail)}`),
    ...warnings.map((warning) => `${path}: warning ${said(warning)}`),
    isValid ? `${path}: valid` : `${path}: not valid (${failed.join(', ')})`,
  ];
}

/** Anybody can take a name: the address tells whose key it is. */
function issuerIn({ issuer: { id, name } }: CredentialFacts): string {
  return name === null ? id : `${name} (${id})`;
}
