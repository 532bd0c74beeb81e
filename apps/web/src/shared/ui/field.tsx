import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';

interface FieldBase {
  label: string;
  hint?: ReactNode;
  error?: string | null;
}

function useDescriptions(hint: ReactNode, error: string | null | undefined) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === null || error === undefined ? undefined : `${id}-error`;
  const describedBy = [errorId, hintId].filter((part) => part !== undefined).join(' ') || undefined;
  return { id, hintId, errorId, describedBy };
}

function Frame(props: FieldBase & { ids: ReturnType<typeof useDescriptions>; children: ReactNode }) {
  const { label, hint, error, ids, children } = props;
  return (
    <div className="field">
      <label htmlFor={ids.id}>{label}</label>
      {hint === undefined ? null : (
        <p id={ids.hintId} className="field-hint">
          {hint}
        </p>
      )}
      {children}
      {ids.errorId === undefined ? null : (
        <p id={ids.errorId} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

/** One labelled line of input with its hint and its error tied to it. */
export function Field({ label, hint, error, ...input }: FieldBase & InputHTMLAttributes<HTMLInputElement>) {
  const ids = useDescriptions(hint, error);
  return (
    <Frame label={label} hint={hint} error={error} ids={ids}>
      <input {...input} id={ids.id} aria-describedby={ids.describedBy} aria-invalid={ids.errorId !== undefined} />
    </Frame>
  );
}

export function TextField({ label, hint, error, ...input }: FieldBase & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const ids = useDescriptions(hint, error);
  return (
    <Frame label={label} hint={hint} error={error} ids={ids}>
      <textarea {...input} id={ids.id} aria-describedby={ids.describedBy} aria-invalid={ids.errorId !== undefined} />
    </Frame>
  );
}

interface SelectProps extends FieldBase {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
}

export function SelectField({ label, hint, error, value, onChange, options }: SelectProps) {
  const ids = useDescriptions(hint, error);
  return (
    <Frame label={label} hint={hint} error={error} ids={ids}>
      <select
        id={ids.id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={ids.describedBy}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** The text of a named control of a submitted form. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
