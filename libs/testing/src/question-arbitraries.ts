import fc from 'fast-check';

import { type Question, questionSchema, type QuestionType, questionTypes } from '#libs/contracts';

type Optional<Value> = fc.Arbitrary<Value | undefined>;
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): Optional<Value> => fc.option(arbitrary, { nil: undefined });

/** What the texts of generated questions are made of. */
export interface QuestionTexts {
  /** Markdown, of any number of lines. */
  readonly prose: fc.Arbitrary<string>;
  /** What is accepted as an answer, a tag or a name: one line, without blanks at its ends. */
  readonly words: fc.Arbitrary<string>;
}

export const decimals = fc.stringMatching(/^-?(?:0|[1-9]\d{0,5})(?:\.\d{1,4})?$/);
const amounts = fc.stringMatching(/^(?:0|[1-9]\d{0,3})(?:\.\d{1,3})?$/);
const shares = fc.constantFrom('1/2', '1/3', '0.25', '1', '0', '2/3', '0.1');
const signedShares = fc.oneof(shares, fc.constantFrom('-1/2', '-1/3', '-0.25', '-1'));
const letter = (index: number) => String.fromCharCode('a'.charCodeAt(0) + index);

/** Questions of the given types with every field that the contract has, filled or not. */
export function questionArbitrary(
  texts: QuestionTexts,
  types: readonly QuestionType[] = questionTypes,
): fc.Arbitrary<Question> {
  const keys = keyArbitraries(texts);
  return fc
    .constantFrom(...types)
    .chain((type) => fc.record({ about: about(texts), key: keys[type], type: fc.constant(type) }))
    .map(({ about: common, key, type }) => withoutNothing({ ...common, ...key, type, version: 1 }))
    .map((made) => questionSchema.parse(made));
}

/** JSON knows no undefined, and no object that has only such members says anything. */
function withoutNothing(made: object): unknown {
  return JSON.parse(JSON.stringify(made), (_, value: unknown) => {
    const isEmpty =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
    return isEmpty ? undefined : value;
  });
}

function about({ prose, words }: QuestionTexts) {
  return fc.record({
    id: fc.uuid(),
    name: maybe(words),
    stem: prose,
    explanation: maybe(prose),
    hints: maybe(fc.array(prose, { minLength: 1, maxLength: 2 })),
    outcomeFeedback: maybe(fc.record({ correct: maybe(prose), partial: maybe(prose), incorrect: maybe(prose) })),
    tags: fc.array(words, { maxLength: 3 }),
    difficulty: fc.constantFrom('easy', 'medium', 'hard', undefined),
    points: fc.constantFrom('1', '2', '0.5', '1/3'),
  });
}

function keyArbitraries(texts: QuestionTexts): Record<QuestionType, fc.Arbitrary<object>> {
  const { prose, words } = texts;
  const floor = fc.constantFrom('-1/2', '-1', undefined);
  const rule = fc.constantFrom('per_part', 'all_or_nothing');
  return {
    single_choice: fc.record({ options: options(texts, 1), shuffle: fc.boolean(), floor }),
    multiple_choice: fc.record({
      options: options(texts, 4),
      shuffle: fc.boolean(),
      floor,
      scoring: fc.constantFrom('all_or_nothing', 'per_option', 'weighted', undefined),
    }),
    true_false: fc.record({
      key: fc.boolean(),
      feedback: maybe(fc.record({ true: maybe(prose), false: maybe(prose) })),
    }),
    short_text: textKey(texts),
    numeric: numberKey(texts),
    matching: fc.record({ ...pairs(texts), shuffle: fc.boolean(), scoring: rule }).map(matched),
    ordering: fc.record({
      items: fc.uniqueArray(prose, { minLength: 3, maxLength: 5 }).map((list) => parts(list, letter)),
      scoring: fc.constantFrom('exact', 'adjacent_pairs'),
    }),
    cloze: fc
      .record({ stem: prose, gaps: fc.array(gap(texts), { minLength: 1, maxLength: 3 }), scoring: rule })
      .map(placed),
    essay: fc.record({
      wordsMin: maybe(fc.nat(500)),
      wordsMax: maybe(fc.integer({ min: 500, max: 2_000 })),
      format: fc.constantFrom('text', 'code'),
      template: maybe(prose),
      rubric: maybe(fc.array(criterion(texts), { minLength: 1, maxLength: 2 }).map(named)),
      markerNotes: maybe(words),
    }),
  };
}

function parts(texts: readonly string[], idOf: (index: number) => string) {
  return texts.map((text, index) => ({ id: idOf(index), text }));
}

