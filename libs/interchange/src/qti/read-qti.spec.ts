import { describe, expect, it } from '@jest/globals';

import {
  type QtiParts,
  qtiChoice as choice,
  qtiItem as itemXml,
  qtiMapping as mapping,
  qtiResponse as declared,
  qtiTemplate as template,
} from '#libs/testing';

import { readQti } from './read-qti.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (xml: string) => readQti(bytesOf(xml), { newId: () => id });

const matchCorrect = 'https://www.imsglobal.org/question/qti_v3p0/rptemplates/match_correct.xml';

/** The one question of an item, with its losses. */
function question(parts: QtiParts) {
  const [item] = read(itemXml(parts)).items;
  return { ...item?.question, losses: item?.losses, reasons: item?.reasons };
}

describe('choice', () => {
  it('has one right option by its correct response', () => {
    expect(question({ responses: declared('single identifier', ['B']), body: choice(['A', 'B']) })).toMatchObject({
      type: 'single_choice',
      name: 'A title',
      stem: 'Which?',
      points: '1',
      shuffle: true,
      options: [
        { id: 'A', text: 'Text A', isKey: false },
        { id: 'B', text: 'Text B', isKey: true },
      ],
      losses: [],
    });
  });

  it('has several, all or nothing', () => {
    const responses = declared('multiple identifier', ['A', 'C']);
    expect(question({ responses, body: choice(['A', 'B', 'C'], 'max-choices="0"') })).toMatchObject({
      type: 'multiple_choice',
      options: [{ isKey: true }, { isKey: false }, { isKey: true }],
      losses: [],
    });
  });

  it('has weights as the mapping says, as parts of what can be attained', () => {
    const entries = mapping({ H: '1', O: '1', Cl: '-1' }, 'default-value="-2" lower-bound="0" upper-bound="2"');
    const made = question({
      responses: declared('multiple identifier', ['H', 'O'], entries),
      body: choice(['H', 'He', 'O', 'Cl'], 'max-choices="0"'),
      processing: template('map_response'),
    });
    expect(made).toMatchObject({
      type: 'multiple_choice',
      scoring: 'weighted',
      points: '2',
      options: [
        { id: 'H', isKey: true, share: '0.5' },
        { id: 'He', isKey: false, share: '-1' },
        { id: 'O', isKey: true, share: '0.5' },
        { id: 'Cl', isKey: false, share: '-0.5' },
      ],
      losses: [],
    });
    expect(made).not.toHaveProperty('floor');
  });

  it.each([
    ['no bound', mapping({ A: '3', B: '-1' }), '-1/3'],
    ['a bound below', mapping({ A: '4', B: '-2' }, 'lower-bound="-1"'), '-0.25'],
    ['a bound at zero', mapping({ A: '4', B: '-2' }, 'lower-bound="0"'), undefined],
  ])('goes as low as %s allows', (_, entries, floor) => {
    const responses = declared('multiple identifier', ['A'], entries);
    const body = choice(['A', 'B', 'C'], 'max-choices="0"');
    expect(question({ responses, body, processing: template('map_response') })).toMatchObject({ losses: [] });
    expect(Reflect.get(question({ responses, body, processing: template('map_response') }), 'floor')).toBe(floor);
  });

  it('gives one choice the shares of its mapping and says what they cost', () => {
    const responses = declared('single identifier', ['A'], mapping({ A: '3', B: '1', C: '-1.5' }));
    expect(
      question({ responses, body: choice(['A', 'B', 'C', 'D']), processing: template('map_response') }),
    ).toMatchObject({
      type: 'single_choice',
      points: '3',
      floor: '-0.5',
      options: [{ isKey: true }, { share: '1/3' }, { share: '-0.5' }, { isKey: false }],
      losses: [],
    });
  });

  it('states limits, fixed places and a key that the mapping contradicts', () => {
    const responses = declared('multiple identifier', ['A', 'B'], mapping({ A: '1', C: '1' }));
    const body = choice(['A', 'B', 'C'], 'max-choices="2" min-choices="2"').replace('="A">', '="A" fixed="true">');
    const { losses } = question({ responses, body, processing: template('map_response') });
    expect(losses).toEqual([
      expect.stringContaining('at most 2'),
      expect.stringContaining('at least 2'),
      expect.stringContaining('the mapping decides'),
      expect.stringContaining('fixed place'),
    ]);
    expect(losses?.every((loss) => /^Line \d+: /.test(loss))).toBe(true);
  });
});

