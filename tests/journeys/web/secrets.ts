import type { QuestionDraft } from '#libs/api-client';

/** Stands in every text that no learner may see before a review shows it. */
export const canary = 'CANARY';
/** Digits stand for it where a field holds a number: of values, tolerances, shares, multipliers, weights and points. */
const value = '41.98989';
const share = '0.31313';
export const secrets = new RegExp(`${canary}|41\\.98989|5\\.77713|0\\.01357|\\b98765\\b|0\\.31313|0\\.27272`, 'i');

const base = (type: string, stem = `A question of the type ${type}`) => ({
  stem,
  name: `${canary} name`,
  tags: [`${canary} tag`],
  hints: [`${canary} first hint`, `${canary} second hint`],
  explanation: `${canary} explanation`,
  outcomeFeedback: { correct: `${canary} right`, partial: `${canary} partly`, incorrect: `${canary} wrong` },
});
const text = {
  accepted: [`${canary} accepted`],
  alternatives: [{ text: `${canary} almost`, share, feedback: `${canary} alternative` }],
  otherFeedback: `${canary} other`,
};
const number = {
  value,
  tolerance: '0.01357',
  unit: 'm',
  units: [{ unit: 'cm', multiplier: '98765' }],
  unitRule: 'required' as const,
  unitPenalty: '0.27272',
  alternatives: [{ value: '5.77713', share, feedback: `${canary} alternative` }],
  otherFeedback: `${canary} other`,
};
const part = (name: string) => ({ id: `${canary}-${name}`, text: `Part ${name}` });
const options = [
  { id: `${canary}-key`, text: 'This one', isKey: true, feedback: `${canary} chosen` },
  { id: `${canary}-not`, text: 'That one', isKey: false, feedback: `${canary} chosen`, share },
];
const shared = [
  { id: `${canary}-key`, text: 'This one', isKey: true, share, feedback: `${canary} chosen` },
  { id: `${canary}-too`, text: 'Both', isKey: true, share: '0.68687', feedback: `${canary} chosen` },
  { id: `${canary}-not`, text: 'That one', isKey: false, feedback: `${canary} chosen` },
];
const gap = (name: string) => ({ id: `${canary}-${name}`, weight: share });

/** One question of every type, with something to give away in every field that holds a secret. */
export const questions: readonly QuestionDraft[] = [
  { ...base('single choice'), type: 'single_choice', options },
  { ...base('multiple choice'), type: 'multiple_choice', options: shared, scoring: 'weighted' },
  {
    ...base('true or false'),
    type: 'true_false',
    key: true,
    feedback: { true: `${canary} true`, false: `${canary} false` },
  },
  { ...base('short text'), type: 'short_text', ...text },
  { ...base('number'), type: 'numeric', ...number },
  {
    ...base('matching'),
    type: 'matching',
    prompts: [
      { ...part('a'), match: `${canary}-y`, feedback: `${canary} prompt` },
      { ...part('b'), match: `${canary}-x`, feedback: `${canary} prompt` },
    ],
    choices: [part('x'), part('y'), part('z')],
  },
  { ...base('ordering'), type: 'ordering', items: [part('one'), part('two'), part('three')] },
  {
    ...base('cloze', `In {{${canary}-text}} and {{${canary}-number}} and {{${canary}-choice}}.`),
    type: 'cloze',
    gaps: [
      { ...gap('text'), kind: 'text', ...text },
      { ...gap('number'), kind: 'number', ...number },
      { ...gap('choice'), kind: 'choice', options },
    ],
  },
  {
    ...base('essay'),
    type: 'essay',
    markerNotes: `${canary} notes`,
    rubric: [
      {
        id: `${canary}-criterion`,
        title: `${canary} criterion`,
        levels: [
          { id: `${canary}-low`, text: `${canary} low`, points: '0' },
          { id: `${canary}-high`, text: `${canary} high`, points: '1' },
        ],
      },
    ],
  },
];
