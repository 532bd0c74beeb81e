/** What decides which key signs. */
export interface KeyTerm {
  readonly kid: string;
  readonly kind: 'ed25519' | 'rsa';
  readonly issuerUrl: string;
  readonly signsFrom: Date;
  /** The private half as stored; null once it was dropped. */
  readonly sealed: string | null;
}

/** What a key of an issuer is for at a moment: `waiting` is published and does not sign yet, `retired` only verifies. */
export type KeyUse = 'waiting' | 'signing' | 'retired';

/** How long others may keep our keys; it is what `Cache-Control` of the key set says. */
export const keysKeptMs = 300_000;
/** How long a replica may know nothing of a key that another made. */
export const keysReadAgainMs = 30_000;
/** Twice that: every replica has read a key before it signs. */
export const leadMinMs = 2 * keysReadAgainMs;
/** Twice what caches may keep: nobody meets a signature with a key that their copy of the set does not have. */
export const leadMs = 2 * keysKeptMs;
export const leadMaxMs = 30 * 24 * 3_600_000;

/** The key that signs now: the newest of its kind whose moment has come. Of keys of the same moment, the greater id. */
export function signingKey<Key extends KeyTerm>(
  keys: readonly Key[],
  { kind, issuerUrl, now }: { kind: KeyTerm['kind']; issuerUrl: string; now: Date },
): Key | null {
  const usable = keys.filter(
    (key) => key.kind === kind && key.issuerUrl === issuerUrl && key.signsFrom <= now && key.sealed !== null,
  );
  return usable.reduce<Key | null>((newest, key) => (newest === null || isNewer(key, newest) ? key : newest), null);
}

export function useOf(
  key: KeyTerm,
  keys: readonly KeyTerm[],
  { issuerUrl, now }: { issuerUrl: string; now: Date },
): KeyUse {
  if (key.issuerUrl === issuerUrl && key.signsFrom > now && key.sealed !== null) return 'waiting';
  return signingKey(keys, { kind: key.kind, issuerUrl, now })?.kid === key.kid ? 'signing' : 'retired';
}

function isNewer(key: KeyTerm, other: KeyTerm): boolean {
  const later = key.signsFrom.getTime() - other.signsFrom.getTime();
  return later > 0 || (later === 0 && key.kid > other.kid);
}
