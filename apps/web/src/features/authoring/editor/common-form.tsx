import { difficulties, difficultyWords } from '../../../shared/text/questions.js';
import type { Draft } from './draft.js';
import { Choice, Line, Prose } from './inputs.js';
import { ListEditor } from './list-editor.js';
import { TagsField } from './tags-field.js';

interface CommonProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

const noDifficulty = 'none';

/** What is asked. */
export function StemForm({ draft, onChange }: CommonProps) {
  return (
    <Prose
      label="Question"
      field="stem"
      rows={5}
      value={draft.stem}
      hint={
        draft.type === 'cloze'
          ? 'The text with a {{name}} for each gap. Markdown, with code and $formulas$.'
          : 'Markdown, with code and $formulas$.'
      }
      onChange={(stem) => onChange({ ...draft, stem })}
    />
  );
}

function Said({ draft, onChange }: CommonProps) {
  const said = draft.outcomeFeedback ?? {};
  const set = (next: typeof said) => onChange({ ...draft, outcomeFeedback: next });
  return (
    <details className="card" open={draft.outcomeFeedback !== undefined || draft.hints !== undefined}>
      <summary>Hints, and what is said of the whole answer</summary>
      <div className="stack part-more">
        <Prose
          label="When it is right"
          field="outcomeFeedback/correct"
          value={said.correct}
          onChange={(correct) => set({ ...said, correct })}
        />
        <Prose
          label="When it is partly right"
          field="outcomeFeedback/partial"
          value={said.partial}
          onChange={(partial) => set({ ...said, partial })}
        />
        <Prose
          label="When it is wrong"
          field="outcomeFeedback/incorrect"
          value={said.incorrect}
          onChange={(incorrect) => set({ ...said, incorrect })}
        />
        <ListEditor
          label="Hints"
          noun="Hint"
          field="hints"
          hint="Shown in practice, one after each try that was not fully right."
          items={draft.hints ?? []}
          onChange={(hints) => onChange({ ...draft, hints })}
          make={() => ''}
        >
          {(hint, set, index) => (
            <Prose label={`Text of hint ${index + 1}`} field={`hints/${index}`} value={hint} onChange={set} />
          )}
        </ListEditor>
      </div>
    </details>
  );
}

/** What every question has beside its key. */
export function CommonForm({ draft, onChange }: CommonProps) {
  return (
    <>
      <Prose
        label="Explanation"
        field="explanation"
        rows={3}
        value={draft.explanation}
        hint="Why the right answer is right; shown in the review."
        onChange={(explanation) => onChange({ ...draft, explanation })}
      />
      <Said draft={draft} onChange={onChange} />
      <div className="two-fields">
        <Line
          label="Points"
          field="points"
          value={draft.points}
          hint="Exact: 1, 2.5 or 1/3."
          onChange={(points) => onChange({ ...draft, points })}
        />
        <Choice
          label="Difficulty"
          value={draft.difficulty ?? noDifficulty}
          options={[
            { value: noDifficulty, label: 'Not said' },
            ...difficulties.map((value) => ({ value, label: difficultyWords[value] })),
          ]}
          onChange={(value) => onChange({ ...draft, difficulty: value === noDifficulty ? undefined : value })}
        />
      </div>
      <TagsField tags={draft.tags ?? []} onChange={(tags) => onChange({ ...draft, tags })} />
      <Line
        label="Name"
        field="name"
        value={draft.name}
        hint="Only authors see it."
        onChange={(name) => onChange({ ...draft, name })}
      />
    </>
  );
}
