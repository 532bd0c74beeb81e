import { questionSchema } from '#libs/contracts';
import { z } from 'zod';

import { storable } from '../courses/text.js';
import { lettered } from './question-body.js';

/** Of each text in a question. */
export const questionCharactersMax = 60_000;
const [singleChoice, multipleChoice, trueFalse, shortText, numeric, matching, ordering, cloze, essay] =
  questionSchema.options;

/** Id and version are the server's. */
const identity = { id: true, version: true } as const;
const base = {
  name: z.string().min(1).max(200).optional(),
  tags: z.array(z.string().min(1).max(80)).max(30).default([]),
  hints: z.array(z.string().min(1)).max(10).optional(),
  outcomeFeedback: singleChoice.shape.outcomeFeedback.unwrap().strict().optional(),
  points: singleChoice.shape.points.unwrap().max(20).default('1'),
};

const options = z
  .array(singleChoice.shape.options.element.extend({ id: z.string().min(1).max(40).optional() }).strict())
  .max(50)
  .transform(lettered);
const alternatives = z.array(shortText.shape.alternatives.unwrap().element.strict()).max(50).optional();
const numberAlternatives = z.array(numeric.shape.alternatives.unwrap().element.strict()).max(50).optional();
const units = z.array(numeric.shape.units.unwrap().element.strict()).max(20).optional();
const [textGap, numberGap, choiceGap] = cloze.shape.gaps.element.options;
const gap = z.discriminatedUnion('kind', [
  textGap.extend({ alternatives }).strict(),
  numberGap.extend({ alternatives: numberAlternatives, units }).strict(),
  choiceGap.extend({ options }).strict(),
]);
const criterion = essay.shape.rubric.unwrap().element;
const rubric = z
  .array(criterion.extend({ levels: z.array(criterion.shape.levels.element.strict()).max(10) }).strict())
  .max(20)
  .optional();

/** The contract's question as an author sends it: nothing unknown is let in. */
export const givenQuestion = z.discriminatedUnion('type', [
  singleChoice
    .omit(identity)
    .extend({ ...base, options })
    .strict(),
  multipleChoice
    .omit(identity)
    .extend({ ...base, options })
    .strict(),
  trueFalse
    .omit(identity)
    .extend({ ...base, feedback: trueFalse.shape.feedback.unwrap().strict().optional() })
    .strict(),
  shortText
    .omit(identity)
    .extend({ ...base, alternatives })
    .strict(),
  numeric
    .omit(identity)
    .extend({ ...base, alternatives: numberAlternatives, units })
    .strict(),
  matching
    .omit(identity)
    .extend({
      ...base,
      prompts: z.array(matching.shape.prompts.element.strict()).max(50),
      choices: z.array(matching.shape.choices.element.strict()).max(50),
    })
    .strict(),
  ordering
    .omit(identity)
    .extend({ ...base, items: z.array(ordering.shape.items.element.strict()).max(50) })
    .strict(),
  cloze
    .omit(identity)
    .extend({ ...base, gaps: z.array(gap).max(50) })
    .strict(),
  essay
    .omit(identity)
    .extend({ ...base, rubric })
    .strict(),
]);

/** The same where it stands alone, as an import finds it. */
export const storableQuestion = storable(givenQuestion, questionCharactersMax);
