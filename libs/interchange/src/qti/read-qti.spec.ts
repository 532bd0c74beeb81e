import { describe, expect, it } from '@jest/globals';

import { writeZip } from '../zip/write-zip.js';
import { readQti } from './read-qti.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (xml: string) => readQti(bytesOf(xml), { newId: () => id });

interface Parts {
  readonly responses?: string;
  readonly body: string;
  readonly processing?: string;
  readonly after?: string;
  readonly attributes?: string;
}

const matchCorrect = 'https://www.imsglobal.org/question/qti_v3p0/rptemplates/match_correct.xml';
const template = (name: string) =>
  `<qti-response-processing template="${matchCorrect.replace('match_correct', name)}"/>`;

function itemXml({ responses = '', body, processing = template('match_correct'), after = '', attributes = '' }: Parts) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i1" title="A title" adaptive="false" time-dependent="false"${attributes}>
${responses}
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
<qti-item-body>${body}</qti-item-body>
${processing}${after}
</qti-assessment-item>`;
}

/** The one question of an item, with its losses. */
function question(parts: Parts) {
  const [item] = read(itemXml(parts)).items;
  return { ...item?.question, losses: item?.losses, reasons: item?.reasons };
}

const values = (list: readonly string[]) => list.map((value) => `<qti-value>${value}</qti-value>`).join('');
const declared = (type: string, correct: readonly string[], mapping = '', name = 'RESPONSE') => {
  const [cardinality = '', baseType = ''] = type.split(' ');
  const right = correct.length > 0 ? `<qti-correct-response>${values(correct)}</qti-correct-response>` : '';
  return `<qti-response-declaration identifier="${name}" cardinality="${cardinality}" base-type="${baseType}">${right}${mapping}</qti-response-declaration>`;
};
const mapping = (entries: Readonly<Record<string, string>>, bounds = '') =>
  `<qti-mapping ${bounds}>${Object.entries(entries)
    .map(([key, value]) => `<qti-map-entry map-key="${key}" mapped-value="${value}"/>`)
    .join('')}</qti-mapping>`;
const choice = (ids: readonly string[], attributes = 'max-choices="1"') =>
  `<p>Which?</p><qti-choice-interaction response-identifier="RESPONSE" shuffle="true" ${attributes}>${ids
    .map((name) => `<qti-simple-choice identifier="${name}">Text ${name}</qti-simple-choice>`)
    .join('')}</qti-choice-interaction>`;

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

describe('files and packages', () => {
  const old = `<?xml version="1.0"?>
