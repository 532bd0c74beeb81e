import { type Policy, policySchema } from '#libs/contracts';

/** What one level says itself. Null says "none", such as no time limit, where the level above has one. */
export type OwnPolicy = { readonly [Setting in keyof Policy]?: Policy[Setting] | null };

export type PolicySource = 'default' | 'course' | 'section';

/** A change of what one level says: null gives a setting back to the level above, `none` means that there shall be none. */
export type PolicyChange = { readonly [Setting in keyof Policy]?: Policy[Setting] | null | 'none' };

export interface EffectivePolicy {
  readonly policy: Policy;
  /** Which level each setting comes from, also those that nobody set. */
  readonly sources: Record<keyof Policy, PolicySource>;
}

/** The policy that learners meet in a section: its own settings over those of the course over those of the platform. */
export function effectivePolicy(course: OwnPolicy, section: OwnPolicy): EffectivePolicy {
  const inherited = coarseReviewOf(section) ? without(course, 'reviewPhases') : course;
  const { reviewPhases, ...settings }: OwnPolicy = { ...inherited, ...section };
  const policy = policySchema.parse({ ...settings, ...(reviewPhases && { reviewPhases }) });
  return { policy, sources: sourcesOf(inherited, section) };
}

/** Phases win over the coarse rule of their own level; phases of the course must not undo what the section says. */
function coarseReviewOf({ review, reviewPhases }: OwnPolicy): boolean {
  return review !== undefined && reviewPhases === undefined;
}

function sourcesOf(course: OwnPolicy, section: OwnPolicy): EffectivePolicy['sources'] {
  const sourceOf = (setting: keyof Policy): PolicySource =>
    section[setting] !== undefined ? 'section' : course[setting] !== undefined ? 'course' : 'default';
  return {
    passMark: sourceOf('passMark'),
    timeLimitSeconds: sourceOf('timeLimitSeconds'),
    attemptsMax: sourceOf('attemptsMax'),
    cooldownSeconds: sourceOf('cooldownSeconds'),
    drawCount: sourceOf('drawCount'),
    fixedQuestions: sourceOf('fixedQuestions'),
    pools: sourceOf('pools'),
    shuffleQuestions: sourceOf('shuffleQuestions'),
    shuffleOptions: sourceOf('shuffleOptions'),
    review: sourceOf('review'),
    reviewPhases: sourceOf('reviewPhases'),
    aggregation: sourceOf('aggregation'),
    practice: sourceOf('practice'),
    credentialValidDays: sourceOf('credentialValidDays'),
    renewalDrawCount: sourceOf('renewalDrawCount'),
    opensAt: sourceOf('opensAt'),
    closesAt: sourceOf('closesAt'),
  };
}

/** What a level says after a change; settings that the change does not name stay. */
export function changedPolicy(own: OwnPolicy, change: PolicyChange): OwnPolicy {
  const kept = Object.entries(own).filter(([setting]) => !(setting in change));
  const said = Object.entries(change).flatMap(([setting, value]) =>
    value === null ? [] : [[setting, value === 'none' ? null : value]],
  );
  return Object.fromEntries([...kept, ...said]);
}

/** What a level says in the words of a change, which may be sent back as it is. */
export function shownPolicy(own: OwnPolicy): PolicyChange {
  return Object.fromEntries(Object.entries(own).map(([setting, value]) => [setting, value ?? 'none']));
}

function without(own: OwnPolicy, setting: keyof Policy): OwnPolicy {
  const { [setting]: _, ...rest } = own;
  return rest;
}
