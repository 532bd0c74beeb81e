import type { DraftOf, FormProps } from './draft.js';
import { Check, Choice, Line } from './inputs.js';
import { ListEditor } from './list-editor.js';
import { partScorings } from './matching-form.js';
import { NumberKeyEditor } from './number-form.js';
import { OptionsEditor } from './options-form.js';
import { TextKeyEditor } from './text-form.js';

type Gap = DraftOf<'cloze'>['gaps'][number];

const kinds = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'choice', label: 'Drop-down' },
] as const;

function emptyGap(id: string, kind: Gap['kind']): Gap {
  if (kind === 'text') return { id, kind, accepted: [''] };
  if (kind === 'number') return { id, kind, value: '', tolerance: '0' };
  return {
    id,
    kind,
    options: [
      { id: 'a', text: '', isKey: true },
      { id: 'b', text: '', isKey: false },
    ],
  };
}

/** The gaps that the text names and the list does not know yet, in the order of the text. */
export function newGaps(stem: string, gaps: readonly Gap[]): string[] {
  const named = [...stem.matchAll(/\{\{([A-Za-z0-9_-]{1,40})\}\}/gu)].map(([, id = '']) => id);
  return [...new Set(named)].filter((id) => !gaps.some((gap) => gap.id === id));
}

function GapEditor({ gap, index, onChange }: { gap: Gap; index: number; onChange: (gap: Gap) => void }) {
  const prefix = `gaps/${index}/`;
  return (
    <>
      <p>
        Stands in the text as <code>{`{{${gap.id}}}`}</code>.
      </p>
      <Choice
        label={`Kind of gap ${index + 1}`}
        value={gap.kind}
        options={kinds}
        onChange={(kind) => onChange({ ...emptyGap(gap.id, kind), weight: gap.weight })}
      />
      {gap.kind === 'text' ? (
        <TextKeyEditor prefix={prefix} value={gap} onChange={(key) => onChange({ ...gap, ...key })} />
      ) : gap.kind === 'number' ? (
        <NumberKeyEditor prefix={prefix} value={gap} onChange={(key) => onChange({ ...gap, ...key })} />
      ) : (
        <>
          <OptionsEditor
            field={`${prefix}options`}
            isSingle
            options={gap.options}
            onChange={(options) => onChange({ ...gap, options })}
          />
          <Check
            label="Shuffle the options"
            isChecked={gap.shuffle ?? true}
            onChange={(shuffle) => onChange({ ...gap, shuffle })}
          />
        </>
      )}
      <Line
        label={`Weight of gap ${index + 1}`}
        field={`${prefix}weight`}
        value={gap.weight}
        hint="Beside the other gaps. Empty: as much as any other."
        onChange={(weight) => onChange({ ...gap, weight })}
      />
    </>
  );
}

export function ClozeForm({ draft, onChange }: FormProps<'cloze'>) {
  const { gaps, stem } = draft;
  const found = newGaps(stem, gaps);
  return (
    <>
      {found.length === 0 ? null : (
        <div className="stack-tight">
          <p>Found in the text, and nothing says yet what belongs there:</p>
          <div className="row">
            {found.map((id) => (
              <button
                key={id}
                type="button"
                className="button small"
                onClick={() => onChange({ ...draft, gaps: [...gaps, emptyGap(id, 'text')] })}
              >
                Fill <code>{`{{${id}}}`}</code>
              </button>
            ))}
          </div>
        </div>
      )}
      <ListEditor
        label="Gaps"
        noun="Gap"
        field="gaps"
        hint="Write {{1}}, {{2}} or {{name}} in the text of the question where a gap is."
        items={gaps}
        onChange={(next) => onChange({ ...draft, gaps: next })}
      >
        {(gap, set, index) => <GapEditor gap={gap} index={index} onChange={set} />}
      </ListEditor>
      <Choice
        label="How it earns its mark"
        value={draft.scoring ?? 'per_part'}
        options={partScorings}
        onChange={(scoring) => onChange({ ...draft, scoring })}
      />
    </>
  );
}
