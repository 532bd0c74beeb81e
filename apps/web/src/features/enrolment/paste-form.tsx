import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { api } from '../../shared/session/session.js';
import { formText, TextField } from '../../shared/ui/field.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { refreshCohort } from './after-change.js';
import { Report, summary } from './report.js';

const emailsMax = 500;

/** Every address in the text, whatever stands between them, each once. */
function addresses(text: string): string[] {
  const found = text.match(/[^\s,;<>"()]+@[^\s,;<>"()]+/g) ?? [];
  return [...new Set(found.map((address) => address.toLowerCase()))];
}

/** Addresses from a mail program or a chat, a few hundred at most. */
export function PasteForm({ cohortId, invite }: { cohortId: string; invite: boolean }) {
  const queries = useQueryClient();
  const [hint, setHint] = useState<string | null>(null);
  const enrol = useMutation({
    mutationFn: (emails: string[]) => api.quiz.enrol(cohortId, emails, { invite }),
    onSuccess: () => refreshCohort(queries),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const emails = addresses(formText(new FormData(event.currentTarget), 'emails'));
    if (emails.length === 0) return setHint('There is no email address in this text.');
    if (emails.length > emailsMax)
      return setHint(`These are ${emails.length} addresses; ${emailsMax} fit into one go. A file takes 10,000.`);
    setHint(null);
    enrol.mutate(emails);
  };
  return (
    <section className="stack" aria-labelledby="paste">
      <h2 id="paste">Paste addresses</h2>
      <form className="form form-wide" onSubmit={submit}>
        {enrol.isError ? <ErrorNote error={enrol.error} /> : null}
        <TextField
          label="Email addresses"
          name="emails"
          required
          hint="One per line, or with commas, or copied from a mail program. Doing it twice changes nothing."
          error={hint}
        />
        <div>
          <button type="submit" className="button primary" disabled={enrol.isPending}>
            {enrol.isPending ? 'Enrolling' : 'Enrol'}
          </button>
        </div>
      </form>
      {enrol.data === undefined ? null : <Report title={summary(enrol.data)} report={enrol.data} />}
    </section>
  );
}