describe('response processing', () => {
  const responses = declared('single identifier', ['B']);
  const body = choice(['A', 'B']);

  it.each([
    matchCorrect,
    'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml',
    'http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct',
    'match_correct.xml',
    'https://www.imsglobal.org/question/qti_v3p0/rptemplates/CC2_match.xml',
    'https://www.imsglobal.org/question/qti_v3p0/rptemplates/CC2_match_basic.xml',
  ])('knows the template %s by its last part', (address) => {
    const processing = `<qti-response-processing template="${address}"/>`;
    expect(question({ responses, body, processing })).toMatchObject({ type: 'single_choice', losses: [] });
  });

  const set = (expression: string, outcome = 'SCORE') =>
    `<qti-set-outcome-value identifier="${outcome}">${expression}</qti-set-outcome-value>`;
  const number = (value: string) => `<qti-base-value base-type="float">${value}</qti-base-value>`;
  const isRight = '<qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>';
  const condition = (test: string, then: string, otherwise = '') =>
    `<qti-response-condition><qti-response-if>${test}${then}</qti-response-if>${otherwise && `<qti-response-else>${otherwise}</qti-response-else>`}</qti-response-condition>`;
  const rules = (...inner: string[]) => `<qti-response-processing>${inner.join('')}</qti-response-processing>`;

  it.each([
    ['a match with a score', rules(condition(isRight, set(number('5')), set(number('0')))), '5'],
    [
      'a score that is added',
      rules(condition(isRight, set(`<qti-sum><qti-variable identifier="SCORE"/>${number('2')}</qti-sum>`))),
      '2',
    ],
    ['a fraction', rules(condition(isRight, set(`<qti-divide>${number('1')}${number('3')}</qti-divide>`))), '1/3'],
    [
      'an outcome between',
      rules(condition(isRight, set(number('4'), 'PART')), set('<qti-variable identifier="PART"/>')),
      '4',
    ],
  ])('understands %s', (_, processing, points) => {
    const part = '<qti-outcome-declaration identifier="PART" cardinality="single" base-type="float"/>';
    expect(question({ responses: responses + part, body, processing })).toMatchObject({ points, losses: [] });
  });

  it('understands a mapping behind the question whether there is an answer', () => {
    const unanswered = '<qti-is-null><qti-variable identifier="RESPONSE"/></qti-is-null>';
    const processing = rules(condition(unanswered, set(number('0')), set('<qti-map-response identifier="RESPONSE"/>')));
    const mapped = declared('single identifier', ['B'], mapping({ B: '2', A: '1' }));
    expect(question({ responses: mapped, body, processing })).toMatchObject({
      points: '2',
      options: [{ share: '0.5' }, { isKey: true }],
      losses: [],
    });
  });

  it('takes rules that name the values one by one for a mapping', () => {
    const is = (value: string) =>
      `<qti-match><qti-variable identifier="RESPONSE"/><qti-base-value base-type="identifier">${value}</qti-base-value></qti-match>`;
    const processing = rules(
      condition(is('B'), set(number('2'))),
      condition(is('A'), set(`<qti-sum><qti-variable identifier="SCORE"/>${number('1')}</qti-sum>`)),
    );
    expect(question({ responses, body, processing })).toMatchObject({
      points: '2',
      options: [{ isKey: false, share: '0.5' }, { isKey: true }],
    });
  });

  it.each([
    ['rules of its own', rules(set('<qti-random-float min="0" max="1"/>')), 'rules of its own'],
    ['a template of its own', '<qti-response-processing template="own.xml"/>', 'rules of its own'],
    ['no rules', '', 'does not say how'],
  ])('falls back to the correct response where there are %s, and says so', (_, processing, loss) => {
    expect(question({ responses, body, processing })).toMatchObject({
      options: [{ isKey: false }, { isKey: true }],
      losses: [expect.stringContaining(loss)],
    });
    const keyless = question({ responses: declared('single identifier', []), body, processing });
    expect(keyless.reasons).toEqual([expect.stringContaining('no correct response')]);
  });

  it('sorts feedback by the option, by how the answer did, and for all', () => {
    const show = (name: string, outcome: string, text: string) =>
      `<qti-modal-feedback outcome-identifier="${outcome}" identifier="${name}" show-hide="show"><qti-content-body><p>${text}</p></qti-content-body></qti-modal-feedback>`;
    const word = (value: string) => `<qti-base-value base-type="identifier">${value}</qti-base-value>`;
    const outcomes = ['HINT', 'GRADE', 'ALL']
      .map((name) => `<qti-outcome-declaration identifier="${name}" cardinality="single" base-type="identifier"/>`)
      .join('');
    const processing = rules(
      condition(isRight, set(number('1')) + set(word('yes'), 'GRADE'), set(word('no'), 'GRADE')),
      set('<qti-variable identifier="RESPONSE"/>', 'HINT'),
      set(word('shown'), 'ALL'),
    );
    const after =
      show('A', 'HINT', 'Not A') +
      show('yes', 'GRADE', 'Right') +
      show('no', 'GRADE', 'Wrong') +
      show('shown', 'ALL', 'Because') +
      show('never', 'X', 'Lost');
    expect(question({ responses: responses + outcomes, body, processing, after })).toMatchObject({
      options: [{ id: 'A', feedback: 'Not A' }, { id: 'B' }],
      explanation: 'Because',
      outcomeFeedback: { correct: 'Right', incorrect: 'Wrong' },
      losses: [expect.stringContaining('“never”')],
    });
  });

  it('keeps feedback that stands in the option out of its text', () => {
    const inner =
      '<qti-feedback-inline outcome-identifier="F" identifier="A" show-hide="show">Not this</qti-feedback-inline>';
    const made = question({ responses, body: body.replace('Text A', `Text A ${inner}`) });
    expect(made).toMatchObject({ options: [{ text: 'Text A', feedback: 'Not this' }, {}], losses: [] });
  });
});

