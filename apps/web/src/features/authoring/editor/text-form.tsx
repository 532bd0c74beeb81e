import type { FormProps, DraftOf } from './draft.js';
import { Check, Line } from './inputs.js';
import { ListEditor } from './list-editor.js';
import { OtherAnswers } from './other-answers.js';

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
      <OtherAnswers
        prefix={prefix}
        or="an answer that earns part of the mark"
        value={value}
        onChange={(others) => onChange({ ...value, ...others })}
        make={() => ({ text: '', share: '0' })}
      >
        {(other, set, { field, number }) => (
          <Line
            label={`Text of other answer ${number}`}
            field={`${field}/text`}
            value={other.text}
            onChange={(text) => set({ ...other, text })}
          />
        )}
      </OtherAnswers>
    </>
  );
}

export function ShortTextForm({ draft, onChange }: FormProps<'short_text'>) {
  return <TextKeyEditor prefix="" value={draft} onChange={(key) => onChange({ ...draft, ...key })} />;
}
