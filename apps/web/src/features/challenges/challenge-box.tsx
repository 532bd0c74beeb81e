import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { ApiProblem, type OwnChallenge } from '#libs/api-client';

import { challengesQuery } from '../../shared/queries.js';
import { api } from '../../shared/session/session.js';
import { moment } from '../../shared/text/time.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { formText, TextField } from '../../shared/ui/field.js';
import { Icon, type IconName } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';
import './challenges.css';

const textLengthMax = 2_000;

const stateWords: Record<OwnChallenge['state'], { title: string; icon: IconName; tone: string }> = {
  open: { title: 'You challenged this question', icon: 'clock', tone: '' },
  accepted: { title: 'Your challenge was accepted', icon: 'check', tone: ' note-success' },
  declined: { title: 'Your challenge was declined', icon: 'dash', tone: ' note-warning' },
};

function ChallengeState({ challenge }: { challenge: OwnChallenge }) {
  const { title, icon, tone } = stateWords[challenge.state];
  return (
    <div className={`note${tone}`}>
      <Icon name={icon} />
      <div>
        <p className="note-title">{title}</p>
        <p className="muted small-text">
          Sent {moment(challenge.madeAt)}
          {challenge.resolvedAt === null
            ? '; the author has not answered yet'
            : `, answered ${moment(challenge.resolvedAt)}`}
          .
        </p>
        <blockquote className="challenge-text">{challenge.text}</blockquote>
        {challenge.reply === null ? null : (
          <>
            <p className="note-title">The author says</p>
            <p className="challenge-text">{challenge.reply}</p>
          </>
        )}
      </div>
    </div>
  );
}

interface ChallengeProps {
  attemptId: string;
  questionId: string;
  number: number;
}

function ChallengeForm({ attemptId, questionId, number, onDone }: ChallengeProps & { onDone: () => void }) {
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (text: string) => api.quiz.challenge(attemptId, questionId, text),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: challengesQuery(attemptId).queryKey });
      onDone();
    },
    onError: (error) => {
      // Sent already, from another tab: what is there is what counts.
      if (error instanceof ApiProblem && error.status === 409) {
        void queries.invalidateQueries({ queryKey: challengesQuery(attemptId).queryKey });
      }
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = formText(new FormData(event.currentTarget), 'text').trim();
    if (text !== '') send.mutate(text);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        The author reads it and answers here. If question {number} is corrected, everyone it was wrong for is graded
        again.
      </p>
      <TextField
        label="What is wrong with the question"
        name="text"
        required
        rows={6}
        maxLength={textLengthMax}
        hint="Say which answer you hold for right and why; name a source if you have one. You can send one per question."
      />
      {send.isError ? <ErrorNote error={send.error} /> : null}
      <div className="row">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {send.isPending ? 'Sending' : 'Send challenge'}
        </button>
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** Under a reviewed question: say that it is wrong, and see what became of that. */
export function ChallengeBox({ challenge, ...props }: ChallengeProps & { challenge: OwnChallenge | undefined }) {
  const [isOpen, setOpen] = useState(false);
  if (challenge !== undefined) return <ChallengeState challenge={challenge} />;
  return (
    <div>
      <button type="button" className="button small quiet" onClick={() => setOpen(true)}>
        <Icon name="speech" size={18} /> Challenge question {props.number}
      </button>
      <Dialog title={`Challenge question ${props.number}`} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ChallengeForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}
