import { Icon, type IconName } from '../ui/icon.js';
import type { Outcome } from './reviewed.js';

export const outcomeMarks: Record<Outcome, { word: string; icon: IconName; tone: string }> = {
  correct: { word: 'Right', icon: 'check', tone: 'success' },
  partial: { word: 'Partly right', icon: 'half', tone: 'warning' },
  incorrect: { word: 'Wrong', icon: 'cross', tone: 'danger' },
  unanswered: { word: 'Not answered', icon: 'dash', tone: 'danger' },
  pending: { word: 'Waiting for a mark', icon: 'clock', tone: 'accent' },
};

/** How a question or a part of it did: colour, shape and word together. */
export function OutcomeMark({ outcome, word }: { outcome: Outcome; word?: string }) {
  const mark = outcomeMarks[outcome];
  return (
    <span className={`tag tag-${mark.tone}`}>
      <Icon name={mark.icon} size={14} /> {word ?? mark.word}
    </span>
  );
}
