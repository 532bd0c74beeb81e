import { fieldError } from '../../shared/text/problem.js';
import { Field } from '../../shared/ui/field.js';

export function NewPassword({ error, label = 'Password' }: { error: unknown; label?: string }) {
  return (
    <Field
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={15}
      maxLength={256}
      required
      hint="At least 15 characters. A short sentence works well."
      error={fieldError(error, 'password')}
    />
  );
}
