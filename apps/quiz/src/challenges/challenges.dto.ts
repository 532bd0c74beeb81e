import { pageOf, pageQuery, storedText } from '#libs/platform';
import { z } from 'zod';

export const challengeTextMax = 2_000;
const states = ['open', 'accepted', 'declined'] as const;
const words = storedText({ min: 1, max: challengeTextMax });

export const makeChallengeRequest = z.strictObject({ text: words.describe('What is wrong with the question.') });
export type MakeChallengeRequest = z.output<typeof makeChallengeRequest>;

export const resolveChallengeRequest = z.strictObject({
  outcome: z.enum(['accepted', 'declined']),
  reply: words.describe('The learner reads it.'),
});
export type ResolveChallengeRequest = z.output<typeof resolveChallengeRequest>;

export const challengesQuery = pageQuery.extend({
  state: z.enum(states).optional(),
  questionId: z.uuid().optional(),
});
export type ChallengesQuery = z.output<typeof challengesQuery>;

const challenge = {
  id: z.uuid(),
  attemptId: z.uuid(),
  questionId: z.uuid(),
  text: z.string(),
  state: z.enum(states),
  reply: z.string().nullable(),
  madeAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
};

/** As its learner sees it: who decided is nobody's business but the course's. */
export const ownChallenge = z.object(challenge);
export type OwnChallengeResponse = z.output<typeof ownChallenge>;
export const ownChallenges = z.object({ items: z.array(ownChallenge) });
export type OwnChallengesResponse = z.output<typeof ownChallenges>;

export const sectionChallenge = z.object({
  ...challenge,
  learnerId: z.uuid(),
  learnerName: z.string().nullable(),
  questionVersion: z.int().describe('As the learner met it.'),
  publication: z.int(),
  stemStart: z.string(),
  questionOpen: z.int().describe('Open challenges of this question, whatever its version.'),
  questionTotal: z.int().describe('All challenges of this question.'),
});
export type SectionChallengeResponse = z.output<typeof sectionChallenge>;
export const challengePageResponse = pageOf(sectionChallenge);
