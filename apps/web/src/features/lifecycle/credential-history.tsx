import { useQuery } from '@tanstack/react-query';

import { api } from '../../shared/session/session.js';
import { QueryView, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { decisionWords } from './words.js';

/** What was decided about a credential, by whom and why; for its holder and for those who decide. */
export function CredentialHistoryList({ credentialId }: { credentialId: string }) {
  const history = useQuery({
    queryKey: ['credential-history', credentialId],
    queryFn: () => api.quiz.credentialHistory(credentialId),
  });
  return (
    <QueryView query={history} skeleton={<Skeleton rows={2} />}>
      {({ items }) => (
        <ol className="plain-list stack-tight">
          {items.map(({ decision, reason, at, actor }) => (
            <li key={`${at}${decision}`}>
              <strong>{decisionWords[decision]}</strong> <When at={at} />
              {actor === null ? null : <span> by {actor.displayName || 'somebody whose account is gone'}</span>}
              <p className="small-text">{reason}</p>
            </li>
          ))}
        </ol>
      )}
    </QueryView>
  );
}
