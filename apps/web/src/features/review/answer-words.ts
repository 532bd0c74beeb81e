import type { Answer, PaperQuestion } from '#libs/api-client';

const optionText = (question: PaperQuestion, id: string) =>
  question.options?.find((option) => option.id === id)?.text ?? id;

/** An answer as Markdown words: for questions without options, and for screen readers. */
export function answerWords(question: PaperQuestion, answer: Answer | null | undefined): string {
  if (answer === null || answer === undefined) return 'no answer';
  if ('choice' in answer) return optionText(question, answer.choice);
  if ('choices' in answer) return answer.choices.map((id) => optionText(question, id)).join('; ');
  if ('value' in answer) return answer.value ? 'True' : 'False';
  if (!('text' in answer)) return 'essay' in answer ? answer.essay : 'answered';
  return answer.text === '' ? 'no answer' : `${answer.text}${question.unit ? ` ${question.unit}` : ''}`;
}
