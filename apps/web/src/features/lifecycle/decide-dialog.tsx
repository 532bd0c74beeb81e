import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';

import type { HeldCredential } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { fieldError } from '../../shared/text/problem.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { formText, TextField } from '../../shared/ui/field.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { choiceWords, kindWords, type Choice } from './words.js';

interface DecideDialogProps {
  credential: HeldCredential;
  choice: Choice;
  onClose: () => void;
}

const asks: Record<Choice, (id: string, reason: string) => Promise<unknown>> = {
  revoke: (id, reason) => api.quiz.revokeCredential(id, reason),
  suspend: (id, reason) => api.quiz.suspendCredential(id, reason),
  reinstate: (id, reason) => api.quiz.reinstateCredential(id, reason),
};

/** Asks for the reason, says what follows, and does it. */
export function DecideDialog({ credential, choice, onClose }: DecideDialogProps) {
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: (reason: string) => asks[choice](credential.id, reason),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['held-credentials'] });
      await queries.invalidateQueries({ queryKey: ['credential-history', credential.id] });
      onClose();
    },
  });
  const { button, title, consequence } = choiceWords[choice];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    deciding.mutate(formText(new FormData(event.currentTarget), 'reason'));
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>
          {kindWords[credential.kind]} “{credential.title}” of{' '}
          {credential.learnerName || 'somebody whose account is gone'}.
        </p>
        <p>{consequence}</p>
        <TextField
          label="Reason"
          name="reason"
          required
          minLength={3}
          maxLength={500}
          rows={3}
          hint="The holder reads it, and so does everybody who checks the credential. It stays on record with your name, which only the holder and those who decide can see."
          error={fieldError(deciding.error, 'reason')}
        />
        {deciding.isError ? <ErrorNote error={deciding.error} /> : null}
        <div className="row">
          <button
            type="submit"
            className={`button ${choice === 'revoke' ? 'danger' : 'primary'}`}
            disabled={deciding.isPending}
          >
            {deciding.isPending ? 'Saving' : button}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
