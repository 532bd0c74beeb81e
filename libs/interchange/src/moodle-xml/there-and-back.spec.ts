import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type Question, questionSchema } from '#libs/contracts';

import { textToMarkdown } from '../html/text-to-markdown.js';
import { storedPicture } from '../media/stored-picture.js';
import { letterOf } from '../questions/options.js';
import { readMoodleXml } from './read-moodle-xml.js';
import { writeMoodleXml } from './write-moodle-xml.js';

const picture = storedPicture(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]))!; // it begins like a PNG
const pictureBytes = (name: string) => (name === picture.name ? picture.bytes : null);

/** Markdown in the form in which all readers write it. */
const prose = fc
  .oneof(
    fc.constantFrom(
      ...[
        'Plain words.',
        'Is **this** _right_?',
        'a < b & c',
        'First\n\nSecond',
        'First\\\nsecond',
        '`a[0]` and `{x}`',
      ],
      ...[
        '$x_1^2$ and \\$5',
        'Is it\n\n$$\n\\frac{1}{2}\n$$',
        '```python\nif a < b:\n    print("~#{}")\n```',
        '- a\n- b\n\n1. c',
      ],
      ...[
        '> quoted',
        '| a | b |\n| - | - |\n| 1 | 2 |',
        '[a](https://example.org/?a=1\\&b=2)',
        `![seen](media:${picture.name})`,
      ],
      ...[
        '\\*not\\* \\_marked\\_ \\<b>',
        'x {\\{1}} y',
        '{1:SHORTANSWER:=no gap}',
        'CDATA ]]> end',
        'H₂O',
        '\\~ = # { } % \\\\',
      ],
    ),
    fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).map((text) => textToMarkdown(text.replaceAll('@', 'at'))),
  )
  .filter((text) => text !== '');
