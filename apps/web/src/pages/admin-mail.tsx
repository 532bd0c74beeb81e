import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { MailTable, mailStateWords } from '../features/account/mail-list.js';
import { MailView } from '../features/account/mail-view.js';
import { mailStates } from '../shared/search-params.js';
import { api } from '../shared/session/session.js';
import { SelectField } from '../shared/ui/field.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, Skeleton } from '../shared/ui/states.js';

const stateOptions = [
  { value: '', label: 'All' },
  ...mailStates.map((state) => ({ value: state, label: mailStateWords[state].label })),
];

/** What the platform mails: for whoever has no mail server, and for whoever wants to know why nothing arrives. */
export function AdminMailPage() {
  const { state, mail } = useSearch({ from: '/admin/mail' });
  const navigate = useNavigate({ from: '/admin/mail' });
  const mails = useInfiniteQuery({
    queryKey: ['mails', state],
    queryFn: ({ pageParam }) => api.auth.mails({ state, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  const isSending = mails.data?.pages[0]?.isSending ?? true;
  return (
    <Page
      title="Mail"
      lead="Messages of the last month: invitations, links to confirm and to reset, news about badges."
    >
      {isSending ? null : (
        <div className="note">
          <Icon name="info" />
          <div>
            <p className="note-title">No mail server is set up</p>
            <p>
              Messages are kept here. Open one to read it and hand it on yourself, or have the operator set SMTP_URL and
              MAIL_FROM.
            </p>
          </div>
        </div>
      )}
      <div className="form">
        <SelectField
          label="Show"
          value={state ?? ''}
          onChange={(value) =>
            void navigate({ search: { state: mailStates.find((known) => known === value) }, replace: true })
          }
          options={stateOptions}
        />
      </div>
      {mails.isPending ? <Skeleton kind="row" rows={6} /> : null}
      {mails.isError ? <ErrorNote error={mails.error} onRetry={() => void mails.refetch()} /> : null}
      {mails.isSuccess && items.length === 0 ? (
        <Empty title={state === undefined ? 'No messages yet' : 'No such messages'}>
          <p>What the platform writes to people is listed here for a month.</p>
        </Empty>
      ) : null}
      {items.length === 0 ? null : <MailTable mails={items} state={state} />}
      {mails.hasNextPage ? (
        <div>
          <button
            type="button"
            className="button"
            disabled={mails.isFetchingNextPage}
            onClick={() => void mails.fetchNextPage()}
          >
            Show more
          </button>
        </div>
      ) : null}
      {mail === undefined ? null : (
        <MailView id={mail} canSend={isSending} onClose={() => void navigate({ search: { state }, replace: true })} />
      )}
    </Page>
  );
}
