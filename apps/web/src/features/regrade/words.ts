import type { Regrade, RegradeChange, RegradeRequest } from '#libs/api-client';

import type { ChangeFilter } from '../../shared/search-params.js';
import { counted } from '../../shared/text/numbers.js';

export const policies: readonly { value: RegradeRequest['policy']; label: string; hint: string }[] = [
  { value: 'recompute', label: 'Grade anew', hint: 'Every answer is graded by the new version; scores may go down.' },
  { value: 'keep_better', label: 'Only to the better', hint: 'Nobody ends below what they had.' },
  { value: 'full_marks', label: 'Full marks for everybody', hint: 'Whoever had the question gets all of its points.' },
  {
    value: 'drop',
    label: 'Drop the question',
    hint: 'It leaves every paper so far; the score is out of what remains. Remove it from the bank, too, or new papers go on drawing it.',
  },
];

export const policyLabel = (policy: Regrade['policy']): string =>
  policies.find(({ value }) => value === policy)?.label ?? policy;

export const stateWords: Record<Regrade['state'], { words: string; tone: string }> = {
  previewing: { words: 'Dry run under way', tone: 'tag-accent' },
  previewed: { words: 'Dry run done', tone: 'tag-accent' },
  applying: { words: 'Being applied', tone: 'tag-warning' },
  applied: { words: 'Applied', tone: 'tag-success' },
  failed: { words: 'Failed', tone: 'tag-danger' },
  discarded: { words: 'Discarded', tone: '' },
};

/** What a regrade comes to, most important first; what is nothing is not said. */
export function summaryLines(summary: Regrade['summary']): string[] {
  const lines: [number, (n: number) => string][] = [
    [summary.scoreUp, (n) => `${counted(n, 'score')} up`],
    [summary.scoreDown, (n) => `${counted(n, 'score')} down`],
    [summary.passesGained, (n) => `${counted(n, 'learner')} pass the section through it`],
    [summary.passesLost, (n) => `${counted(n, 'learner')} no longer pass the section`],
    [summary.badgesIssued, (n) => `${counted(n, 'badge')} issued`],
    [summary.badgesReinstated, (n) => `${counted(n, 'badge')} given back`],
    [summary.badgesSuspended, (n) => `${counted(n, 'badge')} suspended`],
    [summary.badgesKept, (n) => `${counted(n, 'badge')} left with holders who no longer earn them`],
    [summary.certificatesIssued, (n) => `${counted(n, 'certificate')} issued`],
    [summary.certificatesReinstated, (n) => `${counted(n, 'certificate')} given back`],
    [summary.certificatesSuspended, (n) => `${counted(n, 'certificate')} suspended`],
    [summary.certificatesKept, (n) => `${counted(n, 'certificate')} left with holders who no longer earn them`],
    [summary.unlocksGained, (n) => `${counted(n, 'section')} opened for learners`],
    [summary.unlocksLost, (n) => `${counted(n, 'section')} closed for learners`],
    [summary.waiting, (n) => `${counted(n, 'attempt')} left alone: an answer would wait for a mark again`],
  ];
  return lines.filter(([n]) => n > 0).map(([n, words]) => words(n));
}

export const filterWords: Record<ChangeFilter, string> = {
  score_up: 'Score up',
  score_down: 'Score down',
  passes: 'Passes',
  badges: 'Badges',
  unlocks: 'Ways opened or closed',
};

const effects: Record<RegradeChange['badge'], string> = {
  none: '',
  issue: 'issued',
  reinstate: 'given back',
  suspend: 'suspended',
  keep: 'kept, though not earned',
};

/** What else changes for the learner beside the score. */
export function consequences(change: RegradeChange): string[] {
  const lines: string[] = [];
  if (change.section === 'passed') lines.push('Passes the section');
  if (change.section === 'lost') lines.push('No longer passes the section');
  if (change.badge !== 'none') lines.push(`Badge ${effects[change.badge]}`);
  if (change.certificate !== 'none') lines.push(`Certificate ${effects[change.certificate]}`);
  for (const { title, effect } of change.unlocks) lines.push(`${title} ${effect === 'gained' ? 'opens' : 'closes'}`);
  return lines;
}