/** Prose that stands where Moodle takes no files. */
const fileless = prose.filter((text) => !text.includes('media:'));
const plain = fc
  .stringMatching(/^[A-Za-z0-9àß漢<>&"'#{}~=%:. -]{1,15}$/)
  .map((text) => text.replace(/\s+/g, ' ').trim());
const words = plain.filter((text) => text !== '');
const share = fc.constantFrom(
  '0.9',
  '5/6',
  '0.8',
  '0.75',
  '0.7',
  '2/3',
  '0.6',
  '0.5',
  '0.4',
  '1/3',
  '0.25',
  '1/7',
  '0.05',
);
const points = fc.constantFrom('1', '2', '0.5', '10', '2.75');
const number = fc.constantFrom('0', '42', '-7', '3.14', '0.00001', '1000000');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const common = {
  id: fc.uuid(),
  version: fc.constant(1),
  name: maybe(words.map((name) => `Name: ${name}`)),
  stem: prose,
  explanation: maybe(prose),
  tags: fc.uniqueArray(words, { maxLength: 3 }),
  difficulty: maybe(fc.constantFrom('easy', 'medium', 'hard')),
  points,
};
const hints = maybe(fc.array(prose, { minLength: 1, maxLength: 3 }));
const outcomeFeedback = maybe(
  fc.record({ correct: prose, partial: prose, incorrect: prose }, { requiredKeys: ['correct'] }),
);

function optionsOf(text: fc.Arbitrary<string>, feedback = text) {
  const option = fc.record({ text, feedback: maybe(feedback) });
  return fc.uniqueArray(option, { minLength: 2, maxLength: 5, selector: ({ text: own }) => own });
}

const singleChoice = fc
  .record({
    ...common,
    hints,
    outcomeFeedback,
    shuffle: fc.boolean(),
    options: optionsOf(prose),
    key: fc.nat(4),
    shares: fc.array(maybe(share), { minLength: 5, maxLength: 5 }),
    cost: maybe(share),
  })
  .map(({ options, key, shares, cost, ...rest }) => {
    const right = key % options.length;
    const costly = cost === undefined ? -1 : (right + 1) % options.length;
    return {
      ...rest,
      type: 'single_choice',
      options: options.map((option, at) => {
        const own = at === right ? undefined : at === costly ? `-${cost}` : shares[at];
        return { id: letterOf(at), ...option, isKey: at === right, ...(own && { share: own }) };
      }),
      ...(cost !== undefined && { floor: `-${cost}` }),
    };
  });

const multipleChoice = fc
  .record({
    ...common,
    hints,
    outcomeFeedback,
    shuffle: fc.boolean(),
    options: optionsOf(prose),
    keys: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ options, keys, ...rest }) => ({
    ...rest,
    type: 'multiple_choice',
    scoring: 'weighted',
    options: options.map((option, at) => ({
      id: letterOf(at),
      ...option,
      isKey: at < keys,
      ...(at >= keys && at % 2 === 0 && { share: '-0.5' }),
    })),
  }));

const trueFalse = fc.record({
  ...common,
  hints,
  type: fc.constant('true_false'),
  key: fc.boolean(),
  feedback: maybe(fc.record({ true: prose, false: prose }, { requiredKeys: ['true'] })),
});

/** Alternatives come first, each with a share or a feedback, and no two answers are the same. */
function textKey(feedback: fc.Arbitrary<string>) {
  return fc
    .record({
      texts: fc.uniqueArray(words, { minLength: 1, maxLength: 4, selector: (text) => text.toUpperCase() }),
      first: fc.nat(3),
      share,
      feedback: maybe(feedback),
      caseSensitive: fc.boolean(),
      otherFeedback: maybe(feedback),
      isWild: fc.boolean(),
    })
    .map(({ texts, first, share: own, feedback: said, isWild, ...rest }) => {
      const count = Math.min(first, texts.length - 1);
      const alternatives = texts.slice(0, count).map((text) => ({ text, share: own, ...(said && { feedback: said }) }));
      const accepted = texts.slice(count).map((text) => (isWild ? `${text}*` : text));
      return { ...rest, accepted, ...(alternatives.length > 0 && { alternatives }) };
    });
}

const shortText = fc
  .tuple(fc.record({ ...common, hints }), textKey(prose))
  .map(([about, key]) => ({ ...about, type: 'short_text', ...key }));

function numberKey(feedback: fc.Arbitrary<string>) {
  return fc
    .record({
      values: fc.uniqueArray(number, { minLength: 1, maxLength: 3 }),
      tolerance: fc.constantFrom('0', '0.1', '0.25'),
      share,
      feedback: maybe(feedback),
      otherFeedback: maybe(feedback),
    })
    .map(({ values: [value = '0', ...others], tolerance, share: own, feedback: said, otherFeedback }) => ({
      value,
      tolerance,
      otherFeedback,
      ...(others.length > 0 && {
        alternatives: others.map((other) => ({
          value: other,
          tolerance: '0.5',
          share: own,
          ...(said && { feedback: said }),
        })),
      }),
    }));
}

const units = fc.constantFrom(
  {},
  { unit: 'm' },
  {
    unit: 'm',
    units: [
      { unit: 'cm', multiplier: '100' },
      { unit: 'km', multiplier: '0.001' },
    ],
  },
  { unit: 'm', unitRule: 'required', unitPenalty: '0.1' },
  { units: [{ unit: '%', multiplier: '100' }], unitRule: 'required' },
);

const numeric = fc
  .tuple(fc.record({ ...common, hints }), numberKey(prose), units)
  .map(([about, key, unit]) => ({ ...about, type: 'numeric', ...key, ...unit }));

const matching = fc
  .record({
    ...common,
    hints,
    outcomeFeedback,
    shuffle: fc.boolean(),
    prompts: fc.array(prose, { minLength: 2, maxLength: 4 }),
    choices: fc.uniqueArray(words, { minLength: 2, maxLength: 5 }),
  })
  .map(({ prompts, choices, ...rest }) => ({
    ...rest,
    type: 'matching',
    prompts: prompts.map((text, at) => ({ id: `p${at + 1}`, text, match: `c${(at % choices.length) + 1}` })),
    choices: choices.map((text, at) => ({ id: `c${at + 1}`, text: textToMarkdown(text) })),
  }));

const ordering = fc
  .record({
    ...common,
    hints,
    outcomeFeedback,
    scoring: fc.constantFrom('exact', 'adjacent_pairs'),
    items: fc.array(prose, { minLength: 3, maxLength: 5 }),
  })
  .map(({ items, ...rest }) => ({
    ...rest,
    type: 'ordering',
    items: items.map((text, at) => ({ id: letterOf(at), text })),
  }));

const essay = fc.record({
  ...common,
  type: fc.constant('essay'),
  format: fc.constantFrom('text', 'code'),
  wordsMin: maybe(fc.integer({ min: 1, max: 100 })),
  wordsMax: maybe(fc.integer({ min: 101, max: 500 })),
  template: maybe(words),
  markerNotes: maybe(prose),
});

const weight = maybe(fc.constantFrom('2', '3', '10'));
const gap = fc.oneof(
  fc.tuple(weight, textKey(fileless)).map(([own, key]) => ({ kind: 'text', ...(own && { weight: own }), ...key })),
  fc.tuple(weight, numberKey(fileless)).map(([own, key]) => ({ kind: 'number', ...(own && { weight: own }), ...key })),
  fc.tuple(weight, optionsOf(fileless), fc.boolean()).map(([own, options, shuffle]) => ({
    kind: 'choice',
    ...(own && { weight: own }),
    options: options.map((option, at) => ({ id: letterOf(at), ...option, isKey: at === 0 })),
    shuffle,
  })),
);
const cloze = fc
  .record({
    ...common,
    hints,
    gaps: fc.array(gap, { minLength: 1, maxLength: 3 }),
    before: fc.array(prose, { minLength: 3, maxLength: 3 }),
  })
  .map(({ gaps, before, stem, ...rest }) => ({
    ...rest,
    type: 'cloze',
    stem: [...gaps.flatMap((_gap, at) => [before[at] ?? '', `Fill {{${at + 1}}} in.`]), stem].join('\n\n'),
    gaps: gaps.map((own, at) => ({ ...own, id: String(at + 1) })),
    points: String(gaps.reduce((sum, { weight: own }) => sum + Number(own ?? '1'), 0)),
  }));

function questionsOf(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Question> {
  return arbitrary.map((draft) => questionSchema.parse(draft));
}

function thereAndBack(question: Question): { question: unknown; key: string | null; losses: readonly string[] } {
  const { text } = writeMoodleXml([question], { pictureBytes });
  const [item] = readMoodleXml(text, { newId: () => question.id }).items;
  if (!item) throw new Error('Nothing came back.');
  return { question: item.question, key: item.key, losses: [...item.losses, ...item.reasons] };
}

describe('Moodle XML there and back', () => {
  it.each([
    ['single choice', singleChoice],
    ['multiple choice', multipleChoice],
    ['true/false', trueFalse],
    ['short text', shortText],
    ['numeric', numeric],
    ['matching', matching],
    ['ordering', ordering],
    ['essay', essay],
    ['cloze', cloze],
  ])('gives the same %s questions', (_type, arbitrary: fc.Arbitrary<unknown>) => {
    fc.assert(
      fc.property(questionsOf(arbitrary), (question) => {
        const { report } = writeMoodleXml([question], { pictureBytes });
        expect(report.items).toEqual([expect.objectContaining({ key: question.id, outcome: 'written', losses: [] })]);
        expect(thereAndBack(question)).toEqual({ question: withoutUndefined(question), key: question.id, losses: [] });
      }),
      { numRuns: 25 },
    );
  });
});

function withoutUndefined(question: Question): unknown {
  return JSON.parse(JSON.stringify(question));
}
