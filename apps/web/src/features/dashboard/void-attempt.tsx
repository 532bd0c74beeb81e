import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import type { TimelineEntry } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { fieldError } from '../../shared/text/problem.js';
import { announce } from '../../shared/ui/announcer.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { formText, TextField } from '../../shared/ui/field.js';
import { ErrorNote } from '../../shared/ui/states.js';

const touched = ['timeline', 'learner-insight', 'held-credentials', 'dashboard', 'insights'];

interface VoidFormProps {
  attemptId: string;
  onDone: () => void;
  onCancel: () => void;
}

function VoidForm({ attemptId, onDone, onCancel }: VoidFormProps) {
  const queries = useQueryClient();
  const voiding = useMutation({
    mutationFn: (reason: string) => api.quiz.voidAttempt(attemptId, reason),
    onSuccess: async () => {
      await Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      announce('The attempt is voided.');
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    voiding.mutate(formText(new FormData(event.currentTarget), 'reason').trim());
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        It counts nowhere any more, and the learner gets it back to try again. If no other attempt passes the section,
        its badge is revoked. This cannot be taken back.
      </p>
      <TextField
        label="Reason"
        name="reason"
        required
        maxLength={500}
        rows={3}
        hint="It stays on record with your name."
        error={fieldError(voiding.error, 'reason')}
      />
      {voiding.isError ? <ErrorNote error={voiding.error} /> : null}
      <div className="row">
        <button type="submit" className="button danger" disabled={voiding.isPending}>
          {voiding.isPending ? 'Saving' : 'Void the attempt'}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** Takes an attempt out of every count, for a reason: after cheating, or when something went wrong on the day. */
export function VoidAttempt({ entry }: { entry: TimelineEntry }) {
  const [isAsked, setIsAsked] = useState(false);
  const { attemptId, text } = entry;
  if (attemptId === null) return null;
  const close = () => setIsAsked(false);
  return (
    <>
      <button type="button" className="button small quiet" onClick={() => setIsAsked(true)}>
        Void<span className="visually-hidden">: {text}</span>
      </button>
      <Dialog title="Void this attempt?" isOpen={isAsked} onClose={close}>
        <p>{text}</p>
        <VoidForm attemptId={attemptId} onDone={close} onCancel={close} />
      </Dialog>
    </>
  );
}
