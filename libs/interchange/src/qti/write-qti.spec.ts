import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type Question, questionSchema } from '#libs/contracts';

import { parseXml } from '../xml/parse-xml.js';
import { elementIn, elementsIn, type XmlElement } from '../xml/xml.js';
import { readZip } from '../zip/read-zip.js';
import { readQti } from './read-qti.js';
import { elementsBelow } from './tree.js';
import { writeQti } from './write-qti.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';
const make = (question: object) => questionSchema.parse({ id, version: 1, stem: 'Why?', ...question });
const meta = { title: 'A bank' };

/** Reads a package back as its writer would see it: every question under its key. */
function roundTrip(questions: readonly Question[]) {
  const { bytes, report } = writeQti(questions, meta);
  const { items } = readQti(bytes, { newId: () => id });
  return {
    report: report.items.map(({ losses }) => losses),
    read: items.map(({ question, key, losses, reasons }) =>
      question ? { ...question, id: key, losses } : { losses, reasons },
    ),
  };
}

const word = fc.stringMatching(/^[a-zA-Zß][a-zA-Z0-9ß]{0,9}( [a-zA-Z0-9,?]{1,8}){0,3}$/);
const prose = fc
  .array(
    fc.oneof(
      word,
      fc.constantFrom(
        '_emphasis_',
        '`x < 1`',
        '**AT\\&T**',
        '$a^2$',
        '[a link](https://example.org/)',
        '- one\n- two',
        '```py\nif a < b:\n    pass\n```',
      ),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((blocks) =>
    blocks
      .filter((block, index) => index === 0 || !(block.startsWith('-') && blocks[index - 1]?.startsWith('-')))
      .join('\n\n'),
  );
const optionalProse = fc.option(prose, { nil: undefined });
const points = fc.constantFrom('1', '2', '0.5', '1/3', '10');
const ids = (size: number) =>
  fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,6}$/), { minLength: size, maxLength: size });
const common = {
  id: fc.uuid(),
  name: fc.option(
    word.map((text) => `Name: ${text}`),
    { nil: undefined },
  ),
  stem: prose,
  explanation: optionalProse,
  outcomeFeedback: fc.option(fc.record({ correct: prose, partial: prose, incorrect: prose }), { nil: undefined }),
  tags: fc.uniqueArray(word, { maxLength: 3 }),
  difficulty: fc.constantFrom('easy' as const, 'medium' as const, 'hard' as const, undefined),
  points,
};

const options = (keys: (count: number) => fc.Arbitrary<readonly number[]>) =>
  fc
    .integer({ min: 2, max: 5 })
    .chain((count) =>
      fc
        .tuple(
          ids(count),
          fc.array(fc.record({ text: prose, feedback: optionalProse }), { minLength: count, maxLength: count }),
          keys(count),
        )
        .map(([names, texts, right]) =>
          texts.map((text, index) => ({ id: names[index], ...text, isKey: right.includes(index) })),
        ),
    );
const oneKey = (count: number) => fc.nat(count - 1).map((key) => [key]);
const someKeys = (count: number) => fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count });
const single = fc.record({
  ...common,
  type: fc.constant('single_choice'),
  options: options(oneKey),
  shuffle: fc.boolean(),
});
const partly = single.chain((question) =>
  fc.constantFrom('1/3', '0.25', '2/7').map((share) => ({
    ...question,
    options: question.options.map((option, index) => (option.isKey || index % 2 === 1 ? option : { ...option, share })),
  })),
);
const multiple = fc.record({
  ...common,
  type: fc.constant('multiple_choice'),
  options: options(someKeys),
  shuffle: fc.boolean(),
});
/** Keys share the mark, wrong options cost the same; written out, as the reader finds them. */
const weighted = multiple.chain((question) =>
  fc.constantFrom(undefined, '-1/3', '-1').map((floor) => {
    const keys = question.options.filter(({ isKey }) => isKey).length;
    const ofKey = ['', '1', '0.5', '1/3', '0.25', '0.2'][keys];
    return {
      ...question,
      scoring: 'weighted',
      floor,
      options: question.options.map((option) => ({ ...option, share: option.isKey ? ofKey : '-0.5' })),
    };
  }),
);
const truth = fc.record({
  ...common,
  type: fc.constant('true_false'),
  key: fc.boolean(),
  feedback: fc.option(fc.record({ true: prose, false: prose }), { nil: undefined }),
});
const textKey = fc
  .record({
    accepted: fc.uniqueArray(fc.oneof(word, fc.constant('a\\*b')), { minLength: 1, maxLength: 3 }),
    caseSensitive: fc.boolean(),
  })
  .chain((key) =>
    fc
      .constantFrom(undefined, [
        { text: 'half', share: '0.5' },
        { text: 'Third', share: '1/3', caseSensitive: !key.caseSensitive },
      ])
      .map((alternatives) => ({ ...key, alternatives })),
  )
  .filter(({ accepted }) => !accepted.some((text) => /^(half|third)$/i.test(text)));
