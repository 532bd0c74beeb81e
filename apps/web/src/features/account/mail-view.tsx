import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../shared/session/session.js';
import { exact } from '../../shared/text/time.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { ErrorNote, QueryView, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { mailKindWords, MailTag } from './mail-list.js';
import './account.css';

interface MailViewProps {
  id: string;
  /** There is a mail server to send by. */
  canSend: boolean;
  onClose: () => void;
}

/** One message: what it says where nobody sends it, otherwise what became of it. */
export function MailView({ id, canSend, onClose }: MailViewProps) {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['mail', id], queryFn: () => api.auth.mail(id) });
  const retry = useMutation({
    mutationFn: () => api.auth.retryMail(id),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['mails'] }),
        queries.invalidateQueries({ queryKey: ['mail', id] }),
      ]),
  });
  return (
    <Dialog title={query.data?.subject ?? 'Message'} isOpen onClose={onClose}>
      <QueryView query={query} skeleton={<Skeleton rows={4} />}>
        {(mail) => (
          <div className="stack">
            <p className="row">
              <MailTag state={mail.state} /> {mailKindWords[mail.kind]} to {mail.recipient}
            </p>
            <p className="muted small-text">
              Written <When at={mail.createdAt} />
              {mail.attempts > 0 ? `, tried ${mail.attempts === 1 ? 'once' : `${mail.attempts} times`}` : ''}
              {mail.dueAt === null ? '' : `, next try at ${exact(mail.dueAt)}`}
              {mail.linkEndsAt === null ? '' : `; its link holds until ${exact(mail.linkEndsAt)}`}.
            </p>
            {mail.lastError === null ? null : <p>The mail server said: {mail.lastError}</p>}
            {mail.text === null ? (
              <p className="muted">
                {mail.state === 'kept'
                  ? 'The link in it has ended, so what it said is forgotten.'
                  : 'What it says is not shown: the link inside is as good as a password.'}
              </p>
            ) : (
              <>
                <p>Hand this on to {mail.recipient} and to nobody else: the link inside is as good as a password.</p>
                <pre className="mail-text" tabIndex={0}>
                  {mail.text}
                </pre>
              </>
            )}
            {retry.isError ? <ErrorNote error={retry.error} /> : null}
            <div className="row">
              {canSend && (mail.state === 'failed' || mail.state === 'kept') ? (
                <button type="button" className="button" disabled={retry.isPending} onClick={() => retry.mutate()}>
                  {mail.state === 'kept' ? 'Send it now' : 'Try again'}
                </button>
              ) : null}
              <button type="button" className="button" onClick={onClose}>
                Close
              </button>
            </div>
          </div>
        )}
      </QueryView>
    </Dialog>
  );
}
