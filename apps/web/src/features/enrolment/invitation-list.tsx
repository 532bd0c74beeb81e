import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { Cohort, Invitation } from '#libs/api-client';

import { invitationStates, type InvitationState } from '../../shared/search-params.js';
import { api } from '../../shared/session/session.js';
import { moment } from '../../shared/text/time.js';
import { announce } from '../../shared/ui/announcer.js';
import { SelectField } from '../../shared/ui/field.js';
import { More } from '../../shared/ui/more.js';
import { Empty, ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { refreshCohort } from './after-change.js';
import { Confirm } from './confirm.js';

const stateWords: Record<Invitation['state'], string> = {
  pending: 'On the way',
  expired: 'Over',
  accepted: 'Came in',
  withdrawn: 'Withdrawn',
  refused: 'Not let in',
};
const tones: Record<Invitation['state'], string> = {
  pending: 'tag-accent',
  expired: 'tag-warning',
  accepted: 'tag-success',
  withdrawn: '',
  refused: 'tag-danger',
};
const refusalWords: Record<NonNullable<Invitation['refusal']>, string> = {
  cohort_archived: 'The cohort was archived when they came.',
  inviter_lost_role: 'Whoever invited them does not teach any more. Invite them anew.',
  teaches_cohort: 'They teach the cohort.',
};

interface RowProps {
  cohort: Cohort;
  invitation: Invitation;
  onWithdraw: (invitation: Invitation) => void;
}

function Row({ cohort, invitation, onWithdraw }: RowProps) {
  const queries = useQueryClient();
  const { id, email, state, refusal, sentAt, expiresAt, invitedBy } = invitation;
  const resend = useMutation({
    mutationFn: () => api.quiz.resendInvitation(cohort.id, id),
    onSuccess: () => {
      refreshCohort(queries);
      announce(`Sent again to ${email}.`);
    },
  });
  const isOpen = state === 'pending' || state === 'expired';
  return (
    <tr>
      <td className="enrolment-address">
        {email === '' ? <span className="muted">Erased</span> : email}
        <p className="muted small-text">
          by {invitedBy.displayName ?? 'somebody who left'}, sent <When at={sentAt} />
        </p>
        {resend.isError ? <ErrorNote error={resend.error} /> : null}
      </td>
      <td>
        <span className={`tag ${tones[state]}`}>{stateWords[state]}</span>
        {state === 'pending' ? <p className="small-text">Ends {moment(expiresAt)}</p> : null}
        {refusal === null ? null : <p className="small-text">{refusalWords[refusal]}</p>}
      </td>
      <td>
        {isOpen && !cohort.isArchived ? (
          <div className="row">
            <button type="button" className="button small" disabled={resend.isPending} onClick={() => resend.mutate()}>
              Send again<span className="visually-hidden"> to {email}</span>
            </button>
            <button type="button" className="button small danger" onClick={() => onWithdraw(invitation)}>
              Withdraw<span className="visually-hidden"> the invitation of {email}</span>
            </button>
          </div>
        ) : null}
      </td>
    </tr>
  );
}

interface InvitationListProps {
  cohort: Cohort;
  /** All of them when nothing is said. */
  state: InvitationState | undefined;
  onState: (state: InvitationState | undefined) => void;
}

/** Addresses without an account that were invited, and how it went. */
export function InvitationList({ cohort, state, onState }: InvitationListProps) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Invitation | null>(null);
  const invitations = useInfiniteQuery({
    queryKey: ['invitations', cohort.id, state],
    queryFn: ({ pageParam }) => api.quiz.invitations(cohort.id, { state: state ?? 'all', cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => api.quiz.withdrawInvitation(cohort.id, id),
    onSuccess: () => {
      setAsked(null);
      refreshCohort(queries);
      announce('Withdrawn.');
    },
  });
  const items = invitations.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack" aria-labelledby="invitations">
      <h2 id="invitations">Invitations</h2>
      <p className="muted">
        An address without an account gets a link by mail that holds for 7 days. At most 2,000 leave a cohort in 24
        hours.
      </p>
      <div className="form">
        <SelectField
          label="Show"
          value={state ?? ''}
          onChange={(value) => onState(invitationStates.find((one) => one === value))}
          options={[
            { value: '', label: 'All' },
            ...invitationStates.map((value) => ({ value, label: stateWords[value] })),
          ]}
        />
      </div>
      {invitations.isPending ? <Skeleton kind="row" rows={4} /> : null}
      {invitations.isError ? <ErrorNote error={invitations.error} onRetry={() => void invitations.refetch()} /> : null}
      {invitations.isSuccess && items.length === 0 ? (
        <Empty title={state === undefined ? 'Nobody was invited by mail yet' : 'No invitation of this kind'}>
          <p>Enrol an address that has no account, and its invitation stands here.</p>
        </Empty>
      ) : null}
      {items.length === 0 ? null : (
        <div className="table-scroll" role="region" aria-label="Table of invitations" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Address</th>
                <th scope="col">State</th>
                <th scope="col">
                  <span className="visually-hidden">Act</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((invitation) => (
                <Row key={invitation.id} cohort={cohort} invitation={invitation} onWithdraw={setAsked} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More query={invitations} />
      <Confirm
        title="Withdraw this invitation?"
        action="Withdraw"
        isOpen={asked !== null}
        isPending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => {
          if (asked !== null) withdraw.mutate(asked.id);
        }}
        onClose={() => setAsked(null)}
      >
        <p>
          The link that was mailed to {asked?.email ?? ''} opens nothing any more. You can invite the address again.
        </p>
      </Confirm>
    </section>
  );
}
