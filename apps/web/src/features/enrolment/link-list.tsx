import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import type { Cohort, CohortLink, MadeCohortLink } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { count } from '../../shared/text/numbers.js';
import { fieldError } from '../../shared/text/problem.js';
import { moment } from '../../shared/text/time.js';
import { announce } from '../../shared/ui/announcer.js';
import { CopyButton } from '../../shared/ui/copy-button.js';
import { Field, formText, SelectField } from '../../shared/ui/field.js';
import { Empty, ErrorNote, QueryView } from '../../shared/ui/states.js';
import { Confirm } from './confirm.js';

const dayMs = 86_400_000;
const periods = [
  { value: '1', label: 'One day' },
  { value: '7', label: 'One week' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
];
const stateWords: Record<CohortLink['state'], { words: string; tone: string }> = {
  open: { words: 'Open', tone: 'tag-success' },
  expired: { words: 'Over', tone: '' },
  full: { words: 'Full', tone: 'tag-warning' },
  revoked: { words: 'Taken back', tone: '' },
};

function Made({ link }: { link: MadeCohortLink }) {
  return (
    <div className="note note-success">
      <div>
        <p className="note-title">Copy the link now: it is shown this once.</p>
        <p className="link-url">{link.url}</p>
        <CopyButton text={link.url ?? ''} className="button small" />
      </div>
    </div>
  );
}

function NewLink({ cohortId }: { cohortId: string }) {
  const queries = useQueryClient();
  const [days, setDays] = useState('7');
  const make = useMutation({
    mutationFn: (limit: number) => {
      const expiresAt = new Date(Date.now() + Number(days) * dayMs - 60_000).toISOString();
      return api.quiz.makeCohortLink(cohortId, { expiresAt, limit });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cohort-links'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    make.mutate(Number(formText(new FormData(event.currentTarget), 'limit')));
  };
  return (
    <>
      <form className="form" onSubmit={submit} aria-label="New link">
        {make.isError ? <ErrorNote error={make.error} /> : null}
        <SelectField label="Holds for" value={days} onChange={setDays} options={periods} />
        <Field
          label="Places"
          name="limit"
          type="number"
          min={1}
          max={10_000}
          defaultValue={30}
          required
          hint="How many people may come in by it; 10,000 at most."
          error={fieldError(make.error, 'limit')}
        />
        <div>
          <button type="submit" className="button primary" disabled={make.isPending}>
            Make a link
          </button>
        </div>
      </form>
      {make.data === undefined || make.data.url === null ? null : <Made key={make.data.id} link={make.data} />}
    </>
  );
}

/** Links by which learners come in: to give out in class or in a chat. */
export function LinkList({ cohort }: { cohort: Cohort }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<CohortLink | null>(null);
  const links = useQuery({ queryKey: ['cohort-links', cohort.id], queryFn: () => api.quiz.cohortLinks(cohort.id) });
  const revoke = useMutation({
    mutationFn: (id: string) => api.quiz.revokeCohortLink(cohort.id, id),
    onSuccess: () => {
      setAsked(null);
      announce('Taken back.');
      return queries.invalidateQueries({ queryKey: ['cohort-links'] });
    },
  });
  return (
    <section className="stack" aria-labelledby="links">
      <h2 id="links">Invite links</h2>
      <p className="muted">
        Whoever opens the link and signs in joins as a learner, until its time or its places are over.
      </p>
      {cohort.isArchived ? (
        <p>This cohort is archived: nobody comes in by a link.</p>
      ) : (
        <NewLink cohortId={cohort.id} />
      )}
      <QueryView query={links}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No links yet" />
          ) : (
            <div className="table-scroll" role="region" aria-label="Table of links" tabIndex={0}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">Link</th>
                    <th scope="col">Places taken</th>
                    <th scope="col">
                      <span className="visually-hidden">Act</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((link) => (
                    <tr key={link.id}>
                      <td>
                        <span className={`tag ${stateWords[link.state].tone}`}>{stateWords[link.state].words}</span>
                        <p className="small-text">
                          {link.state === 'expired' ? 'Ended' : 'Ends'} {moment(link.expiresAt)}. Made by{' '}
                          {link.madeBy.displayName ?? 'somebody who left'} {moment(link.madeAt)}.
                        </p>
                      </td>
                      <td>
                        {count(link.used)} of {count(link.limit)}
                      </td>
                      <td>
                        {link.state === 'revoked' ? null : (
                          <button type="button" className="button small danger" onClick={() => setAsked(link)}>
                            Take back<span className="visually-hidden"> the link of {moment(link.madeAt)}</span>
                          </button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
      <Confirm
        title="Take this link back?"
        action="Take back"
        isOpen={asked !== null}
        isPending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => {
          if (asked !== null) revoke.mutate(asked.id);
        }}
        onClose={() => setAsked(null)}
      >
        <p>Nobody comes in by it any more. Those who did stay in the cohort.</p>
      </Confirm>
    </section>
  );
}