<a:assessmentItem xmlns:a="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="old" title="Old" adaptive="false" timeDependent="false">
<a:responseDeclaration identifier="R1" cardinality="multiple" baseType="identifier"><a:mapping lowerBound="0" defaultValue="-1"><a:mapEntry mapKey="A" mappedValue="2"/></a:mapping></a:responseDeclaration>
<a:outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<a:itemBody><a:choiceInteraction responseIdentifier="R1" shuffle="false" maxChoices="0"><a:prompt>Old?</a:prompt><a:simpleChoice identifier="A">Yes <a:feedbackInline outcomeIdentifier="F" identifier="A" showHide="show">Good</a:feedbackInline></a:simpleChoice><a:simpleChoice identifier="B">No</a:simpleChoice></a:choiceInteraction></a:itemBody>
<a:responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/></a:assessmentItem>`;

  it('reads QTI 2 as the same model under other names', () => {
    const [item] = read(old).items;
    expect(item).toMatchObject({
      key: 'old',
      line: 2,
      outcome: 'imported',
      question: {
        type: 'multiple_choice',
        stem: 'Old?',
        points: '2',
        options: [
          { id: 'A', text: 'Yes', share: '1', feedback: 'Good' },
          { id: 'B', text: 'No', share: '-0.5' },
        ],
      },
    });
  });

  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const manifest = (resources: string) =>
    `<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"><resources>${resources}</resources></manifest>`;
  const resource = (href: string, type = 'imsqti_item_xmlv3p0', metadata = '') =>
    `<resource identifier="r" type="${type}" href="${href}">${metadata}<file href="${href}"/></resource>`;
  const readPackage = (files: Readonly<Record<string, string | Uint8Array>>) =>
    readQti(
      writeZip(
        new Map(Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? bytesOf(file) : file])),
      ),
      { newId: () => id },
    );
  const picture = itemXml({
    responses: declared('single identifier', ['B']),
    body: `<p><img src="../img/a%20b.png" alt="A plan"/></p>${choice(['A', 'B'])}`,
  });

  it('reads the items of a package with their pictures, keywords and difficulty; one bad item costs the others nothing', () => {
    const lom =
      '<metadata><l:lom xmlns:l="http://ltsc.ieee.org/xsd/LOM"><l:general><l:keyword><l:string>maps</l:string></l:keyword></l:general><l:educational><l:difficulty><l:source>LOMv1.0</l:source><l:value>difficult</l:value></l:difficulty></l:educational></l:lom></metadata>';
    const test =
      '<qti-assessment-test identifier="t" title="Finals"><qti-test-part identifier="p" navigation-mode="linear" submission-mode="individual"><qti-assessment-section identifier="s" title="Maps" visible="true"><qti-selection select="1"/><qti-assessment-item-ref identifier="i" href="items/a.xml"/></qti-assessment-section></qti-test-part></qti-assessment-test>';
    const { items, notes } = readPackage({
      'imsmanifest.xml': manifest(
        resource('items/a.xml', undefined, lom) +
          resource('items/bad.xml') +
          resource('items/none.xml') +
          resource('old.xml', 'imsqti_item_xmlv2p1') +
          resource('t.xml', 'imsqti_test_xmlv3p0'),
      ),
      'items/a.xml': picture,
      'items/bad.xml': '<broken',
      'old.xml': old,
      't.xml': test,
      'img/a b.png': png,
    });
    expect(items.map(({ outcome }) => outcome)).toEqual(['imported', 'refused', 'refused', 'imported']);
    const [{ name = '' } = {}] = items[0]?.media ?? [];
    expect(name).toMatch(/^[0-9a-f]{32}\.png$/);
    expect(items[0]).toMatchObject({
      question: { stem: `![A plan](media:${name})\n\nWhich?`, tags: ['maps'], difficulty: 'hard' },
      media: [{ mediaType: 'image/png', bytes: png }],
    });
    expect(items[1]?.reasons).toEqual([expect.stringMatching('^items/bad.xml: Line 1: ')]);
    expect(items[2]?.reasons).toEqual([expect.stringContaining('not in the package')]);
    expect(notes.map(({ message }) => message)).toEqual([
      't.xml: The test “Finals” was read for its questions only.',
      't.xml: The section “Maps” with 1 items is not kept as a section.',
      't.xml: The test draws some of its questions, which is not read; set it in the policy of the section.',
    ]);
  });

  it('states a picture that is not there or not one', () => {
    const files = { 'top/imsmanifest.xml': manifest(resource('items/a.xml')), 'top/items/a.xml': picture };
    expect(readPackage(files).items).toMatchObject([
      { outcome: 'imported_with_loss', losses: [expect.stringContaining('a%20b.png')] },
    ]);
    const [item] = readPackage({ ...files, 'top/img/a b.png': '<svg/>' }).items;
    expect(item).toMatchObject({ outcome: 'imported_with_loss' });
    expect(item).not.toHaveProperty('media');
  });

  it.each<[string, Uint8Array, string]>([
    ['a package without a manifest', writeZip(new Map([['a.xml', bytesOf(old)]])), 'no imsmanifest.xml'],
    ['a manifest without items', writeZip(new Map([['imsmanifest.xml', bytesOf(manifest(''))]])), 'no QTI items'],
    ['QTI 1.2', bytesOf('<questestinterop/>'), 'QTI 1.2'],
    ['some XML', bytesOf('<html/>'), 'neither a QTI item nor a package'],
    ['a DOCTYPE', bytesOf('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), 'DOCTYPE'],
    ['bytes', Uint8Array.from([1, 0xff, 0xfe]), 'UTF-8'],
    ['a damaged package', writeZip(new Map([['a', bytesOf('a')]])).subarray(0, 20), 'not a zip package'],
    ['a test alone', bytesOf('<qti-assessment-test identifier="t" title="T"/>'), 'whole package'],
  ])('refuses %s as a whole', (_, bytes, reason) => {
    expect(readQti(bytes, { newId: () => id }).items).toMatchObject([
      { outcome: 'refused', reasons: [expect.stringContaining(reason)] },
    ]);
  });

  it('makes scripts in an item harmless', () => {
    const body = `<p onclick="x()">Hi<script>alert(1)</script><a href="javascript:x()">l</a></p>${choice(['A', 'B'])}`;
    const made = question({ responses: declared('single identifier', ['A']), body });
    expect(JSON.stringify({ ...made, losses: [] })).not.toMatch(/script|onclick|alert/);
    expect(made.losses?.length).toBeGreaterThan(0);
  });
});
