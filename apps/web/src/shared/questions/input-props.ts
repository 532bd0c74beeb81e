import type { Answer, PaperQuestion } from '#libs/api-client';

import type { Given } from './answer.js';

/** What every input takes: a question as it stands on the paper, what was given so far, and who hears of a change. */
export interface InputProps {
  question: PaperQuestion;
  answer: Given;
  /** The id of the element that asks. */
  labelledBy: string;
  /** `isTyping` says that more is likely to follow at once, such as the next keystroke. */
  onAnswer: (answer: Answer | null, isTyping: boolean) => void;
}
