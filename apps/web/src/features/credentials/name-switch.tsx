import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { CredentialView } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { announce } from '../../shared/ui/announcer.js';
import { ErrorNote } from '../../shared/ui/states.js';

/** The holder's choice: with or without the name. It holds for the page, the pictures and the certificate, from now on. */
export function NameSwitch({ credential }: { credential: CredentialView }) {
  const client = useQueryClient();
  const show = useMutation({
    mutationFn: (showsName: boolean) => api.quiz.showCredential(credential.id, showsName),
    onSuccess: async ({ showsName }) => {
      announce(showsName ? 'Your name is shown now.' : 'Your name is hidden now.');
      await Promise.all([
        client.invalidateQueries({ queryKey: ['credential', credential.id] }),
        client.invalidateQueries({ queryKey: ['my-credentials'] }),
      ]);
    },
  });
  if (credential.learnerName === null) return null;
  const isShown = show.isPending ? show.variables : credential.showsName;
  return (
    <section className="card stack-tight" aria-labelledby="showing">
      <h2 id="showing">This is yours</h2>
      <label className="check">
        <input
          type="checkbox"
          checked={isShown}
          disabled={show.isPending}
          onChange={(event) => show.mutate(event.target.checked)}
        />
        Show my name, {credential.learnerName}
      </label>
      <p className="muted small-text">
        {isShown
          ? 'Everybody with the link sees your name here, on the picture for links and on the certificate.'
          : 'Nobody sees your name: the certificate says “the holder of this credential”. Copies that others made before keep what they had.'}
      </p>
      {show.isError ? <ErrorNote error={show.error} /> : null}
    </section>
  );
}
