import { randomUUID } from 'node:crypto';

import { readRoadmap, type RoadmapCourse, type RoadmapReport, type RoadmapResource } from '#libs/interchange';

import { type Command, exitCodes, print, printJson, readArguments, Unusable } from './command.js';
import { readText } from './files.js';

const usage = 'inspect ROADMAP.md [--json]';

/** What a roadmap would become: its tree, and everything that would not arrive as it stands. */
export const inspect: Command = {
  usage,
  summary: 'show the course that a Markdown roadmap makes, and what of it would be lost',
  async run(args) {
    const { positionals, values } = readArguments(args, { usage, options: { json: { type: 'boolean' } }, files: 1 });
    const [path = ''] = positionals;
    const result = readRoadmap(await readText(path), { newId: randomUUID });
    if (!result.ok) {
      const line = result.line === undefined ? '' : `:${result.line}`;
      throw new Unusable(`${path}${line} is no roadmap: ${result.message}`);
    }
    if (values.json) printJson({ course: result.course, report: result.report });
    else print([...treeOf(result.course), '', ...reportOf(path, result.report)]);
    const hasWarnings = result.report.notes.some((note) => note.severity === 'warning');
    return hasWarnings ? exitCodes.findings : exitCodes.clean;
  },
};

function treeOf({ title, sections }: RoadmapCourse): string[] {
  return [
    title,
    ...sections.flatMap((section, index) => [
      '',
      `${index + 1}. ${section.title}${countOf(section.resources)}`,
      ...section.resources.map((resource) => `     ${inOneLine(resource)}`),
      ...section.topics.flatMap((topic) => [
        `   - ${topic.title}${countOf(topic.resources)}`,
        ...topic.resources.map((resource) => `     ${inOneLine(resource)}`),
      ]),
    ]),
  ];
}

function countOf(resources: readonly RoadmapResource[]): string {
  return resources.length === 0 ? '' : ` (${resources.length})`;
}

function inOneLine({ title, url, kind }: RoadmapResource): string {
  return `${title} [${kind}]${url === null ? '' : ` ${url}`}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function reportOf(path: string, { sections, topics, resources, notes }: RoadmapReport): string[] {
  return [
    [counted(sections, 'section'), counted(topics, 'topic'), counted(resources, 'resource')].join(', '),
    ...notes.map(({ line, severity, message }) => `${path}:${line}: ${severity}: ${message}`),
  ];
}
