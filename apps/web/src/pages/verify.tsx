import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { Field, formText } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Takes a link or an id and opens the credential's page. */
export function VerifyPage() {
  const navigate = useNavigate();
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const id = idPattern.exec(formText(new FormData(event.currentTarget), 'credential'))?.[0];
    if (id === undefined) {
      setError('This holds no credential id. An id looks like 1b4e28ba-2fa1-41d2-883f-0016d3cca427.');
      return;
    }
    void navigate({ to: '/c/$credential', params: { credential: id.toLowerCase() } });
  };
  return (
    <Page
      title="Verify a badge"
      width="text"
      lead="Paste the link or the id of a badge or certificate. You need no account."
    >
      <form className="form" onSubmit={submit}>
        <Field label="Link or id" name="credential" required autoComplete="off" error={error} />
        <div>
          <button type="submit" className="button primary">
            Check
          </button>
        </div>
      </form>
    </Page>
  );
}
