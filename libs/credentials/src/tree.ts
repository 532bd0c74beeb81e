/**
 * Far above any badge; a certificate of ours with thirty sections has 300 values in 60 objects. What is signed is put into order object by
 * object, at milliseconds each: a document of a few kilobytes with thousands of them would take minutes.
 */
const limits = { depth: 16, values: 2_000, objects: 250, textLength: 64 * 1024 };

/**
 * What makes a JSON value unfit to be a credential, whatever it says: the first such thing, or null. Anything that starts with `@`
 * below the top would change what the words around it mean (an inline `@context` first of all).
 */
export function treeFault(document: unknown): string | null {
  const count = { values: 0, objects: 0 };
  return faultAt(document, { path: '', depth: 0, count });
}

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly count: { values: number; objects: number };
}

function faultAt(value: unknown, { path, depth, count }: Place): string | null {
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
  for (const [name, member] of Object.entries(value)) {
    const at = `${path}/${name}`;
    const fault = nameFault(value, name, at, depth) ?? faultAt(member, { path: at, depth: depth + 1, count });
    if (fault !== null) return fault;
  }
  return null;
}

function nameFault(holder: object, name: string, at: string, depth: number): string | null {
  if (Array.isArray(holder)) return null;
  if (name.startsWith('@') && !(depth === 0 && name === '@context')) return `${at} would change what other words mean.`;
  return textFault(name, at);
}

function textFault(text: string, where: string): string | null {
  if (text.length > limits.textLength) return `${where} is longer than ${limits.textLength} characters.`;
  return /\p{Surrogate}/u.test(text) ? `${where} holds half a surrogate pair.` : null;
}
