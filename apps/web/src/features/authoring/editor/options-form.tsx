import { freshId, type DraftOf, type FormProps } from './draft.js';
import { Check, Choice, Line, Prose } from './inputs.js';
import { ListEditor } from './list-editor.js';

export type Option = DraftOf<'single_choice'>['options'][number];

interface OptionsProps {
  field: string;
  options: readonly Option[];
  /** Only one option may be the right one. */
  isSingle: boolean;
  onChange: (options: Option[]) => void;
}

/** The options of a question or of a drop-down, each with its share and what is said to those who choose it. */
export function OptionsEditor({ field, options, isSingle, onChange }: OptionsProps) {
  const setKey = (index: number, isKey: boolean) =>
    onChange(
      options.map((option, at) =>
        at === index ? { ...option, isKey } : isSingle ? { ...option, isKey: false } : option,
      ),
    );
  return (
    <ListEditor
      label="Options"
      noun="Option"
      field={field}
      items={options}
      onChange={onChange}
      make={() => ({ id: freshId(options.map(({ id }) => id)), text: '', isKey: false })}
    >
      {(option, set, index) => (
        <>
          <Prose
            label={`Text of option ${index + 1}`}
            field={`${field}/${index}/text`}
            value={option.text}
            rows={1}
            onChange={(text) => set({ ...option, text })}
          />
          <Check
            label={isSingle ? 'This is the right one' : 'Right'}
            isChecked={option.isKey}
            onChange={(isKey) => setKey(index, isKey)}
          />
          <details open={option.feedback !== undefined || option.share !== undefined}>
            <summary>Feedback and share</summary>
            <div className="stack part-more">
              <Prose
                label={`Feedback to option ${index + 1}`}
                field={`${field}/${index}/feedback`}
                value={option.feedback}
                onChange={(feedback) => set({ ...option, feedback })}
              />
              <Line
                label={`Share of the mark of option ${index + 1}`}
                field={`${field}/${index}/share`}
                value={option.share}
                hint="From -1 to 1, such as 0.5 or 1/3. Empty: right earns the mark, wrong earns nothing."
                onChange={(share) => set({ ...option, share })}
              />
            </div>
          </details>
        </>
      )}
    </ListEditor>
  );
}

const scorings = [
  { value: 'all_or_nothing', label: 'All right options and no other, or nothing' },
  { value: 'per_option', label: 'Each option treated rightly earns its part' },
  { value: 'weighted', label: 'The shares of the chosen options are added up' },
] as const;

export function SingleChoiceForm({ draft, onChange }: FormProps<'single_choice'>) {
  return (
    <>
      <OptionsEditor
        field="options"
        isSingle
        options={draft.options}
        onChange={(options) => onChange({ ...draft, options })}
      />
      <Check
        label="Shuffle the options"
        isChecked={draft.shuffle ?? true}
        onChange={(shuffle) => onChange({ ...draft, shuffle })}
      />
    </>
  );
}

export function MultipleChoiceForm({ draft, onChange }: FormProps<'multiple_choice'>) {
  return (
    <>
      <OptionsEditor
        field="options"
        isSingle={false}
        options={draft.options}
        onChange={(options) => onChange({ ...draft, options })}
      />
      <Choice
        label="How it earns its mark"
        value={draft.scoring ?? 'all_or_nothing'}
        options={scorings}
        onChange={(scoring) => onChange({ ...draft, scoring })}
      />
      {draft.scoring === 'weighted' ? (
        <Line
          label="Least share"
          field="floor"
          value={draft.floor}
          hint="What wrong options can cost at most, -1 to 0. Empty: nobody ends below nothing."
          onChange={(floor) => onChange({ ...draft, floor })}
        />
      ) : null}
      <Check
        label="Shuffle the options"
        isChecked={draft.shuffle ?? true}
        onChange={(shuffle) => onChange({ ...draft, shuffle })}
      />
    </>
  );
}

export function TrueFalseForm({ draft, onChange }: FormProps<'true_false'>) {
  const { feedback = {} } = draft;
  return (
    <>
      <Choice
        label="Right is"
        value={draft.key ? 'true' : 'false'}
        options={[
          { value: 'true', label: 'True' },
          { value: 'false', label: 'False' },
        ]}
        onChange={(key) => onChange({ ...draft, key: key === 'true' })}
      />
      <Prose
        label="Feedback to True"
        field="feedback/true"
        value={feedback.true}
        onChange={(text) => onChange({ ...draft, feedback: { ...feedback, true: text } })}
      />
      <Prose
        label="Feedback to False"
        field="feedback/false"
        value={feedback.false}
        onChange={(text) => onChange({ ...draft, feedback: { ...feedback, false: text } })}
      />
    </>
  );
}
