import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

import type { Renewal } from '#libs/api-client';

import { attemptQuery, myRenewalsQuery } from '../../shared/queries.js';
import { api } from '../../shared/session/session.js';
import { counted } from '../../shared/text/numbers.js';
import { date, duration, moment } from '../../shared/text/time.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';

type Which = { credentialId: string } | { sectionId: string };

/** What of mine ends soon or has ended, of one badge or section; nothing where nothing is to be done. */
export function RenewalOffer(which: Which) {
  const renewals = useQuery(myRenewalsQuery);
  const found = renewals.data?.items.find((item) =>
    'credentialId' in which ? item.credentialId === which.credentialId : item.sectionId === which.sectionId,
  );
  if (found === undefined) return null;
  return (
    <div className="note note-warning">
      <Icon name="clock" />
      <div className="stack-tight">
        <p className="note-title">{endWords(found)}</p>
        {found.kind === 'course_certificate' ? <CertificateWords renewal={found} /> : <StartRenewal renewal={found} />}
      </div>
    </div>
  );
}

function endWords({ kind, expiresAt, isExpired }: Renewal): string {
  const what = kind === 'course_certificate' ? 'certificate' : 'badge';
  if (expiresAt === null) return `Your ${what} has to be renewed`;
  return isExpired ? `Your ${what} expired on ${date(expiresAt)}` : `Your ${what} expires on ${date(expiresAt)}`;
}

function CertificateWords({ renewal: { waitsFor } }: { renewal: Renewal }) {
  return waitsFor.length === 0 ? (
    <p>All its badges hold. It is renewed by itself within minutes.</p>
  ) : (
    <p>It is renewed by itself once these badges are: {waitsFor.map(({ title }) => title).join(', ')}.</p>
  );
}

const isAhead = (at: string) => Date.parse(at) > Date.now();

function StartRenewal({ renewal }: { renewal: Renewal }) {
  const { credentialId, questionCount, timeLimitSeconds, canStartAt, openAttemptId } = renewal;
  const router = useRouter();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () => api.quiz.renew(credentialId),
    onSuccess: async (attempt) => {
      queries.setQueryData(attemptQuery(attempt.id).queryKey, attempt);
      void queries.invalidateQueries({ queryKey: myRenewalsQuery.queryKey });
      await router.navigate({ to: '/attempts/$id', params: { id: attempt.id } });
    },
  });
  if (questionCount === null)
    return <p>Its section is not part of the course any more, so it cannot be renewed. Ask whoever runs the course.</p>;
  const waits = openAttemptId === null && canStartAt !== null && isAhead(canStartAt);
  const time = timeLimitSeconds === null ? '' : ` in ${duration(timeLimitSeconds)}`;
  return (
    <>
      <p>
        Renew it with a shorter quiz: {counted(questionCount, 'question')}
        {time}. It uses none of your attempts, and failing it changes nothing.
      </p>
      {waits ? <p>After a failed renewal the next one opens {moment(canStartAt)}.</p> : null}
      {start.isError ? <ErrorNote error={start.error} /> : null}
      {waits ? null : (
        <div>
          <button type="button" className="button primary" disabled={start.isPending} onClick={() => start.mutate()}>
            {start.isPending
              ? 'Opening the quiz'
              : openAttemptId === null
                ? 'Renew the badge'
                : 'Go on with the renewal'}
            <Icon name="arrow" />
          </button>
        </div>
      )}
    </>
  );
}
