import { xmlElement } from '../xml/xml.js';
import { Ratio } from './ratio.js';
import { writeMapping } from './write-mapping.js';
import { declare, partNames, pointsOf, type QuestionOf, type WrittenPart } from './write-part.js';
import type { ProseWriter } from './write-prose.js';
import { constant, isCorrect, mapped, setOutcome, when } from './write-rules.js';

type Choice = QuestionOf<'single_choice'> | QuestionOf<'multiple_choice'>;
type Option = Choice['options'][number];

const response = 'RESPONSE';

export function writeChoice(question: Choice, prose: ProseWriter): WrittenPart {
  const { options, stem, shuffle, type } = question;
  const nameOf = partNames(
    options.map(({ id }) => id),
    prose,
  );
  const shares = sharesOf(question, prose);
  const cardinality = type === 'single_choice' ? 'single' : 'multiple';
  const points = pointsOf(question);
  const floor = question.floor === undefined ? Ratio.zero : (Ratio.read(question.floor) ?? Ratio.zero);
  const entries = options.map(({ id }, index) => ({ key: nameOf(id), share: shares?.[index] ?? Ratio.zero }));
  const mapping = shares && writeMapping(entries, floor, Ratio.one);
  const factor = mapping ? points.times(mapping.unit) : points;
  const choices = options.map(({ id, text }) =>
    xmlElement('qti-simple-choice', { identifier: nameOf(id) }, prose.content(text)),
  );
  const attributes = {
    'response-identifier': response,
    shuffle: String(shuffle),
    'max-choices': cardinality === 'single' ? '1' : '0',
  };
  return {
    responses: [
      declare({
        identifier: response,
        cardinality,
        type: 'identifier',
        correct: options.filter(({ isKey }) => isKey).map(({ id }) => nameOf(id)),
        mapping: mapping?.element,
      }),
    ],
    body: [...prose.blocks(stem), xmlElement('qti-choice-interaction', attributes, choices)],
    rules: [mapping ? setOutcome('SCORE', mapped(response, factor)) : scoreWhenCorrect(points)],
    template: factor.equals(Ratio.one) ? (mapping ? 'map_response' : 'match_correct') : undefined,
    optionFeedback: feedbackOf(options, nameOf),
    cardinality,
  };
}

export function scoreWhenCorrect(points: Ratio) {
  return when(isCorrect(response), setOutcome('SCORE', constant(points)));
}

function feedbackOf(options: readonly Option[], nameOf: (id: string) => string) {
  return options.flatMap(({ id, feedback }) => (feedback ? [{ identifier: nameOf(id), text: feedback }] : []));
}

/** What each option counts of the mark, or null where only the whole right answer counts. */
function sharesOf(question: Choice, prose: ProseWriter): Ratio[] | null {
  const { options } = question;
  if (question.type === 'single_choice') {
    const isPlain = options.every(({ share, isKey }) => share === undefined || share === (isKey ? '1' : '0'));
    return isPlain ? null : options.map((option) => shareOf(option, Ratio.one));
  }
  switch (question.scoring ?? 'all_or_nothing') {
    case 'weighted':
      return options.map((option) => shareOf(option, Ratio.of(1, options.filter(({ isKey }) => isKey).length || 1)));
    case 'per_option':
      prose.lose('That every option counts by itself was left out: all right options and no other earn the mark.');
      return null;
    default:
      return null;
  }
}

function shareOf({ share, isKey }: Option, ofKey: Ratio): Ratio {
  if (share !== undefined) return Ratio.read(share) ?? Ratio.zero;
  return isKey ? ofKey : Ratio.zero;
}

/** Two options under names by which the reader knows such a question again. */
export function writeTrueFalse(question: QuestionOf<'true_false'>, prose: ProseWriter): WrittenPart {
  const { stem, key, feedback, points, tags, id, version } = question;
  const option = (name: 'true' | 'false', text: string) => ({
    id: name,
    text,
    isKey: key === (name === 'true'),
    ...(feedback?.[name] && { feedback: feedback[name] }),
  });
  const options = [option('true', 'True'), option('false', 'False')];
  return writeChoice({ id, version, tags, stem, points, type: 'single_choice', options, shuffle: false }, prose);
}
