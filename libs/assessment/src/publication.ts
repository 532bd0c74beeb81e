import type { Policy, Question } from '#libs/contracts';

import { isInPool } from './draw.js';
import { under, type Problem } from './problem.js';
import { questionProblems } from './questions/questions.js';
import { paperSizeOf } from './renewal.js';

/** A section as it is about to be published. */
export interface PublishableSection {
  readonly sectionId: string;
  readonly title: string;
  readonly prerequisites: readonly string[];
  readonly policy: Pick<Policy, 'drawCount' | 'fixedQuestions' | 'pools' | 'renewalDrawCount' | 'opensAt' | 'closesAt'>;
  readonly questions: readonly Question[];
}

/** Everything that keeps a course from being published, all at once; pointers start at the list of sections. */
export function publicationProblems(sections: readonly PublishableSection[]): Problem[] {
  if (sections.length === 0) {
    return [{ pointer: '', code: 'course_empty', detail: 'The course has no sections.' }];
  }
  const sectionIds = new Set(sections.map((section) => section.sectionId));
  return [
    ...sections.flatMap((section, index) =>
      under(`/${index}`, [
        ...poolProblems(section),
        ...windowProblems(section),
        ...prerequisiteProblems(section, sectionIds),
      ]),
    ),
    ...cycleProblems(sections),
  ];
}

function poolProblems({ title, policy, questions }: PublishableSection): Problem[] {
  if (questions.length === 0) {
    return [{ pointer: '/questions', code: 'section_empty', detail: `“${title}” has no questions.` }];
  }
  const problems = questions.flatMap((question, index) => under(`/questions/${index}`, questionProblems(question)));
  return [...problems, ...drawProblems(title, policy, questions), ...renewalProblems(title, policy, questions.length)];
}

/** A renewal is the shorter quiz: it takes its questions from a paper as always drawn. */
function renewalProblems(title: string, policy: PublishableSection['policy'], questionCount: number): Problem[] {
  const wanted = policy.renewalDrawCount ?? 0;
  const paperSize = paperSizeOf(policy, questionCount);
  if (wanted <= paperSize) return [];
  const detail = `The renewal of “${title}” asks ${wanted} questions, and a paper of it has only ${paperSize}.`;
  return [{ pointer: '/policy/renewalDrawCount', code: 'renewal_too_large', detail }];
}

/** What the draw asks for and the bank does not have. Pools are counted in their order, each without what came before it. */
function drawProblems(title: string, policy: PublishableSection['policy'], questions: readonly Question[]): Problem[] {
  const problems: Problem[] = [];
  const left = new Map(questions.map((question) => [question.id, question]));
  for (const [index, id] of (policy.fixedQuestions ?? []).entries()) {
    if (left.delete(id)) continue;
    const detail = `A fixed question of “${title}” is not in the section, or stands twice.`;
    problems.push({ pointer: `/policy/fixedQuestions/${index}`, code: 'fixed_question_unknown', detail });
  }
  const pools = policy.pools ?? [];
  for (const [index, pool] of pools.entries()) {
    const inPool = [...left.values()].filter((question) => isInPool(question, pool));
    // Any of them may be drawn, so that many are certain to be gone for what follows only where the pool is used up.
    if (pool.count >= inPool.length) for (const { id } of inPool) left.delete(id);
    if (pool.count <= inPool.length) continue;
    const detail = `Pool ${index + 1} of “${title}” draws ${pool.count} of ${inPool.length} questions.`;
    problems.push({ pointer: `/policy/pools/${index}/count`, code: 'pool_too_small', detail });
  }
  const drawn = pools.reduce((total, pool) => total + pool.count, policy.fixedQuestions?.length ?? 0);
  const rest = Math.max(0, questions.length - drawn);
  if (policy.drawCount !== null && policy.drawCount > rest) {
    problems.push({
      pointer: '/policy/drawCount',
      code: 'draw_too_large',
      detail: `“${title}” draws ${policy.drawCount} questions from a pool of ${rest}.`,
    });
  }
  return problems;
}

function windowProblems({ title, policy: { opensAt, closesAt } }: PublishableSection): Problem[] {
  if (opensAt === null || closesAt === null || new Date(opensAt) < new Date(closesAt)) return [];
  return [{ pointer: '/policy/closesAt', code: 'window_empty', detail: `“${title}” closes before it opens.` }];
}

function prerequisiteProblems({ title, prerequisites }: PublishableSection, known: ReadonlySet<string>): Problem[] {
  return prerequisites.flatMap((prerequisite, index) =>
    known.has(prerequisite)
      ? []
      : [
          {
            pointer: `/prerequisites/${index}`,
            code: 'prerequisite_unknown',
            detail: `“${title}” asks for a section that is not in the course.`,
          },
        ],
  );
}

/** Sections that wait for themselves, one problem for each: no learner could ever open them. */
function cycleProblems(sections: readonly PublishableSection[]): Problem[] {
  const byId = new Map(sections.map((section) => [section.sectionId, section]));
  return sections.flatMap((section, index) =>
    waitsForItself(section, byId)
      ? [
          {
            pointer: `/${index}/prerequisites`,
            code: 'prerequisite_cycle',
            detail: `“${section.title}” can only be opened after itself.`,
          },
        ]
      : [],
  );
}

function waitsForItself(section: PublishableSection, byId: ReadonlyMap<string, PublishableSection>): boolean {
  const seen = new Set<string>();
  const waiting = [...section.prerequisites];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === section.sectionId) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(byId.get(next)?.prerequisites ?? []));
  }
  return false;
}
