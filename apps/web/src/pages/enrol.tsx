import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import type { EnrolmentReport } from '#libs/api-client';

import { api } from '../shared/session/session.js';
import { counted } from '../shared/text/numbers.js';
import { formText, TextField } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';
import { ErrorNote } from '../shared/ui/states.js';

type Outcome = EnrolmentReport['items'][number]['outcome'];

const outcomes: Record<Outcome, { words: string; tone: string }> = {
  enrolled: { words: 'Enrolled', tone: 'tag-success' },
  already_enrolled: { words: 'Was enrolled already', tone: '' },
  unknown_address: { words: 'No account with this address', tone: 'tag-warning' },
};

const emailsMax = 500;

/** Every address in the text, whatever stands between them, each once. */
function addresses(text: string): string[] {
  const found = text.match(/[^\s,;<>"()]+@[^\s,;<>"()]+/g) ?? [];
  return [...new Set(found.map((address) => address.toLowerCase()))];
}

function Report({ report }: { report: EnrolmentReport }) {
  const enrolled = report.items.filter(({ outcome }) => outcome === 'enrolled').length;
  return (
    <section className="stack" aria-labelledby="report">
      <h2 id="report">
        {counted(enrolled, 'learner')} enrolled of {counted(report.items.length, 'address', 'addresses')}
      </h2>
      <div className="table-scroll" role="region" aria-label="Result per address" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Address</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {report.items.map(({ email, outcome }) => (
              <tr key={email}>
                <td>{email}</td>
                <td>
                  <span className={`tag ${outcomes[outcome].tone}`}>{outcomes[outcome].words}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function EnrolPage() {
  const { id } = useParams({ from: '/cohorts/$id/enrol' });
  const queries = useQueryClient();
  const cohort = useQuery({ queryKey: ['cohort', id], queryFn: () => api.quiz.cohort(id) });
  const [hint, setHint] = useState<string | null>(null);
  const enrol = useMutation({
    mutationFn: (emails: string[]) => api.quiz.enrol(id, emails),
    onSuccess: () => {
      for (const key of ['dashboard', 'cohort', 'cohorts']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const emails = addresses(formText(new FormData(event.currentTarget), 'emails'));
    if (emails.length === 0 || emails.length > emailsMax) {
      setHint(
        emails.length === 0
          ? 'There is no email address in this text.'
          : `These are ${emails.length} addresses; ${emailsMax} fit into one go.`,
      );
      return;
    }
    setHint(null);
    enrol.mutate(emails);
  };
  return (
    <Page
      title="Enrol learners"
      width="text"
      above={
        <Link to="/cohorts/$id" params={{ id }}>
          {cohort.data?.name ?? 'Cohort'}
        </Link>
      }
    >
      <form className="form form-wide" onSubmit={submit}>
        {enrol.isError ? <ErrorNote error={enrol.error} /> : null}
        <TextField
          label="Email addresses"
          name="emails"
          required
          hint="One per line, or with commas, or copied from a mail program. Doing it twice changes nothing."
          error={hint}
        />
        <div className="row">
          <button type="submit" className="button primary" disabled={enrol.isPending}>
            {enrol.isPending ? 'Enrolling' : 'Enrol'}
          </button>
          <Link to="/cohorts/$id" params={{ id }} className="button">
            To the cohort
          </Link>
        </div>
      </form>
      {enrol.data === undefined ? null : <Report report={enrol.data} />}
    </Page>
  );
}
