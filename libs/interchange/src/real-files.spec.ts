import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { readMarkdownQuestions, readRoadmap, type RoadmapSection, writeMarkdownQuestions } from './index.js';

const fixtures = new URL('../fixtures/', import.meta.url);
const shipped = new URL('../../../courses/python-backend/', import.meta.url);
/** The roadmap that the shipped course follows, as people keep it: `shared/roadmap` beside the checkout, where there is one. */
const original = new URL('../../../../shared/roadmap/python-backend-roadmap.md', import.meta.url);

let next = 0;
const newId = () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`;

function readCourse(file: URL) {
  const result = readRoadmap(readFileSync(file, 'utf8'), { newId });
  if (!result.ok) throw new Error(result.message);
  return result;
}

const partsOf = (sections: readonly RoadmapSection[]) => sections.flatMap((section) => [section, ...section.topics]);
const linksOf = (sections: readonly RoadmapSection[]) =>
  partsOf(sections).flatMap(({ title, resources }) => resources.map(({ url }) => [title, url]));

describe('a README with front matter, badges, HTML, emoji and task lists', () => {
  const { course, report } = readCourse(new URL('frontend-readme.md', fixtures));

  it('becomes its sections and topics', () => {
    expect(course.title).toBe('Front-end from zero');
    expect(course.sections.map(({ title, topics }) => [title, topics.map((topic) => topic.title)])).toEqual([
      ['Markup', ['Semantics', 'Media']],
      ['Styles', ['Layout', 'Layout exercises']],
    ]);
  });

  it('keeps its links where they belong', () => {
    expect(linksOf(course.sections)).toEqual([
      ['Semantics', 'https://developer.mozilla.org/en-US/docs/Web/HTML/Element/label'],
      ['Semantics', 'https://example.org/names'],
      ['Semantics', 'https://www.youtube.com/watch?v=abcdefghijk'],
      ['Media', 'https://example.org/avif'],
      ['Media', 'https://example.org/svg'],
      ['Styles', 'https://developer.mozilla.org/en-US/docs/Web/CSS/Cascade'],
      ['Layout', null],
      ['Layout', 'https://example.org/every-layout'],
      ['Layout', 'https://example.org/grid'],
      ['Layout exercises', null],
      ['Layout exercises', null],
    ]);
  });

  it('reports its decoration', () => {
    expect(report.notes.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '1 front_matter',
      '1 intro_link',
      '7 html',
      '13 badge',
      '14 badge',
      '15 badge',
      '19 comment',
      '21 contents',
      '30 emoji',
      '36 task_list',
      '49 internal_link',
      '51 emoji',
      '53 html',
      '58 html',
      '62 label',
      '67 sub_heading',
      '75 unusable_link',
      '76 unusable_link',
      '78 project_heading',
      '82 project_heading',
    ]);
  });
});

describe('a roadmap with underlined headings, keys and nested lists', () => {
  const { course } = readCourse(new URL('data-engineer.md', fixtures));

  it('becomes its sections and topics with their keys', () => {
    expect(partsOf(course.sections).map(({ title, externalKey }) => [title, externalKey])).toEqual([
      ['Part 1: Foundations', null],
      ['SQL', 'sql'],
      ['Shell', null],
      ['Part 2: Pipelines', 'pipelines'],
      ['Batch', null],
      ['Streaming', null],
    ]);
  });

  it('names links by the words beside them where their labels say nothing', () => {
    expect(course.sections[1]?.topics[0]?.resources.map(({ title }) => title)).toEqual([
      'Airflow: docs',
      'Airflow: source',
      'Why it matters',
    ]);
  });

  it('keeps code as it is', () => {
    expect(course.sections[0]?.topics[1]?.prose).toContain('# not a heading\n- not a list\n');
  });
});

describe('a list with first-level headings only', () => {
  const { course } = readCourse(new URL('flat-list.md', fixtures));

  it('takes the first heading for the title, the others for sections, and leaves the project out', () => {
    expect([course.title, ...course.sections.map(({ title }) => title)]).toEqual([
      'Awesome security reading',
      'Threat modelling',
      'Cryptography',
      'Web',
    ]);
  });
});

describe('the shipped course', () => {
  it('has every section, topic and link of the roadmap', () => {
    const { course, report } = readCourse(new URL('roadmap.md', shipped));
    expect(report).toMatchObject({ sections: 14, topics: 52, resources: 83 });
    expect(course.sections.every(({ externalKey }) => externalKey !== null)).toBe(true);
    expect(report.notes.filter(({ severity }) => severity === 'warning')).toEqual([]);
  });

  const banks = readdirSync(new URL('questions/', shipped)).filter((name) => name.endsWith('.md'));

  it('has a bank for every section', () => {
    expect(banks).toHaveLength(14);
  });

  it.each(banks)('%s arrives whole, and survives export', (name) => {
    const { items } = readMarkdownQuestions(readFileSync(new URL(`questions/${name}`, shipped), 'utf8'), { newId });
    expect(items.filter(({ outcome }) => outcome !== 'imported')).toEqual([]);
    expect(items.length).toBeGreaterThanOrEqual(6);
    const questions = items.flatMap(({ question }) => question ?? []);
    const again = readMarkdownQuestions(writeMarkdownQuestions(questions), { newId }).items;
    expect(again.map(({ key, question }) => ({ ...question, id: key }))).toEqual(questions);
  });
});

if (existsSync(original)) {
  describe('the roadmap that the shipped course follows', () => {
    const { course, report } = readCourse(original);
    const links = linksOf(course.sections);

    it('arrives with all its sections, topics and links', () => {
      const written = [...readFileSync(original, 'utf8').matchAll(/\]\(\s*([^\s)]+)/g)].map(([, url]) => url);
      expect(written).toHaveLength(83);
      expect(links.flatMap(([, url]) => url ?? [])).toEqual(written);
      // One more is a book that is only named.
      expect(report).toMatchObject({ sections: 14, topics: 52, resources: 84 });
    });

    it.each([
      [
        'Basic Internet, Operating System and Frontend Knowledge',
        'https://betterprogramming.pub/the-essential-bash-cheat-sheet-e1c3df06560',
      ],
      ['Basic Internet', 'https://pediaa.com/difference-between-domain-and-dns/'],
      ['Python IDE', 'https://www.knowledgehut.com/web-development-courses'],
      ['Git/Github', null],
      ['Databse Index', 'https://www.postgresql.org/docs/9.1/indexes.html'],
      ['SQL (Query Language)', 'https://www.tutorialspoint.com/sql/index.htm'],
      ['In Memory caching', 'https://realpython.com/python-redis/'],
      [
        'CI / CD',
        'https://medium.com/devops-dudes/what-is-ci-cd-continuous-integration-continuous-delivery-in-2020-988765f5d116',
      ],
      ['Engine', 'https://prometheus.io/'],
    ])('gives “%s” its link %s', (title, url) => {
      expect(links).toContainEqual([title, url]);
    });

    it('notes the number that occurs twice, and every label', () => {
      expect(report.notes.filter(({ severity }) => severity === 'warning')).toMatchObject([
        { line: 163, kind: 'number_repeated' },
      ]);
      expect(report.notes.filter(({ kind }) => kind === 'label')).toHaveLength(11);
    });
  });
}
