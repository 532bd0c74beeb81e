import { Field, SelectField, TextField } from '../../../shared/ui/field.js';
import { useProblem } from './problems.js';

interface TextProps {
  label: string;
  /** Where the text is in the question, such as `options/0/text`. */
  field: string;
  value: string | undefined;
  onChange: (value: string) => void;
  hint?: string;
}

/** One line, with what is wrong with it. */
export function Line({ label, field, value, onChange, hint, ...rest }: TextProps & { inputMode?: 'decimal' }) {
  return (
    <Field
      {...rest}
      label={label}
      hint={hint}
      error={useProblem(field)}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Markdown of any length. */
export function Prose({ label, field, value, onChange, hint, rows = 2 }: TextProps & { rows?: number }) {
  return (
    <TextField
      label={label}
      hint={hint}
      className="prose-input"
      rows={rows}
      error={useProblem(field)}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  hint?: string;
  field?: string;
}

/** One of a few named values. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  field = '-',
}: ChoiceProps<Value>) {
  return (
    <SelectField
      label={label}
      hint={hint}
      error={useProblem(field)}
      value={value}
      options={options}
      onChange={(next) => {
        const known = options.find((option) => option.value === next);
        if (known !== undefined) onChange(known.value);
      }}
    />
  );
}

interface CheckProps {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

export function Check({ label, isChecked, onChange }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
