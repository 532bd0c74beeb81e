import { type Question, questionSchema, questionTypes } from '#libs/contracts';
import fc from 'fast-check';

/** A question as the contract completes it; tests mention only what matters to them. */
export function aQuestion(fields: object): Question {
  return questionSchema.parse({
    id: '7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
    version: 1,
    stem: 'Which one?',
    ...fields,
  });
}

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const feedback = fc.option(sentence, { nil: undefined });
const shuffle = fc.boolean();
/** Several texts of which no two are compared as the same. */
const texts = (minLength: number) => fc.uniqueArray(word, { minLength, maxLength: 6 });
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

const common = fc.record(
  {
    id: fc.uuid(),
    version: fc.integer({ min: 1, max: 9 }),
    stem: sentence,
    points: fc.constantFrom('1', '2', '1/3', '0.5', '10'),
    tags: fc.array(word, { maxLength: 3 }),
    explanation: sentence,
    hints: fc.array(sentence, { maxLength: 2 }),
    difficulty: fc.constantFrom('easy', 'medium', 'hard'),
  },
  { requiredKeys: ['id', 'version', 'stem', 'points'] },
);

function options(isSingle: boolean) {
  return texts(2).chain((each) =>
    fc
      .tuple(
        isSingle ? fc.nat(each.length - 1).map((key) => [key]) : fc.subarray([...each.keys()], { minLength: 1 }),
        fc.array(feedback, { minLength: each.length, maxLength: each.length }),
      )
      .map(([keys, said]) =>
        each.map((text, index) => ({
          id: ids('o', each.length)[index],
          text,
          isKey: keys.includes(index),
          feedback: said[index],
        })),
      ),
  );
}

const textKey = fc.record({ accepted: texts(1), caseSensitive: fc.boolean() });
const numberKey = fc.record({
  value: fc.integer({ min: -1_000, max: 1_000 }).map((value) => String(value / 4)),
  tolerance: fc.constantFrom('0', '0.5', '1/3'),
});

const matching = fc
  .tuple(texts(2), fc.uniqueArray(fc.stringMatching(/^[A-Z]{1,8}$/), { minLength: 2, maxLength: 6 }))
  .chain(([prompts, choices]) =>
    fc.array(fc.nat(choices.length - 1), { minLength: prompts.length, maxLength: prompts.length }).map((matches) => ({
      prompts: prompts.map((text, index) => ({ id: `p${index + 1}`, text, match: `c${matches[index]! + 1}` })), // as many
      choices: choices.map((text, index) => ({ id: `c${index + 1}`, text })),
    })),
  );

const gap = fc.oneof(
  textKey.map((key) => ({ kind: 'text', ...key })),
  numberKey.map((key) => ({ kind: 'number', ...key })),
  fc
    .tuple(options(true), shuffle)
    .map(([each, isShuffled]) => ({ kind: 'choice', options: each, shuffle: isShuffled })),
);
const cloze = fc.array(gap, { minLength: 1, maxLength: 4 }).map((gaps) => ({
  stem: gaps.map((_, index) => `word {{g${index + 1}}}`).join(' '),
  gaps: gaps.map((each, index) => ({ id: `g${index + 1}`, ...each })),
}));
const partScoring = fc.constantFrom('per_part', 'all_or_nothing');

const ofType = {
  single_choice: fc.record({ options: options(true), shuffle }),
  multiple_choice: fc.record({
    options: options(false),
    shuffle,
    scoring: fc.constantFrom('all_or_nothing', 'per_option', 'weighted'),
  }),
  true_false: fc.record({ key: fc.boolean() }),
  short_text: textKey,
  numeric: numberKey,
  matching: fc
    .tuple(matching, partScoring, shuffle)
    .map(([key, scoring, isShuffled]) => ({ ...key, scoring, shuffle: isShuffled })),
  ordering: fc.record({
    items: texts(3).map((each) => each.map((text, index) => ({ id: `i${index + 1}`, text }))),
    scoring: fc.constantFrom('exact', 'adjacent_pairs'),
  }),
  cloze: fc.tuple(cloze, partScoring).map(([key, scoring]) => ({ ...key, scoring })),
  essay: fc.record({ format: fc.constantFrom('text', 'code') }),
} satisfies Record<Question['type'], fc.Arbitrary<object>>;

/** Sound questions of every type, or of those named: nothing in them keeps a course from being published. */
export function anyQuestion(types: readonly Question['type'][] = questionTypes): fc.Arbitrary<Question> {
  const fields = types.map((type) => fc.tuple(common, ofType[type]).map(([base, own]) => ({ ...base, ...own, type })));
  return fc.oneof(...fields).map((each) => questionSchema.parse(each));
}
