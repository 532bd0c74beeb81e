import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { HeldCredentialCard } from '../features/lifecycle/held-credential.js';
import { credentialKinds, credentialStatuses, type CredentialsSearch } from '../shared/search-params.js';
import { api } from '../shared/session/session.js';
import { Field, SelectField } from '../shared/ui/field.js';
import { More } from '../shared/ui/more.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, Skeleton } from '../shared/ui/states.js';

const statuses = [
  { value: '', label: 'Any' },
  { value: 'active', label: 'Valid or expired' },
  { value: 'suspended', label: 'Suspended' },
  { value: 'revoked', label: 'Revoked' },
];
const kinds = [
  { value: '', label: 'Badges and certificates' },
  { value: 'section_badge', label: 'Badges' },
  { value: 'course_certificate', label: 'Certificates' },
];

function Filters({ search, onChange }: { search: CredentialsSearch; onChange: (change: CredentialsSearch) => void }) {
  return (
    <div className="credential-filters">
      <Field
        label="Find by name, email, title or id"
        type="search"
        defaultValue={search.search ?? ''}
        onChange={(event) => onChange({ search: event.target.value || undefined })}
      />
      <SelectField
        label="Status"
        value={search.status ?? ''}
        options={statuses}
        onChange={(value) => onChange({ status: credentialStatuses.find((status) => status === value) })}
      />
      <SelectField
        label="Kind"
        value={search.kind ?? ''}
        options={kinds}
        onChange={(value) => onChange({ kind: credentialKinds.find((kind) => kind === value) })}
      />
    </div>
  );
}

/** Every badge and certificate, with what can be decided about it. */
export function AdminCredentialsPage() {
  const search = useSearch({ from: '/admin/credentials' });
  const navigate = useNavigate({ from: '/admin/credentials' });
  const held = useInfiniteQuery({
    queryKey: ['held-credentials', 'all', search],
    queryFn: ({ pageParam }) => api.quiz.allCredentials({ ...search, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = held.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="Credentials" lead="Every badge and certificate, newest first. What you decide here stays on record.">
      <Filters
        search={search}
        onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
      />
      {held.isPending ? <Skeleton kind="row" rows={6} /> : null}
      {held.isError ? <ErrorNote error={held.error} onRetry={() => void held.refetch()} /> : null}
      {held.isSuccess && items.length === 0 ? <Empty title="Nothing matches" /> : null}
      {items.length === 0 ? null : (
        <ul className="plain-list stack" aria-label="Credentials">
          {items.map((credential) => (
            <HeldCredentialCard key={credential.id} credential={credential} showsLearner />
          ))}
        </ul>
      )}
      <More query={held} />
    </Page>
  );
}
