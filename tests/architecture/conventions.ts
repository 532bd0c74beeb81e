import type { Source } from './sources.js';

/** A habit that a search can hold. `broken` is an example that it must find, `sound` one that it must let pass. */
export interface Convention {
  readonly name: string;
  readonly why: string;
  readonly appliesTo: (path: string) => boolean;
  /** Lines (from 1) that break it. */
  readonly findIn: (source: Source) => readonly number[];
  readonly broken: Source;
  readonly sound: Source;
}

const isSpec = (path: string) => /\.spec\.tsx?$/.test(path);
const isCode = (path: string) => /^(apps|libs|scripts|tests)\/.*\.(ts|tsx|mjs)$/.test(path);
const isService = (path: string) => /^apps\/(auth|content|quiz)\/src\/.*\.ts$/.test(path);
/** The examples below would otherwise accuse this very folder. */
const isOwn = (path: string) => path.startsWith('tests/architecture/');

/** Lines that match, comments included: a rule that a comment may break is not one. */
function linesLike(pattern: RegExp): Convention['findIn'] {
  return ({ text }) => text.split('\n').flatMap((line, at) => (pattern.test(line) ? [at + 1] : []));
}

/** The reason stands behind two dashes, or as a comment on the line above. */
function linesHushedWithoutReason({ text }: Source): number[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const isHushed = /(oxlint|eslint)-disable|@ts-expect-error|prettier-ignore/.test(line);
    const hasReason = /--\s*\w|@ts-expect-error\W+\w/.test(line) || /^\s*(\/\/|\*|\/\*|<!--)/.test(lines[at - 1] ?? '');
    return isHushed && !hasReason ? [at + 1] : [];
  });
}

