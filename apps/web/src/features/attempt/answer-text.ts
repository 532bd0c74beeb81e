import type { Answer, PaperQuestion } from '#libs/api-client';

/** Whether anything was answered: an empty text and no ticks count as empty. */
export function isAnswered(answer: Answer | null | undefined): boolean {
  if (answer === null || answer === undefined) return false;
  if ('choices' in answer) return answer.choices.length > 0;
  if ('text' in answer) return answer.text.trim() !== '';
  return true;
}

export const chosenOptions = (answer: Answer | null | undefined): string[] => {
  if (answer === null || answer === undefined) return [];
  if ('choice' in answer) return [answer.choice];
  return 'choices' in answer ? answer.choices : [];
};

/** The answer after the option at `index` is pressed: chosen, or toggled where several may be. */
export function pressOption(question: PaperQuestion, answer: Answer | null | undefined, index: number): Answer | null {
  if (question.type === 'true_false') return index < 2 ? { value: index === 0 } : (answer ?? null);
  const option = question.options?.[index];
  if (option === undefined) return answer ?? null;
  if (question.type === 'single_choice') return { choice: option.id };
  if (question.type !== 'multiple_choice') return answer ?? null;
  const chosen = new Set(chosenOptions(answer));
  if (!chosen.delete(option.id)) chosen.add(option.id);
  return chosen.size === 0 ? null : { choices: [...chosen] };
}
