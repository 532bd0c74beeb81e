import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type Policy, policySchema } from '#libs/contracts';
import { questionArbitrary } from '#libs/testing';

import { storedPicture } from '../media/stored-picture.js';
import { readZip } from '../zip/read-zip.js';
import { writeZip } from '../zip/write-zip.js';
import type { CourseContent } from './course-content.js';
import { readCourseFolder } from './read-course-folder.js';
import { writeCourseFolder } from './write-course-folder.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';
const other = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a02';
const newId = () => other;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const runs = Number(process.env.RUNS ?? 150);
/** Texts that YAML might take for something else are the matter of the spec beside this one. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('one\ntwo\n', 'yes', '1.50', '', '# a: b', '2026-11-22'),
);
const words = text.filter((value) => value !== '');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const fraction = fc.constantFrom('1/3', '0.5', '0');
const bank = fc.uniqueArray(questionArbitrary({ prose: words, words }), { maxLength: 4, selector: (made) => made.id });

const phase = fc.record({ score: fc.boolean(), correctness: fc.boolean(), key: fc.boolean(), feedback: fc.boolean() });
const own = <Value>(value: fc.Arbitrary<Value>) => fc.option(fc.option(value, { nil: null }), { nil: undefined });
const moment = fc.constantFrom('2026-11-22T10:00:00Z', '2027-01-01T00:00:00+01:00');
const policyFields: Record<keyof Policy, fc.Arbitrary<unknown>> = {
  passMark: own(fc.constantFrom(0, 0.8, 1)),
  timeLimitSeconds: own(fc.integer({ min: 5, max: 9_999 })),
  attemptsMax: own(fc.integer({ min: 1, max: 9 })),
  cooldownSeconds: own(fc.nat(99)),
  drawCount: own(fc.integer({ min: 1, max: 9 })),
  fixedQuestions: own(fc.array(fc.uuid(), { maxLength: 2 })),
  pools: own(
    fc.array(
      fc.record({
        tags: fc.array(fc.constantFrom('a', 'b: c')),
        difficulty: fc.constantFrom('easy', null),
        count: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 2 },
    ),
  ),
  shuffleQuestions: own(fc.boolean()),
  shuffleOptions: own(fc.boolean()),
  review: own(fc.constantFrom('never', 'score_only', 'after_submit', 'after_pass')),
  reviewPhases: own(fc.record({ during: phase, afterSubmit: phase, afterPass: phase, afterClose: phase })),
  aggregation: own(fc.constantFrom('best', 'latest', 'first', 'mean')),
  practice: own(fc.record({ triesMax: fc.integer({ min: 1, max: 9 }), retryPenalty: fraction })),
  credentialValidDays: own(fc.integer({ min: 1, max: 3_650 })),
  renewalDrawCount: own(fc.integer({ min: 1, max: 9 })),
  opensAt: own(moment),
  closesAt: own(moment),
};
const policy = fc.record(policyFields);
const resource = fc.record({ id: words, title: text, url: fc.option(text, { nil: null }), kind: text });
const topic = fc.record({
  id: words,
  externalKey: fc.option(maybe(text), { nil: null }),
  title: text,
  prose: text,
  resources: fc.array(resource, { maxLength: 2 }),
});
const png = storedPicture(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
const section = fc.record({
  id: fc.uuid(),
  externalKey: fc.option(text, { nil: null }),
  title: words,
  prose: text,
  isRequired: fc.boolean(),
  prerequisites: fc.constant([] as string[]),
  policy,
  topics: fc.array(topic, { maxLength: 2 }),
  resources: fc.array(resource, { maxLength: 2 }),
  questions: bank,
});
const course = fc
  .record({
    id: fc.uuid(),
    slug: fc.stringMatching(/^[a-z0-9-]{1,10}$/),
    title: words,
    summary: text,
    language: fc.constantFrom('en', 'no', 'de'),
    policy,
    sections: fc.uniqueArray(section, { maxLength: 3, selector: (made) => made.id }),
  })
  .map((made) => chained(JSON.parse(JSON.stringify(made))))
  .filter(({ sections }) => {
    const ids = sections.flatMap(({ questions }) => questions.map((one) => one.id));
    return new Set(ids).size === ids.length;
  });

/** Each section after the first needs the one before. */
function chained(made: Omit<CourseContent, 'media'>): CourseContent {
  const sections = made.sections.map((one, index) => ({
    ...one,
    prerequisites: made.sections
      .slice(0, index)
      .slice(-1)
      .map((before) => before.id),
  }));
  return { ...made, sections, media: png ? new Map([[png.name, png.bytes]]) : new Map() };
}

