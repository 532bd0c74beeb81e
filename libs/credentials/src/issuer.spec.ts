import { describe, expect, it } from '@jest/globals';

import { didDocument, didWebOf, keySet } from './issuer.js';
import { generateIssuerRsaKey } from './keys-rsa.js';
import { generateIssuerKey } from './keys.js';

const issuer = { id: 'https://w.example/api/issuer', name: 'Waymark', url: 'https://w.example' };
const ed25519 = await generateIssuerKey(issuer.id);
const rsa = await generateIssuerRsaKey(issuer.id);
const keys = { multikeys: [ed25519.document], jwks: [rsa.document] };

describe('didWebOf', () => {
  it.each([
    ['https://w.example', 'did:web:w.example'],
    ['https://w.example/', 'did:web:w.example'],
    ['http://127.0.0.1:3000', 'did:web:127.0.0.1%3A3000'],
    ['https://w.example:8443/learn/here/', 'did:web:w.example%3A8443:learn:here'],
    ['https://bücher.example', 'did:web:xn--bcher-kva.example'],
    ['https://w.example/a%20b', 'did:web:w.example:a%20b'],
  ])('%s is %s', (url, did) => {
    expect(didWebOf(url)).toBe(did);
  });
});

describe('an issuer', () => {
  it('is the same under its DID, with its keys under that name', () => {
    const did = 'did:web:w.example';
    expect(didDocument(issuer, keys)).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://www.w3.org/ns/cid/v1'],
      id: did,
      alsoKnownAs: [issuer.id],
      verificationMethod: [
        {
          id: `${did}#${ed25519.kid}`,
          type: 'Multikey',
          controller: did,
          publicKeyMultibase: ed25519.document.publicKeyMultibase,
        },
        { id: `${did}#${rsa.kid}`, type: 'JsonWebKey', controller: did, publicKeyJwk: rsa.document },
      ],
      assertionMethod: [`${did}#${ed25519.kid}`, `${did}#${rsa.kid}`],
    });
  });

  it('publishes the keys of JWT as a set, with their purpose and without a private half', () => {
    expect(keySet(keys)).toEqual({ keys: [expect.objectContaining({ use: 'sig', alg: 'RS256', iss: issuer.id })] });
    expect(JSON.stringify([keySet(keys), didDocument(issuer, keys)])).not.toMatch(/secret|"d":|PRIVATE/);
  });
});
