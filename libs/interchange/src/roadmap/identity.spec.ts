import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readRoadmap } from './read-roadmap.js';
import type { Change, PreviousCourse, RoadmapCourse } from './roadmap.js';

function importer() {
  let next = 0;
  return (markdown: string, previous?: PreviousCourse) => {
    const result = readRoadmap(markdown, { newId: () => `id-${next++}`, previous });
    if (!result.ok) throw new Error(`Refused: ${result.code}`);
    return result;
  };
}

/** Imports one roadmap over another: what changed, and the ids of both states by title. */
function reimport(before: string, after: string) {
  const run = importer();
  const first = run(before);
  const second = run(after, first.course);
  return { changes: second.report.changes.map(told), before: idsIn(first.course), after: idsIn(second.course) };
}

function told({ kind, what, title, before }: Change): string {
  return `${kind} ${what} ${title}${before === undefined ? '' : ` (was ${before})`}`;
}

function idsIn(course: RoadmapCourse): Record<string, string> {
  const parts = course.sections.flatMap((section) => [section, ...section.topics]);
  return Object.fromEntries(parts.flatMap((part) => [part, ...part.resources]).map(({ title, id }) => [title, id]));
}

const base = `# C

## Shell {#shell}

### Bash

- [Bash manual](https://a.org/bash)
- [Cheat sheet](https://a.org/cheat)

### SSH

## Databases

### SQL

- [SQL tutorial](https://a.org/sql)

### Indexes

- [Index](https://a.org/index)

## Testing
`;

describe('identify', () => {
  it('gives new ids and reports no changes without a previous course', () => {
    const { course, report } = importer()(base);
    expect(report.changes).toEqual([]);
    expect(new Set(Object.values(idsIn(course))).size).toBe(11);
  });

  it('keeps every id when nothing changes', () => {
    const { changes, before, after } = reimport(base, base);
    expect(changes).toEqual([]);
    expect(after).toEqual(before);
  });

  it.each([
    ['a key and all else new', /## Shell {#shell}[^]*### SSH/, '## Terminal {#shell}\n\n### Zsh', 'Shell', 'Terminal'],
    ['a title in another case', '## Databases', '## DATABASES:', 'Databases', 'DATABASES:'],
    ['the same topics', '## Databases', '## Storage', 'Databases', 'Storage'],
    ['the same resources', '### SQL', '### Query languages', 'SQL', 'Query languages'],
    ['a similar title in the same place', '## Testing', '## Testing and quality', 'Testing', 'Testing and quality'],
    ['a similar title of an empty topic', '### SSH', '### SSH keys', 'SSH', 'SSH keys'],
    ['the same address', '[Index]', '[How indexes work]', 'Index', 'How indexes work'],
  ])('recognises a renamed part by %s', (_, from, to, was, is) => {
    const { changes, before, after } = reimport(base, base.replace(from, to));
    expect(after[is]).toBe(before[was]);
    expect(changes.filter((change) => change.startsWith('renamed'))).toEqual([
      expect.stringContaining(`${is} (was ${was})`),
    ]);
  });

  it('takes a part with nothing in common for a new one', () => {
    const { changes, before, after } = reimport(base, base.replace('## Testing', '## Deployment'));
    expect(changes).toEqual(['added section Deployment', 'removed section Testing']);
    expect(Object.values(before)).not.toContain(after['Deployment']);
  });

  it('does not confuse parts to which the author gave different keys', () => {
    const { changes } = reimport(base, base.replace('{#shell}', '{#terminal}'));
    expect(changes).toEqual(expect.arrayContaining(['added section Shell', 'removed section Shell']));
  });

  it('reports the section that moved, not those that made room for it', () => {
    const moved = base.replace('## Testing\n', '').replace('## Shell', '## Testing\n\n## Shell');
    const { changes, before, after } = reimport(base, moved);
    expect(changes).toEqual(['moved section Testing']);
    expect(after).toEqual(before);
  });

  it('keeps the id of a topic that moves to another section, with its resources', () => {
    const topic = '### Indexes\n\n- [Index](https://a.org/index)\n';
    const { changes, before, after } = reimport(base, `${base.replace(topic, '')}\n${topic}`);
    expect(changes).toEqual(['moved topic Indexes']);
    expect(after).toEqual(before);
  });

  it('keeps the id of a resource that moves to another topic', () => {
    const { changes, before, after } = reimport(
      base,
      base.replace(
        '- [Cheat sheet](https://a.org/cheat)\n\n### SSH\n',
        '### SSH\n\n- [Cheat sheet](https://a.org/cheat)\n',
      ),
    );
    expect(changes).toEqual(['moved resource Cheat sheet']);
    expect(after).toEqual(before);
  });

  it('reports what was added and removed, with all that is below it', () => {
    expect(reimport('# C\n\n## A\n\n## B', base).changes).toEqual([
      'added section Shell',
      'added section Databases',
      'added section Testing',
      'removed section A',
      'removed section B',
      'added topic Bash',
      'added topic SSH',
      'added topic SQL',
      'added topic Indexes',
      'added resource Bash manual',
      'added resource Cheat sheet',
      'added resource SQL tutorial',
      'added resource Index',
    ]);
  });

  it('knows a part by its id where the author wrote that as its key', () => {
    const previous = { sections: [{ id: '7d0f3a52', title: 'Old', resources: [], topics: [] }] };
    const { course, report } = importer()('# C\n\n## Other\n\n## New {#7d0f3a52}', previous);
    expect(course.sections[1]?.id).toBe('7d0f3a52');
    expect(report.changes.map(told)).toEqual(['added section Other', 'renamed section New (was Old)']);
  });

  it('never gives one id to two parts, and accounts for every part of both states', () => {
    const titles = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'A b', 'B {#b}', 'C {#b}'), {
      minLength: 1,
      maxLength: 6,
    });
    const roadmap = fc
      .array(fc.tuple(titles, fc.constantFrom('## ', '### ')), { minLength: 1, maxLength: 5 })
      .map((parts) => {
        const headings = parts.flatMap(([names, mark]) =>
          names.map((name, index) => `${mark}${name}\n\n- [L](https://a.org/${name.charAt(0)}${index % 2})`),
        );
        return ['# Course', '## First', ...headings].join('\n\n');
      });
    fc.assert(
      fc.property(roadmap, roadmap, (one, two) => {
        const run = importer();
        const before = allIds(run(one).course);
        const { course, report } = run(two, run(one).course);
        const was = allIds(importer()(one).course);
        const is = allIds(course);
        expect(new Set(is).size).toBe(is.length);
        expect(was).toHaveLength(before.length);
        const added = report.changes.filter(({ kind }) => kind === 'added').length;
        const removed = report.changes.filter(({ kind }) => kind === 'removed').length;
        expect(is.length - added).toBe(was.length - removed);
      }),
    );
  });
});

function allIds(course: RoadmapCourse): string[] {
  const parts = course.sections.flatMap((section) => [section, ...section.topics]);
  return parts.flatMap((part) => [part.id, ...part.resources.map(({ id }) => id)]);
}
