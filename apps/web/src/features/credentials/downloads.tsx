import type { PublicCredential } from '#libs/api-client';

import { formUrl } from './words.js';

interface Form {
  readonly format: string;
  readonly name: string;
  readonly use: string;
  readonly needs?: 'document' | 'jwt';
}

const forms: readonly Form[] = [
  { format: 'pdf&size=a4', name: 'PDF, A4', use: 'To print or to send' },
  { format: 'pdf&size=letter', name: 'PDF, US Letter', use: 'To print or to send' },
  { format: 'png', name: 'PNG picture', use: 'The badge with its proof inside', needs: 'document' },
  { format: 'svg', name: 'SVG picture', use: 'The same, at any size', needs: 'document' },
  { format: 'json-ld', name: 'Signed JSON', use: 'For wallets and verifiers', needs: 'document' },
  { format: 'jwt', name: 'Signed JWT', use: 'For wallets and verifiers', needs: 'jwt' },
];

/** Every form of a credential. Some services strip the proof from pictures, so the signed files stand beside them. */
export function Downloads({ credential }: { credential: PublicCredential }) {
  const given = forms.filter(
    ({ needs }) => needs === undefined || (needs === 'jwt' ? credential.hasJwt : credential.document !== null),
  );
  return (
    <section className="stack" aria-labelledby="downloads">
      <h2 id="downloads">Download</h2>
      <ul className="forms plain-list">
        {given.map(({ format, name, use }) => (
          <li key={format}>
            <a className="button" href={formUrl(credential.id, format)} download>
              {name}
            </a>
            <span className="muted small-text">{use}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
