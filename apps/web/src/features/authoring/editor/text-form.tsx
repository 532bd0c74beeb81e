import type { FormProps, DraftOf } from './draft.js';
import { Check, Line, Prose } from './inputs.js';
import { ListEditor } from './list-editor.js';

export type TextKey = Pick<DraftOf<'short_text'>, 'accepted' | 'alternatives' | 'caseSensitive' | 'otherFeedback'>;

interface TextKeyProps {
  /** `` for a question, `gaps/0/` for a gap. */
  prefix: string;
  value: TextKey;
  onChange: (value: TextKey) => void;
}

/** What a text answer is held against: accepted answers, then others with their share and feedback. */
export function TextKeyEditor({ prefix, value, onChange }: TextKeyProps) {
  return (
    <>
      <ListEditor
        label="Accepted answers"
        noun="Answer"
        field={`${prefix}accepted`}
        hint="Any of these earns the mark. * stands for any run of characters, \* for the sign itself."
        items={value.accepted}
        onChange={(accepted) => onChange({ ...value, accepted })}
        make={() => ''}
      >
        {(accepted, set, index) => (
          <Line
            label={`Accepted answer ${index + 1}`}
            field={`${prefix}accepted/${index}`}
            value={accepted}
            onChange={set}
          />
        )}
      </ListEditor>
      <Check
        label="Capital letters matter"
        isChecked={value.caseSensitive ?? false}
        onChange={(caseSensitive) => onChange({ ...value, caseSensitive })}
      />
      <ListEditor
        label="Other expected answers"
        noun="Other answer"
        field={`${prefix}alternatives`}
        hint="Tried first and in this order: a common mistake with its feedback, or an answer that earns part of the mark."
        items={value.alternatives ?? []}
        onChange={(alternatives) => onChange({ ...value, alternatives })}
        make={() => ({ text: '', share: '0' })}
      >
        {(alternative, set, index) => (
          <>
            <Line
              label={`Text of other answer ${index + 1}`}
              field={`${prefix}alternatives/${index}/text`}
              value={alternative.text}
              onChange={(text) => set({ ...alternative, text })}
            />
            <Line
              label={`Share of the mark of other answer ${index + 1}`}
              field={`${prefix}alternatives/${index}/share`}
              value={alternative.share}
              hint="From 0 to 1, such as 0.5 or 1/3."
              onChange={(share) => set({ ...alternative, share })}
            />
            <Prose
              label={`Feedback to other answer ${index + 1}`}
              field={`${prefix}alternatives/${index}/feedback`}
              value={alternative.feedback}
              onChange={(feedback) => set({ ...alternative, feedback })}
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

export function ShortTextForm({ draft, onChange }: FormProps<'short_text'>) {
  return <TextKeyEditor prefix="" value={draft} onChange={(key) => onChange({ ...draft, ...key })} />;
}
