import type { DraftOf, FormProps } from './draft.js';
import { Choice, Line } from './inputs.js';
import { ListEditor } from './list-editor.js';
import { OtherAnswers } from './other-answers.js';

export type NumberKey = Pick<
  DraftOf<'numeric'>,
  | 'value'
  | 'tolerance'
  | 'toleranceKind'
  | 'unit'
  | 'units'
  | 'unitRule'
  | 'unitPenalty'
  | 'alternatives'
  | 'otherFeedback'
>;

interface NumberKeyProps {
  prefix: string;
  value: NumberKey;
  onChange: (value: NumberKey) => void;
}

function Units({ prefix, value, onChange }: NumberKeyProps) {
  return (
    <details open={value.unit !== undefined}>
      <summary>Units</summary>
      <div className="stack part-more">
        <Line
          label="Unit"
          field={`${prefix}unit`}
          value={value.unit}
          hint="What learners are told to answer in. Empty: a plain number."
          onChange={(unit) => onChange({ ...value, unit })}
        />
        <ListEditor
          label="Other units that are understood"
          noun="Unit"
          field={`${prefix}units`}
          items={value.units ?? []}
          onChange={(units) => onChange({ ...value, units })}
          make={() => ({ unit: '', multiplier: '' })}
        >
          {(unit, set, index) => (
            <>
              <Line
                label={`Name of unit ${index + 1}`}
                field={`${prefix}units/${index}/unit`}
                value={unit.unit}
                onChange={(name) => set({ ...unit, unit: name })}
              />
              <Line
                label={`How many of unit ${index + 1} make one ${value.unit || 'unit'}`}
                field={`${prefix}units/${index}/multiplier`}
                value={unit.multiplier}
                hint="Of cm, 100 make one m."
                onChange={(multiplier) => set({ ...unit, multiplier })}
              />
            </>
          )}
        </ListEditor>
        <Choice
          label="Typing the unit is"
          value={value.unitRule ?? 'optional'}
          options={[
            { value: 'optional', label: 'Optional' },
            { value: 'required', label: 'Required' },
          ]}
          onChange={(unitRule) => onChange({ ...value, unitRule })}
        />
        {value.unitRule === 'required' ? (
          <Line
            label="Share lost without a known unit"
            field={`${prefix}unitPenalty`}
            value={value.unitPenalty}
            hint="From 0 to 1, such as 0.1."
            onChange={(unitPenalty) => onChange({ ...value, unitPenalty })}
          />
        ) : null}
      </div>
    </details>
  );
}

/** What a number is held against: value and tolerance, units, then others with their share and feedback. */
export function NumberKeyEditor({ prefix, value, onChange }: NumberKeyProps) {
  return (
    <>
      <Line
        label="Right value"
        field={`${prefix}value`}
        value={value.value}
        hint="An exact number such as 2.5, 1e3 or 1/3."
        onChange={(right) => onChange({ ...value, value: right })}
      />
      <Line
        label="Tolerance"
        field={`${prefix}tolerance`}
        value={value.tolerance}
        onChange={(tolerance) => onChange({ ...value, tolerance })}
      />
      <Choice
        label="The tolerance is"
        value={value.toleranceKind ?? 'absolute'}
        options={[
          { value: 'absolute', label: 'A distance from the value' },
          { value: 'relative', label: 'A share of the value (0.05 is 5 %)' },
        ]}
        onChange={(toleranceKind) => onChange({ ...value, toleranceKind })}
      />
      <Units prefix={prefix} value={value} onChange={onChange} />
      <OtherAnswers
        prefix={prefix}
        or="a value that earns part of the mark"
        value={value}
        onChange={(others) => onChange({ ...value, ...others })}
        make={() => ({ value: '', tolerance: '0', share: '0' })}
      >
        {(other, set, { field, number }) => (
          <>
            <Line
              label={`Value of other answer ${number}`}
              field={`${field}/value`}
              value={other.value}
              onChange={(next) => set({ ...other, value: next })}
            />
            <Line
              label={`Tolerance of other answer ${number}`}
              field={`${field}/tolerance`}
              value={other.tolerance}
              onChange={(tolerance) => set({ ...other, tolerance })}
            />
          </>
        )}
      </OtherAnswers>
    </>
  );
}

export function NumericForm({ draft, onChange }: FormProps<'numeric'>) {
  return <NumberKeyEditor prefix="" value={draft} onChange={(key) => onChange({ ...draft, ...key })} />;
}
