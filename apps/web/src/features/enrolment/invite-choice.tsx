import { useQuery } from '@tanstack/react-query';

import type { InvitationLimits } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { count, counted } from '../../shared/text/numbers.js';

function words({ hours, left, ofCohort, ofPerson }: InvitationLimits): string {
  const limits = `No more than ${count(ofCohort.max)} invitations leave a cohort in ${hours} hours, and ${count(ofPerson.max)} one person’s hands.`;
  const now =
    left === 0 ? 'None can be sent now' : `${counted(left, 'invitation')} can be sent now, counting those sent anew`;
  return `${limits} ${now}: what is beyond that is reported, and can be sent later.`;
}

interface InviteChoiceProps {
  cohortId: string;
  invite: boolean;
  onChange: (invite: boolean) => void;
}

/** Whether addresses without an account are invited, and how many may be, before anybody waits for what will not leave. */
export function InviteChoice({ cohortId, invite, onChange }: InviteChoiceProps) {
  const limits = useQuery({
    queryKey: ['invitation-limits', cohortId],
    queryFn: () => api.quiz.invitationLimits(cohortId),
  });
  return (
    <div className="stack-tight">
      <label className="check">
        <input type="checkbox" checked={invite} onChange={(event) => onChange(event.target.checked)} />
        Invite addresses without an account by mail
      </label>
      {invite && limits.data !== undefined ? <p className="muted small-text">{words(limits.data)}</p> : null}
    </div>
  );
}
