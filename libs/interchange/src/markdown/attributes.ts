/** What stands in braces at the end of a heading: `{#key .tag name=value}`. */
export interface Attributes {
  readonly key: string | null;
  readonly tags: readonly string[];
  readonly values: readonly { readonly name: string; readonly value: string }[];
}

const none: Attributes = { key: null, tags: [], values: [] };
const quoted = '"(?:[^"\\\\]|\\\\.)*"';
const one = `#[\\p{L}\\p{N}_.:-]+|\\.[\\p{L}\\p{N}_:+-][\\p{L}\\p{N}_.:+-]*|[A-Za-z][A-Za-z-]*=(?:${quoted}|[^\\s"{}]+)`;
const onlyAttributes = new RegExp(`^:?\\s*(?:(?:${one})(?:\\s+|$))+$`, 'u');
const each = new RegExp(one, 'gu');

/** Separates a text from the attributes at its end. Braces that hold anything else are part of the text. */
export function splitAttributes(text: string): { readonly text: string; readonly attributes: Attributes } {
  const trimmed = text.trimEnd();
  const start = startOfBraces(trimmed);
  const inside = trimmed.slice(start + 1, -1).trim();
  if (start === -1 || !onlyAttributes.test(inside)) return { text, attributes: none };
  return { text: trimmed.slice(0, start).trimEnd(), attributes: readAttributes(inside) };
}

/** Where the braces that end the text begin; a brace inside a quoted value is not one. */
function startOfBraces(text: string): number {
  if (!text.endsWith('}')) return -1;
  let isQuoted = false;
  for (let index = text.length - 2; index >= 0; index--) {
    const character = text[index];
    if (character === '"' && text[index - 1] !== '\\') isQuoted = !isQuoted;
    else if (!isQuoted && character === '}') return -1;
    else if (!isQuoted && character === '{') return index;
  }
  return -1;
}

function readAttributes(inside: string): Attributes {
  const tokens = inside.match(each) ?? [];
  const values = tokens
    .filter((token) => /^[^#.]/.test(token))
    .map((token) => {
      const equals = token.indexOf('=');
      return { name: token.slice(0, equals).toLowerCase(), value: unquoted(token.slice(equals + 1)) };
    });
  return {
    key: tokens.find((token) => token.startsWith('#'))?.slice(1) ?? null,
    tags: tokens.filter((token) => token.startsWith('.')).map((token) => token.slice(1)),
    values,
  };
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}

/** A value as it stands after `name=`: in quotes where it needs them. */
export function quotedValue(value: string): string {
  return /^[^\s"{}]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
