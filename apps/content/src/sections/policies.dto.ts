import { Rational } from '#libs/assessment';
import { policySchema } from '#libs/contracts';
import { z } from 'zod';

const settings = policySchema.shape;

/** `none` where the level above may have one. Bounds are reported by the schema itself; the words here are for other shapes. */
function orNone<Schema extends z.ZodType>(schema: Schema, what: string) {
  return z.union([schema, z.literal('none')], { error: `must be ${what}, or "none"` });
}

const phase = settings.reviewPhases.unwrap().shape.during.strict();
const reviewPhases = z.strictObject({ during: phase, afterSubmit: phase, afterPass: phase, afterClose: phase });
const pools = z.array(settings.pools.unwrap().element.strict()).max(20);
const practiceSettings = settings.practice.unwrap().unwrap().shape;
const practice = z.strictObject({
  triesMax: practiceSettings.triesMax,
  retryPenalty: practiceSettings.retryPenalty
    .unwrap()
    .max(20)
    .refine(isShare, 'must be a share of the mark from 0 to 1, such as 0.25 or 1/3')
    .default('1/3'),
});

function isShare(text: string): boolean {
  const share = Rational.tryParse(text);
  return share !== null && share.compare(Rational.zero) >= 0 && share.compare(Rational.one) <= 0;
}

/** Settings as one level says them; the defaults of a whole policy must not step in for what it leaves out. */
const own = {
  passMark: settings.passMark.unwrap(),
  timeLimitSeconds: orNone(settings.timeLimitSeconds.unwrap().unwrap(), 'a whole number of seconds'),
  attemptsMax: orNone(settings.attemptsMax.unwrap().unwrap(), 'a whole number'),
  cooldownSeconds: settings.cooldownSeconds.unwrap(),
  drawCount: orNone(settings.drawCount.unwrap().unwrap(), 'a whole number'),
  pools,
  shuffleQuestions: settings.shuffleQuestions.unwrap(),
  shuffleOptions: settings.shuffleOptions.unwrap(),
  review: settings.review.unwrap(),
  reviewPhases: orNone(reviewPhases, 'what is shown during, afterSubmit, afterPass and afterClose'),
  aggregation: settings.aggregation.unwrap(),
  practice: orNone(practice, 'an object with triesMax and retryPenalty'),
  credentialValidDays: orNone(settings.credentialValidDays.unwrap().unwrap(), 'a whole number of days'),
  renewalDrawCount: orNone(settings.renewalDrawCount.unwrap().unwrap(), 'a whole number'),
  opensAt: orNone(settings.opensAt.unwrap().unwrap(), 'a moment such as 2030-01-31T08:00:00Z'),
  closesAt: orNone(settings.closesAt.unwrap().unwrap(), 'a moment such as 2030-01-31T08:00:00Z'),
};

/** What a course says for all of its sections. */
export const ownPolicy = z.strictObject(own).partial();

const change = {
  passMark: own.passMark.nullish(),
  timeLimitSeconds: own.timeLimitSeconds.nullish(),
  attemptsMax: own.attemptsMax.nullish(),
  cooldownSeconds: own.cooldownSeconds.nullish(),
  drawCount: own.drawCount.nullish(),
  pools: own.pools.nullish(),
  shuffleQuestions: own.shuffleQuestions.nullish(),
  shuffleOptions: own.shuffleOptions.nullish(),
  review: own.review.nullish(),
  reviewPhases: own.reviewPhases.nullish(),
  aggregation: own.aggregation.nullish(),
  practice: own.practice.nullish(),
  credentialValidDays: own.credentialValidDays.nullish(),
  renewalDrawCount: own.renewalDrawCount.nullish(),
  opensAt: own.opensAt.nullish(),
  closesAt: own.closesAt.nullish(),
};

/** Null gives a setting back to the platform's default; `none` says that there is none. */
export const changeCoursePolicy = z.strictObject(change);

/** Null takes the setting from the course again; `none` says that there is none, where the course has one. */
export const changeSectionPolicy = z.strictObject({ ...change, fixedQuestions: settings.fixedQuestions.nullish() });

const source = z.enum(['default', 'course', 'section']);

/** Where each setting of an effective policy comes from. */
export const policySources = z.object({
  passMark: source,
  timeLimitSeconds: source,
  attemptsMax: source,
  cooldownSeconds: source,
  drawCount: source,
  fixedQuestions: source,
  pools: source,
  shuffleQuestions: source,
  shuffleOptions: source,
  review: source,
  reviewPhases: source,
  aggregation: source,
  practice: source,
  credentialValidDays: source,
  renewalDrawCount: source,
  opensAt: source,
  closesAt: source,
});
