import { freshId, type FormProps } from './draft.js';
import { Choice, Line, Prose } from './inputs.js';
import { ListEditor } from './list-editor.js';

const words = (text: string): number | undefined => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined);

function Rubric({ draft, onChange }: FormProps<'essay'>) {
  const rubric = draft.rubric ?? [];
  return (
    <ListEditor
      label="Rubric"
      noun="Criterion"
      field="rubric"
      hint="Markers choose one level for each criterion; learners read it in the review. Without one, markers give a share."
      items={rubric}
      onChange={(next) => onChange({ ...draft, rubric: next.length === 0 ? undefined : next })}
      make={() => ({
        id: freshId(rubric.map(({ id }) => id)),
        title: '',
        levels: [
          { id: 'a', text: '', points: '0' },
          { id: 'b', text: '', points: '1' },
        ],
      })}
    >
      {(criterion, set, index) => (
        <>
          <Line
            label={`What criterion ${index + 1} looks at`}
            field={`rubric/${index}/title`}
            value={criterion.title}
            onChange={(title) => set({ ...criterion, title })}
          />
          <ListEditor
            label={`Levels of criterion ${index + 1}`}
            noun="Level"
            field={`rubric/${index}/levels`}
            items={criterion.levels}
            onChange={(levels) => set({ ...criterion, levels })}
            make={() => ({ id: freshId(criterion.levels.map(({ id }) => id)), text: '', points: '' })}
          >
            {(level, setLevel, at) => (
              <>
                <Line
                  label={`Text of level ${at + 1}`}
                  field={`rubric/${index}/levels/${at}/text`}
                  value={level.text}
                  onChange={(text) => setLevel({ ...level, text })}
                />
                <Line
                  label={`Points of level ${at + 1}`}
                  field={`rubric/${index}/levels/${at}/points`}
                  value={level.points}
                  onChange={(points) => setLevel({ ...level, points })}
                />
              </>
            )}
          </ListEditor>
        </>
      )}
    </ListEditor>
  );
}

export function EssayForm({ draft, onChange }: FormProps<'essay'>) {
  return (
    <>
      <Choice
        label="Learners write"
        value={draft.format ?? 'text'}
        options={[
          { value: 'text', label: 'Text' },
          { value: 'code', label: 'Code, in letters of one width' },
        ]}
        onChange={(format) => onChange({ ...draft, format })}
      />
      <Line
        label="At least, in words"
        field="wordsMin"
        value={draft.wordsMin?.toString()}
        hint="Told to learners, not enforced."
        onChange={(text) => onChange({ ...draft, wordsMin: words(text) })}
      />
      <Line
        label="At most, in words"
        field="wordsMax"
        value={draft.wordsMax?.toString()}
        onChange={(text) => onChange({ ...draft, wordsMax: words(text) })}
      />
      <Prose
        label="What the field holds at first"
        field="template"
        value={draft.template}
        onChange={(template) => onChange({ ...draft, template })}
      />
      <Rubric draft={draft} onChange={onChange} />
      <Prose
        label="Notes for markers"
        field="markerNotes"
        hint="Learners never see them."
        value={draft.markerNotes}
        onChange={(markerNotes) => onChange({ ...draft, markerNotes })}
      />
    </>
  );
}
