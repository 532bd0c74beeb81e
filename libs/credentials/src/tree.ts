/**
 * Far above any badge; a certificate of ours with thirty sections has 300 values in 60 objects. What is signed is put into order object by
 * object, at milliseconds each: a document of a few kilobytes with thousands of them would take minutes.
 */
const limits = { depth: 16, values: 2_000, objects: 250, textLength: 64 * 1024 };

/** What a credential says of itself: once, at its top. */
const topWords = [
  ...['issuer', 'credentialSubject', 'credentialStatus', 'credentialSchema', 'evidence', 'proof', 'refreshService'],
  ...['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'awardedDate', 'termsOfUse'],
];

/**
 * What makes a JSON value unfit to be a credential, whatever it says: the first such thing, or null. Anything that starts with `@`
 * below the top would change what the words around it mean (an inline `@context` first of all). What JSON-LD lets say in two ways may
 * only be said in the one that a reader of JSON sees: a signature over the meaning would stand, and a revocation be overlooked.
 */
export function treeFault(document: unknown): string | null {
  const top = typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined;
  return faultAt(document, { path: '', depth: 0, top, count: { values: 0, objects: 0 } });
}

interface Place {
  readonly path: string;
  readonly depth: number;
  /** The `id` of the whole document. */
  readonly top: unknown;
  readonly count: { values: number; objects: number };
}

function faultAt(value: unknown, { path, depth, top, count }: Place): string | null {
  count.values += 1;
  if (count.values > limits.values) return `There are more than ${limits.values} values.`;
  if (depth > limits.depth) return `Values are nested deeper than ${limits.depth} levels.`;
  const here = path === '' ? 'The document' : path;
  if (value === null || value === undefined) return `${here} is null, which the standard does not know.`;
  if (typeof value === 'string') return textFault(value, here);
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${here} is not a finite number.`;
  if (typeof value !== 'object') return typeof value === 'boolean' ? null : `${here} is not JSON.`;
  if (Array.isArray(value) && value.length === 0) return `${here} is an empty list.`;
  if (!Array.isArray(value)) count.objects += 1;
  if (count.objects > limits.objects) return `There are more than ${limits.objects} objects.`;
  if (depth > 0 && 'id' in value && value.id === top) {
    const word = topWords.find((name) => name in value);
    if (word !== undefined) return `${here}/${word} speaks of the document itself, which only its top may do.`;
  }
  for (const [name, member] of Object.entries(value)) {
    const at = `${path}/${name}`;
    const fault = nameFault(value, name, at, depth) ?? faultAt(member, { path: at, depth: depth + 1, top, count });
    if (fault !== null) return fault;
  }
  return null;
}

function nameFault(holder: object, name: string, at: string, depth: number): string | null {
  if (Array.isArray(holder)) return null;
  if (name.startsWith('@') && !(depth === 0 && name === '@context')) return `${at} would change what other words mean.`;
  if (name.includes(':')) return `${at} is a word by its address, which readers of JSON would pass over.`;
  if (name === '__proto__') return `${at} is not a name that everybody reads alike.`;
  return textFault(name, at);
}

function textFault(text: string, where: string): string | null {
  if (text.length > limits.textLength) return `${where} is longer than ${limits.textLength} characters.`;
  return /\p{Surrogate}/u.test(text) ? `${where} holds half a surrogate pair.` : null;
}
