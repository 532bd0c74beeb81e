import { textToMarkdown } from '../html/text-to-markdown.js';
import { elementIn, elementsIn } from '../xml/xml.js';
import type { ItemReader } from './item-reader.js';
import type { TypeParts } from './type-reader.js';

export function readMatching(item: ItemReader): TypeParts {
  const pairs = elementsIn(item.element, 'subquestion').map((element) => {
    const answer = elementIn(element, 'answer');
    return { element, prompt: item.prose(element), choice: answer ? item.plain(answer) : '' };
  });
  for (const { element, choice } of pairs) if (choice === '') item.refuse('The pair has no answer.', element);
  // Pairs with the same answer share one choice; a pair without a question is a wrong choice and nothing else.
  const texts = [...new Set(pairs.map(({ choice }) => choice))];
  const prompts = pairs.filter(({ prompt }) => prompt !== '');
  if (prompts.length < 2 || texts.length < 2) item.refuse('A matching needs at least two questions and two answers.');
  return {
    type: 'matching',
    prompts: prompts.map(({ prompt, choice }, at) => ({
      id: `p${at + 1}`,
      text: prompt,
      match: choiceId(texts.indexOf(choice)),
    })),
    choices: texts.map((text, at) => ({ id: choiceId(at), text: textToMarkdown(text) })),
    shuffle: item.flag('shuffleanswers', true),
    scoring: 'per_part',
  };
}

function choiceId(at: number): string {
  return `c${at + 1}`;
}
