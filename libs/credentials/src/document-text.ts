/** More than any badge needs, images by link. */
const bytesMax = 64 * 1024;

/** The text is not one JSON document that everybody would read alike. */
export class NotOneDocument extends Error {}

/**
 * Parses the text of a credential that may come from anywhere. Stricter than JSON.parse: UTF-8 only, 64 KiB at most, and no member
 * twice, because two readers could then see two different documents under one signature. Throws NotOneDocument.
 */
export function parseDocument(input: string | Uint8Array): unknown {
  const bytes = typeof input === 'string' ? Buffer.from(input, 'utf8') : input;
  if (bytes.length > bytesMax) throw new NotOneDocument(`The document is larger than ${bytesMax} bytes.`);
  const text = decode(bytes);
  const document = parse(text);
  const twice = repeatedMember(text);
  if (twice !== null) throw new NotOneDocument(`The member ${twice} is there twice.`);
  return document;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotOneDocument('The document is not UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotOneDocument('The document is not JSON.');
  }
}

/** The first member name that an object of this (valid) JSON text holds twice; names are compared after their escapes. */
function repeatedMember(text: string): string | null {
  const open: Set<string>[] = [];
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;
  for (const [found, colon] of text.matchAll(token)) {
    if (found === '{') open.push(new Set());
    else if (found === '}') open.pop();
    else if (colon !== undefined) {
      const name: unknown = JSON.parse(found.slice(0, -colon.length));
      const names = open.at(-1)!; // a member is inside an object
      if (names.has(String(name))) return String(name);
      names.add(String(name));
    }
  }
  return null;
}