describe('gaps', () => {
  const entry = (name = 'RESPONSE') =>
    `<qti-text-entry-interaction response-identifier="${name}" expected-length="9"/>`;

  it('makes a short text of a field that stands alone', () => {
    const entries =
      '<qti-mapping><qti-map-entry map-key="York" mapped-value="1"/><qti-map-entry map-key="york" mapped-value="0.5"/></qti-mapping>';
    const responses = declared('single string', ['York'], entries);
    const body = `<p>Which town?</p><p>${entry()}</p>`;
    expect(question({ responses, body, processing: template('map_response') })).toMatchObject({
      type: 'short_text',
      stem: 'Which town?',
      accepted: ['York'],
      caseSensitive: true,
      alternatives: [{ text: 'york', share: '0.5' }],
      points: '1',
      losses: [],
    });
  });

  it('keeps a star in a text a star', () => {
    const responses = declared('single string', ['a*b']);
    expect(question({ responses, body: `<p>What?</p>${entry()}` })).toMatchObject({ accepted: ['a\\*b'] });
  });

  it.each([
    [
      'exactly',
      '<qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>',
      { tolerance: '0' },
    ],
    [
      'within a tolerance',
      '<qti-equal tolerance-mode="absolute" tolerance="0.5 0.5"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal>',
      { tolerance: '0.5' },
    ],
    [
      'within a percentage',
      '<qti-equal tolerance-mode="relative" tolerance="2"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal>',
      { tolerance: '0.02', toleranceKind: 'relative' },
    ],
  ])('makes a number of a field for one, %s', (_, test, key) => {
    const processing = `<qti-response-processing><qti-response-condition><qti-response-if>${test}<qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">2</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition></qti-response-processing>`;
    const made = question({
      responses: declared('single float', ['9.50']),
      body: `<p>g?</p><p>${entry()}</p>`,
      processing,
    });
    expect(made).toMatchObject({ type: 'numeric', value: '9.50', points: '2', ...key, losses: [] });
  });

  it('makes a cloze of fields and drop-downs in a sentence, each with its weight', () => {
    const responses =
      declared('single string', ['Rome'], mapping({ Rome: '1' }), 'A') +
      declared('single identifier', ['x'], mapping({ x: '2' }), 'B');
    const body = `<p>From ${entry('A')} to <qti-inline-choice-interaction response-identifier="B" shuffle="false"><qti-inline-choice identifier="x">Ostia</qti-inline-choice><qti-inline-choice identifier="y">Bath</qti-inline-choice></qti-inline-choice-interaction>.</p>`;
    const sum = '<qti-sum><qti-map-response identifier="A"/><qti-map-response identifier="B"/></qti-sum>';
    const processing = `<qti-response-processing><qti-set-outcome-value identifier="SCORE">${sum}</qti-set-outcome-value></qti-response-processing>`;
    expect(question({ responses, body, processing })).toMatchObject({
      type: 'cloze',
      stem: 'From {{A}} to {{B}}.',
      points: '3',
      scoring: 'per_part',
      gaps: [
        { id: 'A', kind: 'text', accepted: ['Rome'], weight: '1' },
        {
          id: 'B',
          kind: 'choice',
          weight: '2',
          shuffle: false,
          options: [{ id: 'x', text: 'Ostia', isKey: true }, { id: 'y' }],
        },
      ],
      losses: [],
    });
  });

  it('makes drop-downs of texts to be put into gaps', () => {
    const body = `<qti-gap-match-interaction response-identifier="RESPONSE" shuffle="false"><qti-prompt>Fill in.</qti-prompt><qti-gap-text identifier="W" match-max="0">winter</qti-gap-text><qti-gap-text identifier="S" match-max="0">summer</qti-gap-text><p>Cold <qti-gap identifier="G1"/>, warm <qti-gap identifier="G2"/>.</p></qti-gap-match-interaction>`;
    const responses = declared('multiple directedPair', ['W G1', 'S G2'], mapping({ 'W G1': '1', 'S G2': '1' }));
    expect(question({ responses, body, processing: template('map_response') })).toMatchObject({
      type: 'cloze',
      stem: 'Fill in.\n\nCold {{G1}}, warm {{G2}}.',
      points: '2',
      gaps: [
        {
          options: [
            { id: 'W', text: 'winter', isKey: true },
            { id: 'S', isKey: false },
          ],
        },
        {
          options: [
            { id: 'W', isKey: false },
            { id: 'S', text: 'summer', isKey: true },
          ],
        },
      ],
      losses: [],
    });
    expect(question({ responses, body })).toMatchObject({ scoring: 'all_or_nothing', points: '1' });
  });
});

