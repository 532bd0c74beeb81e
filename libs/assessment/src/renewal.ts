import type { Policy, Question } from '#libs/contracts';

import { type InProgressAttempt, startAttempt, type StartInput } from './attempt.js';
import { seededRandom, shuffled } from './random.js';

type Drawing = Pick<Policy, 'drawCount' | 'fixedQuestions' | 'pools'>;

/** How many questions a paper of a section holds: the fixed ones, what each pool draws, and the draw from the rest. */
export function paperSizeOf({ drawCount, fixedQuestions = [], pools = [] }: Drawing, questionCount: number): number {
  const structured = pools.reduce((total, pool) => total + pool.count, fixedQuestions.length);
  const rest = Math.max(0, questionCount - structured);
  return Math.min(questionCount, structured + (drawCount ?? (structured > 0 ? 0 : rest)));
}

/** Questions of the shorter quiz that renews a badge: as the policy says, else half of a paper, rounded up; never more than a paper. */
export function renewalSizeOf(policy: Drawing & Pick<Policy, 'renewalDrawCount'>, questionCount: number): number {
  const paperSize = paperSizeOf(policy, questionCount);
  return Math.min(paperSize, policy.renewalDrawCount ?? Math.ceil(paperSize / 2));
}

/**
 * The policy of a renewal: same pass mark and same wait after a failure, the time limit in proportion to the questions, as many
 * attempts as it takes, and no window: a badge ends when it ends, however long the section's quiz has been closed.
 */
export function renewalPolicyOf(policy: Policy, questionCount: number): Policy {
  const share = renewalSizeOf(policy, questionCount) / Math.max(1, paperSizeOf(policy, questionCount));
  const { timeLimitSeconds } = policy;
  return {
    ...policy,
    timeLimitSeconds: timeLimitSeconds === null ? null : Math.ceil(timeLimitSeconds * share),
    attemptsMax: null,
    opensAt: null,
    closesAt: null,
  };
}

/**
 * A renewal on its paper: drawn as any paper of the section is, so that fixed questions and pools have their share, then
 * shortened by chance and left in the order of the paper. `policy` is the section's own.
 */
export function startRenewal({ questions, policy, accommodation, seed }: StartInput, now: Date): InProgressAttempt {
  const renewal = renewalPolicyOf(policy, questions.length);
  const started = startAttempt({ questions, policy: renewal, accommodation, seed }, now);
  const places = started.paper.map((_, place) => place);
  const kept = new Set(shuffled(places, seededRandom(`${seed}:renewal`), renewalSizeOf(policy, questions.length)));
  return { ...started, paper: started.paper.filter((_, place) => kept.has(place)) };
}

/** A section as its renewals are graded and shown: only the policy differs. */
export function forRenewal<Section extends { readonly policy: Policy; readonly questions: readonly Question[] }>(
  section: Section,
): Section {
  return { ...section, policy: renewalPolicyOf(section.policy, section.questions.length) };
}