function named<Thing>(things: readonly Thing[]) {
  return things.map((thing, index) => ({ id: letter(index), ...thing }));
}

function options({ prose }: QuestionTexts, keysMax: number) {
  return fc
    .uniqueArray(
      fc.record({
        text: prose,
        feedback: maybe(prose),
        isKey: fc.boolean(),
        share: maybe(signedShares),
        id: maybe(ids),
      }),
      { minLength: 2, maxLength: 5, selector: ({ text }) => text },
    )
    .map((list) =>
      list.map(({ id, ...option }, index) => ({ ...option, id: id === undefined ? letter(index) : `${id}${index}` })),
    )
    .map((list) => {
      const keys = list.filter((option) => option.isKey);
      return list.map((option, index) => ({
        ...option,
        isKey: keys.length === 0 ? index === 0 : option.isKey && keys.indexOf(option) < keysMax,
      }));
    });
}

const ids = fc.constantFrom('x', 'the id', 'left.');

function textKey({ prose, words }: QuestionTexts) {
  const alternative = fc.record({
    text: fc.oneof(words, decimals),
    share: shares,
    feedback: maybe(prose),
    caseSensitive: maybe(fc.boolean()),
  });
  return fc.record({
    accepted: fc.array(fc.oneof(words, decimals), { minLength: 1, maxLength: 3 }),
    caseSensitive: fc.boolean(),
    alternatives: maybe(fc.array(alternative, { minLength: 1, maxLength: 2 })),
    otherFeedback: maybe(prose),
  });
}

function numberKey({ prose }: QuestionTexts) {
  return fc.record({
    value: decimals,
    tolerance: fc.oneof(fc.constant('0'), amounts),
    toleranceKind: fc.constantFrom('absolute', 'relative', undefined),
    unit: fc.constantFrom('ms', '%', 'km per hour', '± m', undefined),
    units: maybe(
      fc.array(fc.record({ unit: fc.constantFrom('s', 'a=b c'), multiplier: amounts }), { minLength: 1, maxLength: 2 }),
    ),
    unitRule: fc.constantFrom('optional', 'required', undefined),
    unitPenalty: fc.constantFrom('1/10', undefined),
    alternatives: maybe(
      fc.array(fc.record({ value: decimals, tolerance: amounts, share: shares, feedback: maybe(prose) }), {
        minLength: 1,
        maxLength: 2,
      }),
    ),
    otherFeedback: maybe(prose),
  });
}

function pairs({ prose }: QuestionTexts) {
  const prompt = fc.record({ text: prose, feedback: maybe(prose), match: fc.nat(3) });
  return {
    prompts: fc.uniqueArray(prompt, { minLength: 2, maxLength: 4, selector: ({ text }) => text }),
    choices: fc.uniqueArray(prose, { minLength: 2, maxLength: 4 }),
  };
}

/** Prompts name a choice that exists. */
function matched(made: { prompts: readonly { match: number }[]; choices: readonly string[] }): object {
  const choices = parts(made.choices, (index) => String(index + 1));
  const prompts = made.prompts.map((prompt) => ({ ...prompt, match: choices[prompt.match % choices.length]?.id }));
  return { ...made, choices, prompts: named(prompts) };
}

function gap(texts: QuestionTexts): fc.Arbitrary<object> {
  const base = { weight: fc.constantFrom('2', '1/2', undefined) };
  const of = (kind: string) => fc.record({ ...base, kind: fc.constant(kind) });
  return fc
    .oneof(
      fc.tuple(of('text'), textKey(texts)),
      fc.tuple(of('number'), numberKey(texts)),
      fc.tuple(of('choice'), fc.record({ options: options(texts, 1), shuffle: fc.boolean() })),
    )
    .map(([common, key]) => ({ ...common, ...key }));
}

/** Every gap stands once in the stem. */
function placed({ stem, gaps, ...rest }: { stem: string; gaps: readonly object[] }): object {
  const places = gaps.map((_, index) => `{{g${index}}}`);
  return {
    ...rest,
    stem: `Fill in ${places.join(', then ')}.\n\n${stem}`,
    gaps: gaps.map((each, index) => ({ ...each, id: `g${index}` })),
  };
}

function criterion({ prose, words }: QuestionTexts) {
  const level = fc.record({ text: prose, points: fc.constantFrom('0', '1', '1/2') });
  return fc.record({ title: words, levels: fc.array(level, { minLength: 2, maxLength: 3 }).map(named) });
}