describe('the other interactions', () => {
  const set = (ids: readonly string[], matchMax: number) =>
    `<qti-simple-match-set>${ids.map((name) => `<qti-simple-associable-choice identifier="${name}" match-max="${matchMax}">Text ${name}</qti-simple-associable-choice>`).join('')}</qti-simple-match-set>`;
  const match = (sets: string) =>
    `<qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="4"><qti-prompt>Match.</qti-prompt>${sets}</qti-match-interaction>`;

  it('matches prompts to choices, pair by pair or all or nothing', () => {
    const body = match(set(['A', 'B'], 1) + set(['X', 'Y', 'Z'], 4));
    const responses = declared('multiple directedPair', ['A X', 'B X'], mapping({ 'A X': '1.5', 'B X': '1.5' }));
    const made = {
      type: 'matching',
      stem: 'Match.',
      prompts: [
        { id: 'A', match: 'X' },
        { id: 'B', match: 'X' },
      ],
      losses: [],
    };
    expect(question({ responses, body })).toMatchObject({ ...made, points: '1', scoring: 'all_or_nothing' });
    expect(question({ responses, body, processing: template('map_response') })).toMatchObject({
      ...made,
      points: '3',
      scoring: 'per_part',
    });
  });

  it('makes prompts of the side of which each has one partner', () => {
    const responses = declared('multiple directedPair', ['A X', 'A Y', 'B Z']);
    const body = match(set(['A', 'B'], 4) + set(['X', 'Y', 'Z'], 1));
    expect(question({ responses, body })).toMatchObject({
      prompts: [
        { id: 'X', match: 'A' },
        { id: 'Y', match: 'A' },
        { id: 'Z', match: 'B' },
      ],
      choices: [{ id: 'A' }, { id: 'B' }],
    });
  });

  it('orders', () => {
    const body = choice(['A', 'B', 'C']).replaceAll('choice-interaction', 'order-interaction');
    expect(question({ responses: declared('ordered identifier', ['C', 'A', 'B']), body })).toMatchObject({
      type: 'ordering',
      scoring: 'exact',
      items: [{ id: 'C', text: 'Text C' }, { id: 'A' }, { id: 'B' }],
      losses: [],
    });
  });

  it('takes phrases of a text for options and says so', () => {
    const body =
      '<qti-hottext-interaction response-identifier="RESPONSE" max-choices="1"><p>He <qti-hottext identifier="A">go</qti-hottext> to <qti-hottext identifier="B">school</qti-hottext>.</p></qti-hottext-interaction>';
    expect(question({ responses: declared('single identifier', ['A']), body })).toMatchObject({
      type: 'single_choice',
      stem: 'He **go** to **school**.',
      options: [{ text: 'go', isKey: true }, { text: 'school' }],
      losses: [expect.stringContaining('list below')],
    });
  });

  it('gives the words to those who mark to the essay, and states them elsewhere', () => {
    const rubric = (view: string) => `<qti-rubric-block view="${view}"><p>Told to ${view}</p></qti-rubric-block>`;
    const essay = '<p>Why?</p><qti-extended-text-interaction response-identifier="RESPONSE" format="preformatted"/>';
    const body = rubric('scorer') + rubric('candidate') + essay;
    expect(question({ responses: declared('single string', []), body, processing: '' })).toMatchObject({
      type: 'essay',
      stem: 'Told to candidate\n\nWhy?',
      markerNotes: 'Told to scorer',
      format: 'code',
      losses: [],
    });
    const { losses } = question({
      responses: declared('single identifier', ['A']),
      body: rubric('scorer') + choice(['A', 'B']),
    });
    expect(losses).toEqual([expect.stringContaining('Told to scorer')]);
  });

  it.each([
    ['hotspot', 'hotspot interaction'],
    ['graphic-gap-match', 'graphic gap match'],
    ['slider', 'slider'],
    ['upload', 'upload'],
    ['drawing', 'drawing'],
    ['media', 'media'],
    ['position-object', 'position object'],
    ['portable-custom', 'portable custom'],
    ['end-attempt', 'end attempt'],
    ['associate', 'associate'],
  ])('refuses %s with its line', (name, shown) => {
    const { reasons } = question({
      responses: declared('single identifier', ['A']),
      body: `\n\n<qti-${name}-interaction response-identifier="RESPONSE"/>`,
    });
    expect(reasons).toEqual([expect.stringMatching(`^Line 7: .*${shown}`)]);
  });

  it.each([
    ['two tasks', { body: choice(['A']) + choice(['B']) }, 'several items'],
    ['no task', { body: '<p>Read this.</p>' }, 'asks nothing'],
    ['an undeclared response', { responses: '', body: choice(['A', 'B']) }, 'not declared'],
    [
      'a key that is no option',
      { responses: declared('single identifier', ['Z']), body: choice(['A', 'B']) },
      'names no option',
    ],
    [
      'nothing to earn',
      {
        responses: declared('single identifier', [], mapping({ A: '0' })),
        body: choice(['A', 'B']),
        processing: template('map_response'),
      },
      'earns anything',
    ],
    [
      'numbers that are none',
      { responses: declared('single identifier', [], mapping({ A: 'x' })), body: choice(['A', 'B']) },
      'not a number',
    ],
    [
      'values drawn at random',
      {
        responses: '<qti-template-declaration identifier="X" cardinality="single" base-type="integer"/>',
        body: choice(['A']),
      },
      'at random',
    ],
  ])('refuses %s', (_, parts, reason) => {
    expect(question(parts).reasons).toEqual([expect.stringMatching(`^Line \\d+: .*${reason}`)]);
  });
});
