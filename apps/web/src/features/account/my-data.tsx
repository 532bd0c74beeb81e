import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import type { Account } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { saveFile } from '../../shared/download.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { EraseDialog } from './erase-dialog.js';

/** What is held about you, as a file, and the way out. */
export function MyData({ account }: { account: Account }) {
  const [isLeaving, setIsLeaving] = useState(false);
  const download = useMutation({
    mutationFn: () => api.auth.exportMe(),
    onSuccess: (data) =>
      saveFile(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), 'waymark-account.json'),
  });
  return (
    <section className="stack" aria-labelledby="my-data">
      <h2 id="my-data">Your data</h2>
      <p>
        The file holds your account, your sign-ins, and the messages and invitations sent to you. Your results are on
        your courses, your badges can be downloaded one by one.
      </p>
      {download.isError ? <ErrorNote error={download.error} /> : null}
      <div className="row">
        <button type="button" className="button" disabled={download.isPending} onClick={() => download.mutate()}>
          {download.isPending ? 'Preparing' : 'Download my data'}
        </button>
        <button type="button" className="button danger" onClick={() => setIsLeaving(true)}>
          Erase my account
        </button>
      </div>
      <EraseDialog account={account} isOpen={isLeaving} onClose={() => setIsLeaving(false)} />
    </section>
  );
}
