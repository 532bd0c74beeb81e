import type { Policy, PolicyChange } from '#libs/api-client';

import { counted, share } from '../../../shared/text/numbers.js';
import { duration, moment } from '../../../shared/text/time.js';

/** What is being edited: only what was touched; null gives a setting back to the level above. */
export type Change = PolicyChange;
export type Source = 'default' | 'course' | 'section';
export type Level = 'course' | 'section';
export type SettingName = keyof Change & keyof Policy;

export const reviews = [
  { value: 'after_submit', label: 'After handing in' },
  { value: 'after_pass', label: 'Once passed' },
  { value: 'score_only', label: 'Only the score' },
  { value: 'never', label: 'Never' },
] as const;

export const aggregations = [
  { value: 'best', label: 'The best attempt' },
  { value: 'latest', label: 'The latest attempt' },
  { value: 'first', label: 'The first attempt' },
  { value: 'mean', label: 'The mean of all attempts' },
] as const;

export const settingNames: Record<SettingName, string> = {
  passMark: 'Percent needed to pass',
  timeLimitSeconds: 'Time limit',
  attemptsMax: 'Attempts',
  cooldownSeconds: 'Pause after a failed attempt',
  aggregation: 'What counts',
  drawCount: 'Questions drawn',
  fixedQuestions: 'Fixed questions',
  pools: 'Pools',
  shuffleQuestions: 'Shuffle questions',
  shuffleOptions: 'Shuffle options',
  review: 'Learners see the right answers',
  reviewPhases: 'Review in detail',
  practice: 'Practice',
  credentialValidDays: 'How long the badge holds',
  renewalDrawCount: 'Questions of a renewal',
  opensAt: 'Opens',
  closesAt: 'Closes',
};

const yes = (value: boolean) => (value ? 'Yes' : 'No');
const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value;

/** A setting of an effective policy in words. */
export function settingWords(policy: Policy, name: SettingName): string {
  switch (name) {
    case 'passMark':
      return share(policy.passMark);
    case 'timeLimitSeconds':
      return policy.timeLimitSeconds === null ? 'No limit' : duration(policy.timeLimitSeconds);
    case 'attemptsMax':
      return policy.attemptsMax === null ? 'As many as they like' : counted(policy.attemptsMax, 'attempt');
    case 'cooldownSeconds':
      return policy.cooldownSeconds === 0 ? 'None' : duration(policy.cooldownSeconds);
    case 'aggregation':
      return labelOf(aggregations, policy.aggregation);
    case 'drawCount':
      return policy.drawCount === null ? 'All, or none beside pools and fixed ones' : `${policy.drawCount} of the rest`;
    case 'fixedQuestions':
      return policy.fixedQuestions === undefined ? 'None' : counted(policy.fixedQuestions.length, 'question');
    case 'pools':
      return policy.pools === undefined ? 'None' : counted(policy.pools.length, 'pool');
    case 'shuffleQuestions':
      return yes(policy.shuffleQuestions);
    case 'shuffleOptions':
      return yes(policy.shuffleOptions);
    case 'review':
      return labelOf(reviews, policy.review);
    case 'reviewPhases':
      return policy.reviewPhases === undefined ? 'As said above' : 'By phase';
    case 'practice':
      return policy.practice ? `${counted(policy.practice.triesMax, 'try', 'tries')} per question` : 'Not offered';
    case 'credentialValidDays':
      return policy.credentialValidDays ? counted(policy.credentialValidDays, 'day') : 'For ever';
    case 'renewalDrawCount':
      return policy.renewalDrawCount ? counted(policy.renewalDrawCount, 'question') : 'Half of a paper';
    case 'opensAt':
      return policy.opensAt === null ? 'At once' : moment(policy.opensAt);
    case 'closesAt':
      return policy.closesAt === null ? 'Never' : moment(policy.closesAt);
    default:
      return name satisfies never;
  }
}

export const sourceWords: Record<Source, string> = {
  default: 'Platform default',
  course: 'From the course',
  section: 'Set here',
};

/** What a level says after the changes that are not saved yet; `none` becomes what it means. */
export function withChange(policy: Policy, change: Change): Policy {
  const own = Object.entries(change).filter(([, value]) => value !== null && value !== undefined);
  const meant = own.map(([name, value]) => [name, value === 'none' ? emptyOf(name) : value]);
  return { ...policy, ...Object.fromEntries(meant) };
}

const emptyOf = (name: string): null | undefined => (name === 'reviewPhases' ? undefined : null);
