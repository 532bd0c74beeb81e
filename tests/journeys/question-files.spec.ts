import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, ApiProblem, createApi } from '#libs/api-client';

import { People } from './support/people.js';
import { Stack } from './support/stack.js';

let stack: Stack;
let api: Api;
let courseId: string;

beforeAll(async () => {
  stack = await Stack.start();
  const people = await People.invite(stack.url);
  api = createApi({ baseUrl: stack.url, accessToken: () => people.tokenOf('author') });
  courseId = (await api.content.createCourse('Files')).id;
}, 180_000);
afterAll(() => stack.stop());

const newSection = async () => (await api.content.addSection(courseId, 'Section')).id;
const file = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);

/** How often the platform says that it is alive until the work is over: a service that read the file itself would be silent. */
async function answersDuring(work: Promise<unknown>): Promise<number> {
  const progress = { isOver: false, answers: 0 };
  const over = work.finally(() => (progress.isOver = true));
  // Ends with the work, which has a limit of its own.
  while (!progress.isOver) {
    await fetch(`${stack.url}/health/live`).then((response) => response.text());
    if (!progress.isOver) progress.answers += 1;
  }
  await over;
  return progress.answers;
}

const xml = (body: string) => `<?xml version="1.0"?>${body}`;
const moodle = (text: string) =>
  xml(`<quiz><question type="truefalse"><name><text>Q</text></name><questiontext format="html"><text>${text}</text>
  </questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`);
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

const hostile: readonly (readonly [what: string, name: string, content: string | Uint8Array<ArrayBuffer>])[] = [
  ['billion laughs', 'a.xml', xml(`<!DOCTYPE quiz [<!ENTITY l0 "ha">${laughs}]><quiz>&l9;</quiz>`)],
  ['an external entity', 'a.xml', xml('<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>')],
  ['a million numeric entities', 'a.xml', moodle('&amp;#65;'.repeat(150_000))],
  ['200,000 nested elements', 'a.xml', xml('<quiz>' + '<a>'.repeat(200_000))],
  ['200,000 nested HTML elements', 'a.xml', moodle('&lt;b&gt;'.repeat(150_000))],
  ['2,000 nested lists', 'a.md', `## Q\n\n${'- '.repeat(2_000)}x\n\n- [x] True\n- [ ] False\n`],
  [
    '3,000 footnotes',
    'a.md',
    `## Q ${Array.from({ length: 3_000 }, (_, at) => `[^${at}]`).join('')}\n\n- [x] True\n- [ ] False\n`,
  ],
  ['10,000 links', 'a.gift', `Q ${'[a](http://b.example) '.repeat(10_000)}{T}`],
  ['nothing but braces', 'a.bin', '{'.repeat(200_000)],
  ['nothing but blanks in a brace', 'a.bin', `{${' '.repeat(200_000)}`],
  ['nothing but escapes', 'a.gift', '\\'.repeat(400_000)],
  ['100,000 gaps', 'a.gift', 'Q {'.concat('=a '.repeat(100_000), '}')],
  [
    'a YAML bomb',
    'a.yaml',
    `a: &a [x]\n${Array.from({ length: 20 }, (_, at) => `b${at}: &b${at} [${'*a,'.repeat(50)}]`).join('\n')}`,
  ],
  ['200,000 nested brackets', 'a.json', '['.repeat(200_000)],
  [
    'a package that is none',
    'a.zip',
    new Uint8Array([0x50, 0x4b, 3, 4, ...gzipSync(Buffer.alloc(50_000_000)).subarray(0, 50_000)]),
  ],
  ['20 MiB of noise', 'a.gift', 'x'.repeat(20 * 1_024 * 1_024 - 10)],
];

const refusals = ['file_too_complex', 'format_unknown', 'file_too_large', 'body_too_large'];

describe('a hostile file of questions', () => {
  it.each(hostile)(
    'of %s is refused or made harmless in time, and holds nobody up',
    async (_, name, content) => {
      const sectionId = await newSection();
      const begin = performance.now();
      const given = { format: 'auto' as const, file: file(content, name), dryRun: false };
      const outcome = api.content.importQuestions(sectionId, given).then(
        ({ items }) => items.flatMap(({ losses, reasons }) => [...losses, ...reasons]).join(' '),
        (problem: unknown) => (problem instanceof ApiProblem ? problem.code : String(problem)),
      );
      const answers = await answersDuring(outcome);
      const said = await outcome;
      expect(said === '' || refusals.includes(said) || said.endsWith('.') || said.includes(': ')).toBe(true);
      const took = performance.now() - begin;
      // Far above what it takes: what is held here is that it ends.
      expect(took).toBeLessThan(40_000);
      // What is over in a moment may be over before anybody asks.
      expect(answers > 0 || took < 500).toBe(true);
      expect((await api.content.tags(sectionId)).questions).toBeLessThanOrEqual(1);
    },
    60_000,
  );
});

describe('a bank of 1,000 questions', () => {
  it('in GIFT is stored and reported, and again changes nothing', async () => {
    const sectionId = await newSection();
    const text = Array.from({ length: 1_000 }, (_, at) => `::Q${at}:: What is ${at}? {\n=It#Yes\n~Not#No\n~Else\n}\n`);
    const given = { format: 'gift' as const, text: text.join('\n'), dryRun: false };
    const report = await api.content.importQuestions(sectionId, given);
    expect(report).toMatchObject({ imported: 1_000, refused: 0 });
    expect((await api.content.importQuestions(sectionId, given)).items).toEqual(report.items);
    expect((await api.content.tags(sectionId)).questions).toBe(1_000);
  });

  it('goes out as a file and comes back', async () => {
    const sectionId = await newSection();
    await api.content.importQuestions(sectionId, { format: 'gift', text: 'Sure? {T}', dryRun: false });
    const bytes = await api.content.exportQuestions(sectionId, 'qti');
    if (!(bytes instanceof Blob)) throw new Error('no file came');
    const there = await newSection();
    const report = await api.content.importQuestions(there, {
      format: 'auto',
      file: new File([bytes], 'bank.zip'),
      dryRun: false,
    });
    expect(report).toMatchObject({ format: 'qti', imported: 1 });
  });
});
