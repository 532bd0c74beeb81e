import { type Answer, gradePaper, parseAnswer, revealQuestion } from '#libs/assessment';
import { type Question, questionSchema } from '#libs/contracts';

const id = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const parts = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, text: `${prefix} ${index}` }));
const options = parts('o', 4).map((option, index) => ({ ...option, isKey: index < 1 }));
const severalKeys = options.map((option, index) => ({
  ...option,
  isKey: index < 2,
  share: index < 2 ? '1/2' : '-1/2',
}));

/** One of each machine-graded type, in about the size that authors write. */
const kinds = [
  { type: 'single_choice', options },
  { type: 'multiple_choice', options: severalKeys, scoring: 'weighted' },
  { type: 'true_false', key: true },
  { type: 'short_text', accepted: ['git status', 'git st*'] },
  { type: 'numeric', value: '3.5', tolerance: '0.1', unit: 's' },
  {
    type: 'matching',
    prompts: parts('p', 4).map((prompt, index) => ({ ...prompt, match: `c${index}` })),
    choices: parts('c', 5),
  },
  { type: 'ordering', items: parts('i', 5), scoring: 'adjacent_pairs' },
  {
    type: 'cloze',
    stem: '{{a}} {{b}} {{c}}',
    gaps: [
      { id: 'a', kind: 'text', accepted: ['SELECT'] },
      { id: 'b', kind: 'number', value: '42' },
      { id: 'c', kind: 'choice', options },
    ],
  },
];

/** A paper of `size` questions, all types in turn, each answered rightly. */
export function paperOf(size: number): { questions: Question[]; answers: Map<string, Answer> } {
  const questions = Array.from({ length: size }, (_, index) =>
    questionSchema.parse({ id: id(index), version: 1, stem: '?', ...kinds[index % kinds.length] }),
  );
  return { questions, answers: new Map(questions.map((question) => [question.id, keyOf(question)])) };
}

function keyOf(question: Question): Answer {
  const optionOrder = orderOf(question);
  const parsed = parseAnswer({ question, optionOrder }, revealQuestion({ question, optionOrder }).key);
  if ('problem' in parsed) throw new Error(parsed.problem.detail);
  return parsed.answer;
}

function orderOf(question: Question): string[] {
  if ('options' in question) return question.options.map((option) => option.id);
  if (question.type === 'matching') return [...question.prompts, ...question.choices].map((part) => part.id);
  if (question.type === 'ordering') return question.items.map((item) => item.id);
  if (question.type !== 'cloze') return [];
  return question.gaps.flatMap((gap) =>
    gap.kind === 'choice' ? gap.options.map(({ id: own }) => `${gap.id}/${own}`) : [],
  );
}

/** Median microseconds to grade one paper of `size` questions, over batches; what came before a batch has warmed it up. */
export function gradingMicroseconds(size: number): number {
  const { questions, answers } = paperOf(size);
  const papers = 400;
  const batches = Array.from({ length: 15 }, () => {
    const started = performance.now();
    for (let paper = 0; paper < papers; paper += 1) gradePaper(questions, { answers }, { passMark: 0.8 });
    return ((performance.now() - started) * 1_000) / papers;
  });
  return batches.sort((one, other) => one - other)[Math.floor(batches.length / 2)] ?? Number.NaN;
}
