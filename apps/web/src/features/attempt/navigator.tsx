import type { PaperQuestion } from '#libs/api-client';

import { Icon } from '../../shared/ui/icon.js';

interface NavigatorProps {
  questions: readonly PaperQuestion[];
  current: number;
  isAnswered: (questionId: string) => boolean;
  flags: ReadonlySet<string>;
  onGo: (index: number) => void;
}

/** One small mark per question: full when answered, hollow when empty, with a flag when flagged. */
export function Navigator({ questions, current, isAnswered, flags, onGo }: NavigatorProps) {
  return (
    <nav aria-label="Questions">
      <ol className="navigator plain-list">
        {questions.map((question, index) => {
          const answered = isAnswered(question.id);
          const flagged = flags.has(question.id);
          const words = `Question ${index + 1}, ${answered ? 'answered' : 'empty'}${flagged ? ', flagged' : ''}`;
          return (
            <li key={question.id}>
              <button
                type="button"
                className={`navigator-mark${answered ? ' is-answered' : ''}`}
                aria-label={words}
                title={words}
                aria-current={index === current ? 'step' : undefined}
                onClick={() => onGo(index)}
              >
                <span>{index + 1}</span>
                {flagged ? <Icon name="flag" size={12} /> : null}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
