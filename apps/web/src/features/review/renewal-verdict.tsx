import { useQuery } from '@tanstack/react-query';

import type { Attempt, AttemptResult } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { date, moment } from '../../shared/text/time.js';

const askEveryMs = 1_000;
const asksMax = 30;

interface RenewalVerdictProps {
  attempt: Attempt;
  result: AttemptResult;
  badge: string | null;
}

/** The newer edition is signed a moment after the result, so this asks until it is there. */
function useRenewedUntil({ attempt, result, badge }: RenewalVerdictProps) {
  const since = attempt.submittedAt ?? attempt.startedAt;
  const isRenewed = (data: { history: { decision: string; at: string }[] } | undefined) =>
    data?.history.some(({ decision, at }) => decision === 'renewed' && at >= since) ?? false;
  const credential = useQuery({
    queryKey: ['renewed-credential', badge, attempt.id],
    queryFn: () => {
      if (badge === null) throw new Error('a credential is asked for before its id is known');
      return api.quiz.credential(badge);
    },
    enabled: result.hasPassed === true && badge !== null,
    refetchInterval: ({ state }) => (!isRenewed(state.data) && state.dataUpdateCount < asksMax ? askEveryMs : false),
  });
  return { isRenewed: isRenewed(credential.data), expiresAt: credential.data?.expiresAt ?? null };
}

const isOver = (at: string) => Date.parse(at) <= Date.now();

/** What a renewal came to: until when the badge holds, or that nothing has changed. */
export function RenewalVerdict(props: RenewalVerdictProps) {
  const { isRenewed, expiresAt } = useRenewedUntil(props);
  const { attempt, result } = props;
  const badge = `The badge “${attempt.sectionTitle}”`;
  if (result.hasPassed !== true) {
    const { canRetryAt } = result.next;
    const again =
      canRetryAt === null || isOver(canRetryAt)
        ? 'Try again when you are ready.'
        : `The next renewal opens ${moment(canRetryAt)}.`;
    return <p>Nothing has changed: your badge, your grade and your attempts stand as they did. {again}</p>;
  }
  if (!isRenewed) return <p>{badge} is being signed anew.</p>;
  return <p>{expiresAt === null ? `${badge} holds for ever now.` : `${badge} holds until ${date(expiresAt)} now.`}</p>;
}