const habits: readonly Convention[] = [
  {
    name: 'only config.ts reads the environment',
    why: 'Settings are validated in one place, at start, all at once.',
    appliesTo: (path) =>
      /^(apps|libs)\//.test(path) &&
      isCode(path) &&
      !isSpec(path) &&
      !/\/(config|vite\.config)\.ts$|^libs\/testing\//.test(path),
    findIn: linesLike(/\bprocess\.env\b/),
    broken: { path: 'apps/quiz/src/main.ts', text: 'const port = process.env.PORT;' },
    sound: { path: 'apps/quiz/src/config.ts', text: 'const port = process.env.PORT;' },
  },
  {
    name: 'no test is left out or alone',
    why: 'A suite that cannot run here says so through libs/testing, with its reason.',
    appliesTo: isSpec,
    findIn: linesLike(/\b(it|test|describe)\.(only|skip|todo)\b|\b(xit|xdescribe|fit|fdescribe)\(/),
    broken: { path: 'libs/x/src/x.spec.ts', text: "describe.skip('later', () => {});" },
    sound: { path: 'libs/x/src/x.spec.ts', text: "describeWithKafka('relay', () => {});" },
  },
  {
    name: 'work left over has an issue number',
    why: 'A note without a number is never found again.',
    appliesTo: isCode,
    findIn: linesLike(/\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d+)/),
    broken: { path: 'libs/x/src/x.ts', text: '// TODO: later' },
    sound: { path: 'libs/x/src/x.ts', text: '// TODO(ada) #12: remove when the last reader has moved' },
  },
  {
    name: 'no path of one machine',
    why: 'It works for exactly one person.',
    appliesTo: () => true,
    findIn: linesLike(/(?<![\w.*-])\/(home|Users|root|work)\/[a-z]/),
    broken: { path: 'docs/run.md', text: 'cd /home/ada/waymark' },
    sound: { path: 'docs/run.md', text: 'GET https://example.org/home/ada' },
  },
  {
    name: 'time and chance come from outside',
    why: 'Services and rules get the moment from the injected clock and the seed as a value; otherwise no test can hold them.',
    appliesTo: (path) => (isService(path) || /^libs\/(assessment|interchange)\/src\//.test(path)) && !isSpec(path),
    findIn: linesLike(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/),
    broken: { path: 'apps/quiz/src/attempts/attempts.service.ts', text: 'const now = new Date();' },
    sound: { path: 'apps/quiz/src/attempts/attempts.service.ts', text: 'const now = this.clock.now();' },
  },
  {
    name: 'one client asks the outside',
    why: 'OutboundClient of libs/platform refuses inner addresses, redirects and endless answers; a call beside it does not. (The key set of auth lies at an address that the operator sets.)',
    appliesTo: (path) =>
      (isService(path) || /^libs\/[\w-]+\/src\/.*\.ts$/.test(path)) &&
      !isSpec(path) &&
      !/^libs\/(api-client|testing|local-servers)\/|^libs\/platform\/src\/(outbound\/outbound|key-source)\.ts$/.test(
        path,
      ),
    findIn: linesLike(
      /(?<![\w.#])fetch\(|^import (?!type)(?!.*STATUS_CODES).*from '(node:)?(http|https|http2|tls|undici|axios|got|node-fetch)'/,
    ),
    broken: { path: 'apps/quiz/src/verifications/keys.service.ts', text: 'const answer = await fetch(url);' },
    sound: {
      path: 'apps/quiz/src/verifications/keys.service.ts',
      text: 'const answer = await this.outbound.get(url);',
    },
  },
  {
    name: 'services name no HTTP status',
    why: 'One filter turns a refusal into a response.',
    appliesTo: (path) => isService(path) && /\.(service|queries|events)\.ts$/.test(path),
    findIn: linesLike(/\b(HttpStatus|HttpException|\w+(Request|Found|Forbidden|Unauthorized|Conflict)Exception)\b/),
    broken: { path: 'apps/quiz/src/attempts/attempts.service.ts', text: 'throw new NotFoundException();' },
    sound: { path: 'apps/quiz/src/attempts/attempts.service.ts', text: 'throw new AttemptMissing(id);' },
  },
  {
    name: 'shapes say their direction',
    why: 'SubmitAttemptRequest and AttemptResponse tell who sends them; a Dto does not.',
    appliesTo: isCode,
    findIn: linesLike(/\b(class|interface|type|const)\s+\w+Dto\b/),
    broken: { path: 'apps/quiz/src/attempts/attempts.dto.ts', text: 'export interface AttemptDto {}' },
    sound: { path: 'apps/quiz/src/attempts/attempts.dto.ts', text: 'export type AttemptResponse = object;' },
  },
  {
    name: 'tests wait for conditions',
    why: 'A pause is too long on a fast machine and too short on a slow one. (A moment to prove that nothing happens may pass.)',
    appliesTo: isSpec,
    findIn: linesLike(
      /await\s+(sleep|delay)\(\s*([2-9]\d\d|\d[\d_]{3,})|=>\s*setTimeout\(\w+,\s*([2-9]\d\d|\d[\d_]{3,})\)/,
    ),
    broken: { path: 'libs/x/src/x.spec.ts', text: 'await new Promise((resolve) => setTimeout(resolve, 500));' },
    sound: { path: 'libs/x/src/x.spec.ts', text: 'await until(() => relay.isIdle);' },
  },
  {
    name: 'a hushed rule says why',
    why: 'An exception without a reason is copied.',
    appliesTo: isCode,
    findIn: linesHushedWithoutReason,
    broken: { path: 'libs/x/src/x.ts', text: '// oxlint-disable-next-line no-eval' },
    sound: { path: 'libs/x/src/x.ts', text: '// oxlint-disable-next-line no-eval -- the sandbox under test evaluates' },
  },
  {
    name: 'nothing private in a public tree',
    why: 'Keys and tokens are made on first start, never shipped.',
    appliesTo: () => true,
    findIn: linesLike(/-----BEGIN ([A-Z]+ )?PRIVATE KEY-----\\?n?[A-Za-z0-9+/]|\b(ghp|xox[bp]|AKIA)[A-Za-z0-9_-]{16,}/),
    broken: { path: 'docs/run.md', text: `-----BEGIN PRIVATE KEY-----${'MIIE'.repeat(4)}` },
    sound: { path: 'docs/run.md', text: 'The key starts with -----BEGIN PRIVATE KEY----- and is made on first start.' },
  },
];

export const conventions: readonly Convention[] = habits.map((habit) => ({
  ...habit,
  appliesTo: (path) => !isOwn(path) && habit.appliesTo(path),
}));