const decimal = fc.stringMatching(/^-?(?:0|[1-9]\d{0,4})(?:\.\d{1,3})?$/);
const numberKey = fc
  .record({ value: decimal, tolerance: fc.constantFrom('0', '0.25', '5') })
  .chain((key) =>
    fc
      .constantFrom(undefined, 'relative')
      .map((kind) => ({ ...key, ...(kind && key.tolerance !== '0' ? { toleranceKind: kind } : {}) })),
  );
const shortText = fc
  .tuple(fc.record({ ...common, type: fc.constant('short_text') }), textKey)
  .map(([one, key]) => ({ ...one, ...key }));
const numeric = fc
  .tuple(fc.record({ ...common, type: fc.constant('numeric') }), numberKey)
  .map(([one, key]) => ({ ...one, ...key }));
const matching = fc
  .tuple(
    fc.record({
      ...common,
      type: fc.constant('matching'),
      shuffle: fc.boolean(),
      scoring: fc.constantFrom('per_part', 'all_or_nothing'),
    }),
    ids(6),
    fc.array(prose, { minLength: 6, maxLength: 6 }),
    fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
  )
  .map(([one, names, texts, partners]) => ({
    ...one,
    prompts: [0, 1, 2].map((at) => ({ id: names[at], text: texts[at], match: names[3 + (partners[at] ?? 0)] })),
    choices: [3, 4, 5].map((at) => ({ id: names[at], text: texts[at] })),
  }));
const ordering = fc
  .tuple(
    fc.record({ ...common, type: fc.constant('ordering') }),
    ids(4),
    fc.array(prose, { minLength: 4, maxLength: 4 }),
  )
  .map(([one, names, texts]) => ({
    ...one,
    items: texts.map((text, at) => ({ id: names[at], text })),
  }));
const gap = fc.oneof(
  textKey.map((key) => ({ kind: 'text', ...key })),
  numberKey.map((key) => ({ kind: 'number', ...key })),
  fc
    .record({
      kind: fc.constant('choice'),
      shuffle: fc.boolean(),
      names: ids(3),
      texts: fc.uniqueArray(word, { minLength: 3, maxLength: 3 }),
      key: fc.nat(2),
    })
    .map(({ names, texts, key, ...rest }) => ({
      ...rest,
      options: texts.map((text, at) => ({ id: names[at], text, isKey: at === key })),
    })),
);
const cloze = fc
  .tuple(
    fc.record({ ...common, type: fc.constant('cloze') }),
    ids(3),
    fc.array(gap, { minLength: 3, maxLength: 3 }),
    fc.boolean(),
    word,
  )
  .map(([one, names, gaps, isWeighted, text]) => ({
    ...one,
    stem: `${text} {{${names[0]}}} and **{{${names[1]}}}** or\n\n> {{${names[2]}}} x`,
    gaps: gaps.map((made, at) => ({
      id: names[at],
      ...(isWeighted && { weight: ['1', '2', '1/3'].map((weight) => (weight === '1/3' ? '1' : weight))[at] }),
      ...made,
    })),
  }));
const essay = fc.record({
  ...common,
  type: fc.constant('essay'),
  points: fc.constantFrom('1', '2.5'),
  outcomeFeedback: fc.constant(undefined),
  format: fc.constantFrom('text', 'code'),
  markerNotes: optionalProse,
});
const question = fc
  .oneof(single, partly, multiple, weighted, truth, shortText, numeric, matching, ordering, cloze, essay)
  .map((made) => make({ ...JSON.parse(JSON.stringify(made)) }));

