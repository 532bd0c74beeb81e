import { z } from 'zod';

/** A fraction of the mark, written as an exact decimal or a ratio such as `1/3`: three thirds must make a full mark. */
export const fractionSchema = z.string().regex(/^-?\d+(\.\d+)?(\/\d+)?$/);

/** Of an option, a prompt, an item or a gap. Never shown to learners, who see places instead. */
const partId = z.string().min(1).max(40);
/** Markdown with code, pictures from the media store (`media:<name>`) and maths (`$…$`, `$$…$$`). */
const prose = z.string();

const optionSchema = z.object({
  id: partId,
  text: prose,
  /** Whether choosing the option is right. */
  isKey: z.boolean(),
  /** Share of the mark that choosing it earns, -1 to 1; without it a right one earns all of the mark and a wrong one nothing. */
  share: fractionSchema.optional(),
  feedback: prose.optional(),
});

/** What every question has, whatever its type. */
const questionBase = {
  id: z.uuid(),
  /** Version of the question; an attempt pins it. */
  version: z.int().positive(),
  /** A name that only authors see. */
  name: z.string().optional(),
  stem: prose.min(1),
  /** Why the key is right; general feedback in other systems. */
  explanation: prose.optional(),
  /** Shown one after the other in practice, each after a try that was not fully right. */
  hints: z.array(prose).optional(),
  /** Said of the whole answer, beside the feedback of what was chosen. */
  outcomeFeedback: z
    .object({ correct: prose.optional(), partial: prose.optional(), incorrect: prose.optional() })
    .optional(),
  tags: z.array(z.string()).default([]),
  difficulty: z.enum(['easy', 'medium', 'hard']).optional(),
  /** Marks for a full answer: an exact decimal or ratio. */
  points: fractionSchema.default('1'),
};

/** An answer that earns less than the mark, or has something to be told. */
const textAlternative = z.object({
  /** As in `accepted`. */
  text: z.string().min(1),
  /** Share of the mark, 0 to 1. */
  share: fractionSchema,
  feedback: prose.optional(),
  caseSensitive: z.boolean().optional(),
});

/** What a text answer is held against; `*` in a pattern stands for any run of characters, `\*` for the sign itself. */
const textKey = {
  /** Any of these earns the mark. */
  accepted: z.array(z.string().min(1)),
  caseSensitive: z.boolean().default(false),
  /** Tried first and in this order; the first that matches decides. */
  alternatives: z.array(textAlternative).optional(),
  /** Said when nothing matches. */
  otherFeedback: prose.optional(),
};

const numberAlternative = z.object({
  value: z.string(),
  tolerance: z.string().default('0'),
  share: fractionSchema,
  feedback: prose.optional(),
});

/** What a number is held against. Exact decimals or ratios, so that 0.1 + 0.2 is what an author expects. */
const numberKey = {
  value: z.string(),
  tolerance: z.string().default('0'),
  /** `relative`: the tolerance is a share of the value. */
  toleranceKind: z.enum(['absolute', 'relative']).optional(),
  /** What the learner is told to answer in; typing it is optional unless `unitRule` says otherwise. */
  unit: z.string().optional(),
  /** Other units: one `unit` is `multiplier` of them, so 250 cm of `{unit: 'cm', multiplier: '100'}` are 2.5. */
  units: z.array(z.object({ unit: z.string().min(1), multiplier: fractionSchema })).optional(),
  /** `required`: a number without a unit that is known loses `unitPenalty` of the mark. */
  unitRule: z.enum(['optional', 'required']).optional(),
  unitPenalty: fractionSchema.optional(),
  /** Tried first and in this order. */
  alternatives: z.array(numberAlternative).optional(),
  otherFeedback: prose.optional(),
};

const part = z.object({ id: partId, text: prose });

/** How a question of several parts earns its mark: each part its share, or nothing unless all are right. */
const partScoring = z.enum(['per_part', 'all_or_nothing']).default('per_part');

const gapBase = {
  /** The stem holds `{{id}}` where the gap is, exactly once. */
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  /** Of the question's mark, relative to the other gaps. */
  weight: fractionSchema.optional(),
};