describe('a course folder', () => {
  it('reads back as the very same course, also through a package', () => {
    fc.assert(
      fc.property(course, (made) => {
        const files = writeCourseFolder(made);
        const unpacked = readZip(writeZip(files));
        const result = readCourseFolder(unpacked.ok ? unpacked.files : new Map(), { newId });
        expect(result.files.filter(({ outcome }) => outcome !== 'read')).toEqual([]);
        expect(result.course).toEqual(made);
        expect([...writeCourseFolder(made)]).toEqual([...files]);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('holds every setting of a policy', () => {
    expect(Object.keys(policyFields).toSorted()).toEqual(Object.keys(policySchema.shape).toSorted());
  });

  const files = (entries: Readonly<Record<string, string | Uint8Array>>) =>
    new Map(Object.entries(entries).map(([path, file]) => [path, typeof file === 'string' ? bytesOf(file) : file]));
  const head = `id: ${id}\nslug: s\ntitle: T\n`;
  const sectionOf = (own: string) => `id: ${own}\ntitle: Section\n`;
  const truth = (own: string) => `- {id: ${own}, type: true_false, stem: S, key: true}\n`;

  it('is laid out by number and title', () => {
    const made: CourseContent = {
      id,
      slug: 's',
      title: 'T',
      summary: '',
      language: 'en',
      policy: {},
      media: new Map(),
      sections: ['Über uns!', '日本'].map((title) => ({
        id: title === '日本' ? id : other,
        externalKey: null,
        title,
        prose: '',
        isRequired: true,
        prerequisites: [],
        policy: {},
        topics: [],
        resources: [],
        questions: [],
      })),
    };
    expect([...writeCourseFolder(made).keys()]).toEqual([
      'course.yaml',
      'sections/01-uber-uns/section.yaml',
      'sections/01-uber-uns/questions.yaml',
      'sections/02-section/section.yaml',
      'sections/02-section/questions.yaml',
    ]);
    expect(new TextDecoder().decode(writeCourseFolder(made).get('course.yaml'))).toBe(
      `format: waymark-course\nformatVersion: 1\nid: ${id}\nslug: s\ntitle: T\n`,
    );
  });

  it('takes sections by number, JSON too, below a top folder, and leaves out what is none of its files', () => {
    const result = readCourseFolder(
      files({
        'my-course/course.yml': head,
        'my-course/README.md': '# Hi',
        'my-course/sections/10-b/section.yaml': sectionOf(id),
        'my-course/sections/9-a/section.json': JSON.stringify({ id: other, title: 'A' }),
        'my-course/sections/9-a/questions.json': `{"questions": [${truth(id).slice(2).trim()}]}`
          .replaceAll(/(\w+): /g, '"$1": ')
          .replace(id, `"${id}"`)
          .replace('true_false', '"true_false"')
          .replace(' S,', ' "S",'),
      }),
      { newId },
    );
    expect(result.course?.sections.map(({ title, questions }) => [title, questions.length])).toEqual([
      ['A', 1],
      ['Section', 0],
    ]);
    expect(result.files.filter(({ outcome }) => outcome === 'left_out').map(({ path }) => path)).toEqual(['README.md']);
  });

  it('judges each file alone and says what became of it', () => {
    const result = readCourseFolder(
      files({
        'course.yaml': head,
        'sections/01-a/section.yaml': `${sectionOf(id)}prerequisites: [${other}]\nprose: "![x](media:none.png)"\n`,
        'sections/01-a/questions.yaml': truth(id) + '- {type: nothing}\n',
        'sections/02-b/section.yaml': 'id: x\ntitle: B\n',
        'sections/03-c/section.yaml': sectionOf(id),
        'sections/04-d/questions.yaml': truth(other),
        'media/a.png': png?.bytes ?? '',
        'media/b.svg': '<svg/>',
      }),
      { newId },
    );
    const outcomes = Object.fromEntries(
      result.files.map(({ path, outcome, problems }) => [path, [outcome, ...problems.map(({ message }) => message)]]),
    );
    expect(outcomes).toEqual({
      'course.yaml': ['read'],
      'media/a.png': ['refused', expect.stringContaining(`${png?.name}`)],
      'media/b.svg': ['refused', expect.stringContaining('no PNG')],
      'sections/01-a/questions.yaml': ['read_with_loss'],
      'sections/01-a/section.yaml': [
        'read_with_loss',
        expect.stringContaining(other),
        expect.stringContaining('none.png'),
      ],
      'sections/02-b/section.yaml': ['refused', expect.stringContaining('id')],
      'sections/03-c/section.yaml': ['refused', expect.stringContaining('same id')],
      'sections/04-d/questions.yaml': ['left_out'],
      'sections/04-d/section.yaml': ['refused', expect.stringContaining('no section.yaml')],
    });
    expect(result.course?.sections).toHaveLength(1);
    expect(result.course?.sections[0]?.prerequisites).toEqual([]);
  });

  it('refuses a question that another section has', () => {
    const result = readCourseFolder(
      files({
        'course.yaml': head,
        'sections/1-a/section.yaml': sectionOf(id),
        'sections/1-a/questions.yaml': truth(id),
        'sections/2-b/section.yaml': sectionOf(other),
        'sections/2-b/questions.yaml': truth(id),
      }),
      { newId },
    );
    expect(result.course?.sections.map(({ questions }) => questions.length)).toEqual([1, 0]);
    expect(result.files.flatMap(({ items = [] }) => items.flatMap(({ reasons }) => reasons))).toEqual([
      'Line 1: The question is already in sections/1-a/questions.yaml.',
    ]);
  });

  it.each<[string, Record<string, string | Uint8Array>, string]>([
    ['no course.yaml', { 'sections/1-a/section.yaml': sectionOf(id) }, 'no course.yaml'],
    ['a misspelt setting', { 'course.yaml': `${head}policy:\n  passMrk: 1\n` }, 'policy.passMrk'],
    ['a newer format', { 'course.yaml': `formatVersion: 2\n${head}` }, 'formatVersion'],
    ['bytes', { 'course.yaml': Uint8Array.from([0xff, 0xfe, 0]) }, 'UTF-8'],
  ])('has no course where there is %s', (_, entries, reason) => {
    const result = readCourseFolder(files(entries), { newId });
    expect(result.course).toBeNull();
    expect(result.files.find(({ path }) => path === 'course.yaml')?.problems).toEqual([
      { line: expect.any(Number), message: expect.stringContaining(reason) },
    ]);
  });
});
