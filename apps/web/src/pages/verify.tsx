import { useNavigate } from '@tanstack/react-router';

import { VerifyForm } from '../features/verify/verify-form.js';
import { Page } from '../shared/ui/page.js';

/** Any badge, of any issuer, for anybody: signed in or not. */
export function VerifyPage() {
  const navigate = useNavigate();
  return (
    <Page
      title="Verify a badge"
      width="text"
      lead="Paste a badge or certificate, drop its file, or give its link. You need no account."
    >
      <VerifyForm onOwn={(credential) => void navigate({ to: '/c/$credential', params: { credential } })} />
    </Page>
  );
}
