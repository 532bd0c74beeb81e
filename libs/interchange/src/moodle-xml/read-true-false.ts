import { elementsIn } from '../xml/xml.js';
import type { ItemReader } from './item-reader.js';
import type { TypeParts } from './type-reader.js';

export function readTrueFalse(item: ItemReader): TypeParts {
  const answers = elementsIn(item.element, 'answer').map((answer) => ({
    word: item.plain(answer).toLowerCase(),
    isRight: item.share(answer) === '1',
    feedback: item.proseIn('feedback', answer),
    answer,
  }));
  const named = answers.filter(({ word }) => word === 'true' || word === 'false');
  const [first, second] = answers;
  if (!first || !second || answers.length > 2) return item.refuse('A true/false question needs two answers.');
  if (named.length === 0) {
    // Old exports wrote the words of the site's language, the true one first.
    item.lose(first.answer, `The answers “${first.word}” and “${second.word}” were taken for true and false.`);
  }
  const isTurned = first.word === 'false' || (second.word === 'true' && first.word !== 'true');
  const [yes, no] = isTurned ? [second, first] : [first, second];
  if (yes.isRight === no.isRight) item.refuse('One of the answers must earn the whole mark, and only one.');
  return {
    type: 'true_false',
    key: yes.isRight,
    ...((yes.feedback || no.feedback) && {
      feedback: { ...(yes.feedback && { true: yes.feedback }), ...(no.feedback && { false: no.feedback }) },
    }),
  };
}
