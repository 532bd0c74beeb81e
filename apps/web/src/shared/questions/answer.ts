import type { Answer, PaperQuestion } from '#libs/api-client';

/** What was given so far; undefined and null both mean nothing yet. */
export type Given = Answer | null | undefined;
export type GapAnswer = Extract<Answer, { gaps: unknown }>['gaps'][number];

const isFilled = (gap: GapAnswer): boolean => !('text' in gap) || gap.text.trim() !== '';

/** Whether anything was answered: an empty text and no ticks count as empty. */
export function isAnswered(answer: Given): boolean {
  if (answer === null || answer === undefined) return false;
  if ('choices' in answer) return answer.choices.length > 0;
  if ('text' in answer) return answer.text.trim() !== '';
  if ('matches' in answer) return answer.matches.length > 0;
  if ('order' in answer) return answer.order.length > 0;
  if ('gaps' in answer) return answer.gaps.some(isFilled);
  if ('essay' in answer) return answer.essay.trim() !== '';
  return true;
}

/** How many of the parts of a question are answered; null for questions of one part. */
export function partsAnswered(question: PaperQuestion, answer: Given): { done: number; of: number } | null {
  if (question.type === 'matching') {
    return { done: matchesOf(answer).size, of: question.prompts?.length ?? 0 };
  }
  if (question.type === 'cloze') {
    return { done: [...gapsOf(answer).values()].filter(isFilled).length, of: question.gaps?.length ?? 0 };
  }
  return null;
}

/** Begun, but with parts left empty. */
export function isPartlyAnswered(question: PaperQuestion, answer: Given): boolean {
  const parts = partsAnswered(question, answer);
  return parts !== null && parts.done > 0 && parts.done < parts.of;
}

export const chosenOptions = (answer: Given): string[] => {
  if (answer === null || answer === undefined) return [];
  if ('choice' in answer) return [answer.choice];
  if ('value' in answer) return [String(answer.value)];
  return 'choices' in answer ? answer.choices : [];
};

/** How many options the number keys choose from. */
export function optionCount(question: PaperQuestion): number {
  return question.type === 'true_false' ? 2 : (question.options?.length ?? 0);
}

/** The answer after the option at `index` is pressed: chosen, or toggled where several may be. */
export function pressOption(question: PaperQuestion, answer: Given, index: number): Answer | null {
  if (question.type === 'true_false') return index < 2 ? { value: index === 0 } : (answer ?? null);
  const option = question.options?.[index];
  if (option === undefined) return answer ?? null;
  if (question.type === 'single_choice') return { choice: option.id };
  if (question.type !== 'multiple_choice') return answer ?? null;
  const chosen = new Set(chosenOptions(answer));
  if (!chosen.delete(option.id)) chosen.add(option.id);
  return chosen.size === 0 ? null : { choices: [...chosen] };
}

/** The chosen choice by prompt. */
export function matchesOf(answer: Given): ReadonlyMap<string, string> {
  const matches = answer !== null && answer !== undefined && 'matches' in answer ? answer.matches : [];
  return new Map(matches.map(({ prompt, choice }) => [prompt, choice]));
}

/** The answer after a prompt was given a choice, or none. */
export function withMatch(answer: Given, prompt: string, choice: string | null): Answer | null {
  const matches = new Map(matchesOf(answer));
  if (choice === null) matches.delete(prompt);
  else matches.set(prompt, choice);
  return matches.size === 0 ? null : { matches: [...matches].map(([one, other]) => ({ prompt: one, choice: other })) };
}

/** The items in the order given; what an answer does not name keeps its place at the end. */
export function orderOf(question: PaperQuestion, answer: Given): string[] {
  const all = (question.items ?? []).map(({ id }) => id);
  const given = answer !== null && answer !== undefined && 'order' in answer ? answer.order : [];
  const known = given.filter((id) => all.includes(id));
  return [...known, ...all.filter((id) => !known.includes(id))];
}

/** The order after the item at one place went to another. */
export function moved(order: readonly string[], from: number, to: number): string[] {
  const place = Math.max(0, Math.min(order.length - 1, to));
  const rest = order.toSpliced(from, 1);
  return rest.toSpliced(place, 0, ...order.slice(from, from + 1));
}

export function gapsOf(answer: Given): ReadonlyMap<string, GapAnswer> {
  const gaps = answer !== null && answer !== undefined && 'gaps' in answer ? answer.gaps : [];
  return new Map(gaps.map((gap) => [gap.gap, gap]));
}

/** The answer after something was put into a gap; null empties it. */
export function withGap(answer: Given, gapId: string, filled: GapAnswer | null): Answer | null {
  const gaps = new Map(gapsOf(answer));
  if (filled === null) gaps.delete(gapId);
  else gaps.set(gapId, filled);
  return gaps.size === 0 ? null : { gaps: [...gaps.values()] };
}

/** Words as people count them: runs of characters between spaces. */
export const wordCount = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

/** A, B, … Z, AA: how the choices of a matching are told apart. */
export function letter(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? '' : letter(before - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
