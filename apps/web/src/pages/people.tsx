import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import type { Account, Role } from '#libs/api-client';

import { api } from '../shared/session/session.js';
import { useAccount } from '../shared/session/use-session.js';
import { Field } from '../shared/ui/field.js';
import { More } from '../shared/ui/more.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, Skeleton } from '../shared/ui/states.js';

const roles: readonly Role[] = ['learner', 'author', 'instructor', 'admin'];

function Person({ account, isMe }: { account: Account; isMe: boolean }) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['people'] });
  const assign = useMutation({ mutationFn: (next: Role[]) => api.auth.assignRoles(account.id, next), onSuccess });
  const status = useMutation({
    mutationFn: (next: Account['status']) => api.auth.setStatus(account.id, next),
    onSuccess,
  });
  const vouch = useMutation({ mutationFn: () => api.auth.vouchForEmail(account.id), onSuccess });
  const isActive = account.status === 'active';
  return (
    <tr>
      <th scope="row">
        {account.displayName}
        {isMe ? ' (you)' : ''}
        <p className="muted small-text">
          {account.email}
          {account.isEmailVerified ? '' : ', not confirmed'}
        </p>
        {account.isEmailVerified || isMe ? null : (
          <button type="button" className="button small" disabled={vouch.isPending} onClick={() => vouch.mutate()}>
            Vouch for the address<span className="visually-hidden"> of {account.displayName}</span>
          </button>
        )}
        {assign.isError || status.isError || vouch.isError ? (
          <ErrorNote error={assign.error ?? status.error ?? vouch.error} />
        ) : null}
      </th>
      <td>
        <fieldset className="row" disabled={assign.isPending}>
          <legend className="visually-hidden">Roles of {account.displayName}</legend>
          {roles.map((role) => (
            <label key={role} className="check">
              <input
                type="checkbox"
                checked={account.roles.includes(role)}
                // Without this an administrator could lock everyone out by one press.
                disabled={isMe && role === 'admin'}
                onChange={(event) =>
                  assign.mutate(
                    event.target.checked ? [...account.roles, role] : account.roles.filter((held) => held !== role),
                  )
                }
              />
              {role}
            </label>
          ))}
        </fieldset>
      </td>
      <td>
        {isActive ? <span className="tag tag-success">Active</span> : <span className="tag tag-danger">Suspended</span>}
      </td>
      <td>
        {isMe ? null : (
          <button
            type="button"
            className="button small"
            disabled={status.isPending}
            onClick={() => status.mutate(isActive ? 'suspended' : 'active')}
          >
            {isActive ? 'Suspend' : 'Reactivate'}
            <span className="visually-hidden"> {account.displayName}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

/** Accounts with their roles. */
export function PeoplePage() {
  const { search } = useSearch({ from: '/admin/people' });
  const navigate = useNavigate({ from: '/admin/people' });
  const me = useAccount();
  const people = useInfiniteQuery({
    queryKey: ['people', search],
    queryFn: ({ pageParam }) => api.auth.accounts({ search, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="People" lead="Who has an account, and what they may do.">
      <div className="form">
        <Field
          label="Find by name or email"
          type="search"
          value={search ?? ''}
          onChange={(event) => void navigate({ search: { search: event.target.value || undefined }, replace: true })}
        />
      </div>
      {people.isPending ? <Skeleton kind="row" rows={6} /> : null}
      {people.isError ? <ErrorNote error={people.error} onRetry={() => void people.refetch()} /> : null}
      {people.isSuccess && items.length === 0 ? <Empty title="Nobody matches" /> : null}
      {items.length === 0 ? null : (
        <div className="table-scroll" role="region" aria-label="Accounts" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Roles</th>
                <th scope="col">Status</th>
                <th scope="col">
                  <span className="visually-hidden">Act</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((account) => (
                <Person key={account.id} account={account} isMe={account.id === me?.id} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More query={people} />
    </Page>
  );
}
