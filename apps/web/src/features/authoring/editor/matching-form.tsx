import { freshId, type FormProps } from './draft.js';
import { Check, Choice, Prose } from './inputs.js';
import { ListEditor } from './list-editor.js';
import { stemLine } from '../../../shared/text/questions.js';

export const partScorings = [
  { value: 'per_part', label: 'Each part earns its share' },
  { value: 'all_or_nothing', label: 'All parts right, or nothing' },
] as const;

export function MatchingForm({ draft, onChange }: FormProps<'matching'>) {
  const { prompts, choices } = draft;
  const taken = [...prompts, ...choices].map(({ id }) => id);
  const named = choices.map((choice, index) => ({
    value: choice.id,
    label: stemLine(choice.text, 60) || `Choice ${index + 1}`,
  }));
  return (
    <>
      <ListEditor
        label="Choices"
        noun="Choice"
        field="choices"
        hint="Learners see them shuffled. One that no prompt belongs to is a distractor."
        items={choices}
        onChange={(next) => onChange({ ...draft, choices: next })}
        make={() => ({ id: freshId(taken), text: '' })}
      >
        {(choice, set, index) => (
          <Prose
            label={`Text of choice ${index + 1}`}
            field={`choices/${index}/text`}
            rows={1}
            value={choice.text}
            onChange={(text) => set({ ...choice, text })}
          />
        )}
      </ListEditor>
      <ListEditor
        label="Prompts"
        noun="Prompt"
        field="prompts"
        items={prompts}
        onChange={(next) => onChange({ ...draft, prompts: next })}
        make={() => ({ id: freshId(taken), text: '', match: choices[0]?.id ?? '' })}
      >
        {(prompt, set, index) => (
          <>
            <Prose
              label={`Text of prompt ${index + 1}`}
              field={`prompts/${index}/text`}
              rows={1}
              value={prompt.text}
              onChange={(text) => set({ ...prompt, text })}
            />
            <Choice
              label={`Prompt ${index + 1} belongs to`}
              field={`prompts/${index}/match`}
              value={prompt.match}
              options={
                named.some(({ value }) => value === prompt.match)
                  ? named
                  : [{ value: prompt.match, label: 'A choice that is gone' }, ...named]
              }
              onChange={(match) => set({ ...prompt, match })}
            />
            <details open={prompt.feedback !== undefined}>
              <summary>Feedback</summary>
              <div className="part-more">
                <Prose
                  label={`Feedback to prompt ${index + 1}`}
                  field={`prompts/${index}/feedback`}
                  value={prompt.feedback}
                  onChange={(feedback) => set({ ...prompt, feedback })}
                />
              </div>
            </details>
          </>
        )}
      </ListEditor>
      <Choice
        label="How it earns its mark"
        value={draft.scoring ?? 'per_part'}
        options={partScorings}
        onChange={(scoring) => onChange({ ...draft, scoring })}
      />
      <Check
        label="Shuffle the prompts"
        isChecked={draft.shuffle ?? true}
        onChange={(shuffle) => onChange({ ...draft, shuffle })}
      />
    </>
  );
}

export function OrderingForm({ draft, onChange }: FormProps<'ordering'>) {
  const { items } = draft;
  return (
    <>
      <ListEditor
        label="Items in the right order"
        noun="Item"
        field="items"
        hint="Learners see them shuffled."
        items={items}
        onChange={(next) => onChange({ ...draft, items: next })}
        make={() => ({ id: freshId(items.map(({ id }) => id)), text: '' })}
      >
        {(item, set, index) => (
          <Prose
            label={`Text of item ${index + 1}`}
            field={`items/${index}/text`}
            rows={1}
            value={item.text}
            onChange={(text) => set({ ...item, text })}
          />
        )}
      </ListEditor>
      <Choice
        label="How it earns its mark"
        value={draft.scoring ?? 'exact'}
        options={[
          { value: 'exact', label: 'The whole order, or nothing' },
          { value: 'adjacent_pairs', label: 'Each pair of neighbours that belongs together earns its part' },
        ]}
        onChange={(scoring) => onChange({ ...draft, scoring })}
      />
    </>
  );
}
