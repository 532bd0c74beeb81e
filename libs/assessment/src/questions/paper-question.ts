import { questionTypes } from '#libs/contracts';
import { z } from 'zod';

const part = z.object({
  id: z.string().describe("The place on this learner's paper, from 1; an author's id would tell the order of writing."),
  text: z.string(),
});
const parts = z.array(part).readonly().optional();

/** A question as a learner sees it. It has no room for a key, feedback, tolerance or explanation. */
export const paperQuestionSchema = z.object({
  id: z.uuid(),
  type: z.enum(questionTypes),
  stem: z.string().describe('Markdown; in a cloze, {{1}} stands where the gap with the id 1 is.'),
  points: z.number(),
  options: parts,
  unit: z.string().optional(),
  prompts: parts.describe('Of a matching; each is matched to one of the choices.'),
  choices: parts,
  items: parts.describe('Of an ordering, in the order to begin with.'),
  gaps: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(['text', 'number', 'choice']),
        options: parts,
        unit: z.string().optional(),
      }),
    )
    .readonly()
    .optional(),
  essay: z
    .object({
      wordsMin: z.int().nullable(),
      wordsMax: z.int().nullable(),
      format: z.enum(['text', 'code']),
      template: z.string(),
    })
    .optional(),
});
export type PaperQuestion = Readonly<z.output<typeof paperQuestionSchema>>;
export type PaperPart = z.output<typeof part>;
export type PaperGap = NonNullable<PaperQuestion['gaps']>[number];

/** How an answer, or a part of one, came out. */
export const outcomeSchema = z.enum(['correct', 'partial', 'incorrect', 'unanswered', 'pending']);
export type Outcome = z.output<typeof outcomeSchema>;
