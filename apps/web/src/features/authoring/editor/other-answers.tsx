import type { ReactNode } from 'react';

import { Line, Prose } from './inputs.js';
import { ListEditor } from './list-editor.js';

/** An expected answer beside the right one: what it earns and what is said to it. */
export interface OtherAnswer {
  share: string;
  feedback?: string | undefined;
}

interface OtherAnswersProps<Other extends OtherAnswer> {
  /** `` for a question, `gaps/0/` for a gap. */
  prefix: string;
  /** What an entry may be besides a common mistake, such as "a value that earns part of the mark". */
  or: string;
  value: { alternatives?: Other[] | undefined; otherFeedback?: string | undefined };
  onChange: (value: { alternatives?: Other[] | undefined; otherFeedback?: string | undefined }) => void;
  make: () => Other;
  /** The fields that say which answer is meant. */
  children: (other: Other, set: (other: Other) => void, place: { field: string; number: number }) => ReactNode;
}

/** Answers that are tried before the right one, and what is said when none of them matches. */
export function OtherAnswers<Other extends OtherAnswer>(props: OtherAnswersProps<Other>) {
  const { prefix, value, onChange } = props;
  return (
    <>
      <ListEditor
        label="Other expected answers"
        noun="Other answer"
        field={`${prefix}alternatives`}
        hint={`Tried first and in this order: a common mistake with its feedback, or ${props.or}.`}
        items={value.alternatives ?? []}
        onChange={(alternatives) => onChange({ ...value, alternatives })}
        make={props.make}
      >
        {(other, set, index) => (
          <>
            {props.children(other, set, { field: `${prefix}alternatives/${index}`, number: index + 1 })}
            <Line
              label={`Share of the mark of other answer ${index + 1}`}
              field={`${prefix}alternatives/${index}/share`}
              value={other.share}
              hint="From 0 to 1, such as 0.5 or 1/3."
              onChange={(share) => set({ ...other, share })}
            />
            <Prose
              label={`Feedback to other answer ${index + 1}`}
              field={`${prefix}alternatives/${index}/feedback`}
              value={other.feedback}
              onChange={(feedback) => set({ ...other, feedback })}
            />
          </>
        )}
      </ListEditor>
      <Prose
        label="Feedback when nothing matches"
        field={`${prefix}otherFeedback`}
        value={value.otherFeedback}
        onChange={(otherFeedback) => onChange({ ...value, otherFeedback })}
      />
    </>
  );
}