const gapSchema = z.discriminatedUnion('kind', [
  z.object({ ...gapBase, kind: z.literal('text'), ...textKey }),
  z.object({ ...gapBase, kind: z.literal('number'), ...numberKey }),
  /** A drop-down. */
  z.object({
    ...gapBase,
    kind: z.literal('choice'),
    options: z.array(optionSchema),
    shuffle: z.boolean().default(true),
  }),
]);
export type Gap = z.output<typeof gapSchema>;

const criterionSchema = z.object({
  id: partId,
  /** What is looked at. */
  title: z.string().min(1),
  levels: z.array(
    z.object({
      id: partId,
      text: prose,
      /** Points of this level; a criterion is worth its best level. */
      points: fractionSchema,
    }),
  ),
});

/** A question with its key. Never leaves a service towards a learner before the review policy allows it. */
export const questionSchema = z.discriminatedUnion('type', [
  z.object({
    ...questionBase,
    type: z.literal('single_choice'),
    options: z.array(optionSchema),
    shuffle: z.boolean().default(true),
    /** The least share that the question can cost, -1 to 0; without it nobody ends below nothing. */
    floor: fractionSchema.optional(),
  }),
  z.object({
    ...questionBase,
    type: z.literal('multiple_choice'),
    options: z.array(optionSchema),
    shuffle: z.boolean().default(true),
    /**
     * `all_or_nothing` (the rule where none is named): all right options and no other. `per_option`: every option that is
     * treated rightly earns its part. `weighted`: the shares of the chosen options are added up.
     */
    scoring: z.enum(['all_or_nothing', 'per_option', 'weighted']).optional(),
    floor: fractionSchema.optional(),
  }),
  z.object({
    ...questionBase,
    type: z.literal('true_false'),
    key: z.boolean(),
    /** By the answer that was given. */
    feedback: z.object({ true: prose.optional(), false: prose.optional() }).optional(),
  }),
  z.object({ ...questionBase, type: z.literal('short_text'), ...textKey }),
  z.object({ ...questionBase, type: z.literal('numeric'), ...numberKey }),
  z.object({
    ...questionBase,
    type: z.literal('matching'),
    /** Each is matched to one choice; a choice may serve several prompts, or none (a distractor). */
    prompts: z.array(part.extend({ match: partId, feedback: prose.optional() })),
    choices: z.array(part),
    /** Of the prompts. The choices are always shuffled: side by side they would show the key. */
    shuffle: z.boolean().default(true),
    scoring: partScoring,
  }),
  z.object({
    ...questionBase,
    type: z.literal('ordering'),
    /** In the right order; shown shuffled. */
    items: z.array(part),
    /** `exact`: all or nothing; `adjacent_pairs`: each pair of neighbours that belongs together earns its part. */
    scoring: z.enum(['exact', 'adjacent_pairs']).default('exact'),
  }),
  z.object({
    ...questionBase,
    type: z.literal('cloze'),
    gaps: z.array(gapSchema),
    scoring: partScoring,
  }),
  z.object({
    ...questionBase,
    type: z.literal('essay'),
    /** Told to the learner and not enforced. */
    wordsMin: z.int().min(0).optional(),
    wordsMax: z.int().min(1).optional(),
    format: z.enum(['text', 'code']).default('text'),
    /** What the answer field holds at first. */
    template: z.string().optional(),
    /** Seen by markers, and by learners in the review. Without one a marker gives a share of the mark. */
    rubric: z.array(criterionSchema).optional(),
    /** Seen by markers only. */
    markerNotes: prose.optional(),
  }),
]);
export type Question = z.output<typeof questionSchema>;
export type QuestionType = Question['type'];

/** Every type, in the order in which authors are offered them. */
export const questionTypes = [
  'single_choice',
  'multiple_choice',
  'true_false',
  'short_text',
  'numeric',
  'matching',
  'ordering',
  'cloze',
  'essay',
] as const satisfies readonly QuestionType[];
