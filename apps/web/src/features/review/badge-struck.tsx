import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Attempt } from '#libs/api-client';

import { progressQuery } from '../../shared/queries.js';
import { BadgeImage } from '../../shared/ui/badge-image.js';

const askEveryMs = 1_000;
const asksMax = 30;

/** The badge of a passed section; it is signed a moment after the result, so this asks until it is there. */
export function useBadge(attempt: Attempt, hasPassed: boolean): string | null {
  const badgeOf = (data: { sections: { sectionId: string; credentialId: string | null }[] } | undefined) =>
    data?.sections.find(({ sectionId }) => sectionId === attempt.sectionId)?.credentialId ?? null;
  const progress = useQuery({
    ...progressQuery(attempt.courseId),
    enabled: hasPassed,
    refetchInterval: ({ state }) =>
      badgeOf(state.data) === null && state.dataUpdateCount < asksMax ? askEveryMs : false,
  });
  return badgeOf(progress.data);
}

/** The badge coming down once, in less than a second; nothing waits for it. Reduced motion shows it at rest. */
export function BadgeStruck({ credentialId, isFresh }: { credentialId: string | null; isFresh: boolean }) {
  // The animation belongs to the arrival; a rerender must not play it again.
  const [wasFresh] = useState(isFresh);
  return (
    <div className={`struck${wasFresh && credentialId !== null ? ' struck-now' : ''}`}>
      <span className="struck-ring" aria-hidden="true" />
      {credentialId === null ? null : <BadgeImage credentialId={credentialId} size={160} />}
    </div>
  );
}
