import { describe, expect, it } from '@jest/globals';
import { policySchema, type Question } from '#libs/contracts';

import { manifestOf, publishedSection, reasonsAgainst, sectionBytesMax } from './publication.js';

const courseId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const sectionId = '3f2504e0-4f89-41d3-9a0c-0305e82c3302';
const question: Question = {
  id: courseId,
  version: 2,
  type: 'true_false',
  stem: 'Sure?',
  tags: [],
  points: '1',
  key: true,
};
const draft = {
  id: sectionId,
  position: 0,
  title: 'One',
  prose: '',
  isRequired: true,
  prerequisites: [],
  policy: policySchema.parse({}),
  topics: [],
  resources: [],
  questionCount: 1,
  version: 9,
};
const of = { courseId, publication: 3 };

describe('a section that goes out', () => {
  it('carries what the contract names and nothing of the desk it was made at', () => {
    const section = publishedSection(draft, [question], of);
    expect(section).toMatchObject({ ...of, sectionId, questions: [question] });
    expect(Object.keys(section)).not.toEqual(expect.arrayContaining(['questionCount', 'version', 'id']));
  });

  it('is named in the manifest', () => {
    const course = {
      id: courseId,
      ownerId: courseId,
      slug: 'c',
      title: 'C',
      summary: '',
      policy: { credentialValidDays: 365 },
    };
    const manifest = manifestOf(course, 3, [publishedSection(draft, [question], of)], new Date(0));
    expect(manifest).toMatchObject({ ...of, sectionIds: [sectionId], certificateValidDays: 365 });
    expect(manifest.publishedAt).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('reasons against a publication', () => {
  it.each([
    ['no section', [], ['/sections']],
    ['a sound section', [publishedSection(draft, [question], of)], []],
    ['a section without questions', [publishedSection(draft, [], of)], ['/sections/0/questions']],
    [
      'pictures that the course does not have',
      [
        publishedSection(
          { ...draft, prose: '![a](media:lost.png) ![b](media:known.png)' },
          [{ ...question, hints: ['Look: ![c](media:known.png)', '![d](<media:gone.gif>)'] }],
          of,
        ),
      ],
      ['/sections/0/prose', '/sections/0/questions/0/hints/1'],
    ],
    [
      'a section larger than a message',
      [publishedSection({ ...draft, prose: 'x'.repeat(sectionBytesMax) }, [question], of)],
      ['/sections/0'],
    ],
  ])('%s', (_, sections, pointers) => {
    expect(reasonsAgainst(sections, new Set(['known.png'])).map((reason) => reason.pointer)).toEqual(pointers);
  });
});