describe('writeQti', () => {
  it('writes what is read as the same questions', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(question, { minLength: 1, maxLength: 3, selector: (made) => made.id }),
        (questions) => {
          const { report, read } = roundTrip(questions);
          expect(report).toEqual(questions.map(() => []));
          expect(read).toEqual(questions.map((made) => ({ ...made, losses: [] })));
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 60) },
    );
  });
});

/** The one item of a package. */
function itemOf(question: object): XmlElement {
  const { bytes } = writeQti([make(question)], meta);
  return fileOf(bytes, `items/q-${id}.xml`);
}

function fileOf(bytes: Uint8Array, path: string): XmlElement {
  const unpacked = readZip(bytes);
  const file = unpacked.ok ? unpacked.files.get(path) : undefined;
  return parseXml(new TextDecoder().decode(file));
}

const choice = {
  type: 'single_choice',
  options: [
    { id: 'a', text: 'x', isKey: true },
    { id: 'b', text: 'y', isKey: false },
  ],
};
const attributesOf = (element: XmlElement | undefined) => Object.fromEntries(element?.attributes ?? []);

describe('the shape of what is written', () => {
  const required: Readonly<Record<string, readonly string[]>> = {
    'qti-assessment-item': ['xmlns', 'identifier', 'title', 'adaptive', 'time-dependent'],
    'qti-response-declaration': ['identifier', 'cardinality', 'base-type'],
    'qti-outcome-declaration': ['identifier', 'cardinality', 'base-type'],
    'qti-mapping': ['default-value'],
    'qti-map-entry': ['map-key', 'mapped-value'],
    'qti-choice-interaction': ['response-identifier', 'max-choices', 'shuffle'],
    'qti-order-interaction': ['response-identifier', 'shuffle'],
    'qti-match-interaction': ['response-identifier', 'shuffle', 'max-associations'],
    'qti-inline-choice-interaction': ['response-identifier', 'shuffle'],
    'qti-text-entry-interaction': ['response-identifier'],
    'qti-extended-text-interaction': ['response-identifier'],
    'qti-simple-choice': ['identifier'],
    'qti-inline-choice': ['identifier'],
    'qti-simple-associable-choice': ['identifier', 'match-max'],
    'qti-set-outcome-value': ['identifier'],
    'qti-base-value': ['base-type'],
    'qti-variable': ['identifier'],
    'qti-correct': ['identifier'],
    'qti-map-response': ['identifier'],
    'qti-equal': ['tolerance-mode'],
    'qti-string-match': ['case-sensitive'],
    'qti-modal-feedback': ['outcome-identifier', 'identifier', 'show-hide'],
    'qti-rubric-block': ['view'],
  };
  const order = [
    'qti-response-declaration',
    'qti-outcome-declaration',
    'qti-item-body',
    'qti-response-processing',
    'qti-modal-feedback',
  ];

  it('has every required attribute, declared responses and outcomes, and parts in the order of the schema', () => {
    fc.assert(
      fc.property(question, (made) => {
        const { bytes } = writeQti([made], meta);
        const item = fileOf(bytes, `items/q-${made.id}.xml`);
        const elements = [item, ...elementsBelow(item)];
        for (const { name, attributes } of elements)
          for (const attribute of required[name] ?? [])
            expect(`${name} ${attributes.has(attribute) ? '' : 'without '}${attribute}`).not.toContain('without');
        const places = elementsIn(item).map(({ name }) => order.indexOf(name));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places).not.toContain(-1);
        const declared = new Set(elementsIn(item).map(({ attributes }) => attributes.get('identifier')));
        for (const { attributes, name } of elements) {
          const named =
            attributes.get('response-identifier') ??
            attributes.get('outcome-identifier') ??
            (/variable|correct$|map-response|set-outcome/.test(name) ? attributes.get('identifier') : undefined);
          if (named !== undefined) expect(declared).toContain(named);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('names the standard’s namespace and templates', () => {
    const item = itemOf(choice);
    expect(attributesOf(item)).toMatchObject({
      xmlns: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
      identifier: `q-${id}`,
      adaptive: 'false',
    });
    expect(attributesOf(elementIn(item, 'qti-response-processing'))).toEqual({
      template: 'https://www.imsglobal.org/question/qti_v3p0/rptemplates/match_correct.xml',
    });
    const short = itemOf({ type: 'short_text', accepted: ['x'] });
    expect(attributesOf(elementIn(short, 'qti-response-processing'))).toEqual({
      template: 'https://www.imsglobal.org/question/qti_v3p0/rptemplates/map_response.xml',
    });
    expect(
      elementIn(itemOf({ ...choice, explanation: 'E' }), 'qti-response-processing')?.attributes.has('template'),
    ).toBe(false);
  });

  it('packs a manifest, one test of all items, and the pictures that are shown', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 1]);
    const name = `${'a'.repeat(32)}.png`;
    const shown = make({ ...choice, stem: `See ![a](media:${name})`, tags: ['maps'] });
    const { bytes, report } = writeQti([shown], { ...meta, media: new Map([[name, picture]]) });
    const unpacked = readZip(bytes);
    expect(unpacked.ok && [...unpacked.files.keys()].toSorted()).toEqual([
      'imsmanifest.xml',
      `items/q-${id}.xml`,
      `media/${name}`,
      'test.xml',
    ]);
    expect(report.items).toEqual(
      [{ title: 'See', key: id, outcome: 'written', losses: [] }].map((one) => ({ ...one, title: expect.any(String) })),
    );
    const resources = [...elementsBelow(fileOf(bytes, 'imsmanifest.xml'))].filter(
      ({ name: own }) => own === 'resource',
    );
    expect(resources.map(attributesOf)).toEqual([
      { identifier: 'test', type: 'imsqti_test_xmlv3p0', href: 'test.xml' },
      { identifier: `q-${id}`, type: 'imsqti_item_xmlv3p0', href: `items/q-${id}.xml` },
    ]);
    const refs = [...elementsBelow(fileOf(bytes, 'test.xml'))].filter(
      ({ name: own }) => own === 'qti-assessment-item-ref',
    );
    expect(refs.map(attributesOf)).toEqual([{ identifier: `q-${id}`, href: `items/q-${id}.xml` }]);
    expect(readQti(bytes, { newId: () => id }).items[0]?.media).toMatchObject([{ bytes: picture }]);
  });

  it('writes the same bytes for the same questions', () => {
    expect(writeQti([make(choice)], meta).bytes).toEqual(writeQti([make(choice)], meta).bytes);
  });

  it.each<[string, object, string]>([
    ['hints', { ...choice, hints: ['h'] }, 'hints'],
    [
      'ids that are no XML names',
      { ...choice, options: choice.options.map((option, at) => ({ ...option, id: `${at}` })) },
      'no XML names',
    ],
    [
      'options that count by themselves',
      { ...choice, type: 'multiple_choice', scoring: 'per_option' },
      'counts by itself',
    ],
    ['wildcards', { type: 'short_text', accepted: ['a', 'b*'] }, 'b*'],
    ['feedback of answers', { type: 'short_text', accepted: ['a'], otherFeedback: 'No' }, 'feedback'],
    ['units', { type: 'numeric', value: '1', unit: 'ms' }, 'ms'],
    ['a third', { type: 'numeric', value: '1/3' }, 'rounded'],
    ['pairs of neighbours', { type: 'ordering', scoring: 'adjacent_pairs', items: choice.options }, 'neighbours'],
    [
      'a rubric',
      { type: 'essay', rubric: [{ id: 'r', title: 'R', levels: [{ id: 'l', text: 'good', points: '1' }] }] },
      'rubric',
    ],
    ['thirds of points for an essay', { type: 'essay', points: '1/3' }, 'rounded'],
    ['words', { type: 'essay', wordsMin: 3 }, 'words'],
    ['a picture that is not there', { ...choice, stem: '![a](media:x.png)' }, 'x.png'],
    [
      'a gap alone',
      { type: 'cloze', stem: 'A:\n\n{{a}}', gaps: [{ id: 'a', kind: 'text', accepted: ['x'] }] },
      'alone',
    ],
  ])('states the loss of %s', (_, made, loss) => {
    const { report } = writeQti([make(made)], meta);
    expect(report.items).toMatchObject([{ outcome: 'written_with_loss', losses: [expect.stringContaining(loss)] }]);
  });

  it('leaves out what has no answer that can be written', () => {
    const { report, bytes } = writeQti([make({ type: 'short_text', accepted: ['*x*'] }), make(choice)], meta);
    expect(report.items).toMatchObject([{ outcome: 'left_out' }, { outcome: 'written' }]);
    expect(readQti(bytes, { newId: () => id }).items).toHaveLength(1);
  });
});
