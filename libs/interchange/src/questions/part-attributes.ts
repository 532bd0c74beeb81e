import { type Attributes, quotedValue, splitAttributes } from '../markdown/attributes.js';

/** What may stand in braces behind an option, a prompt, an item or an answer. */
export interface PartAttributes {
  readonly id?: string;
  readonly share?: string;
  readonly isCaseSensitive?: boolean;
}
type Name = 'id' | 'share' | 'case';

const fraction = /^-?\d+(?:\.\d+)?(?:\/\d+)?$/;

/** Separates a text from its attributes. Braces that hold anything but the given ones are part of the text. */
export function splitPart(
  text: string,
  allowed: readonly Name[],
): { readonly text: string; readonly about: PartAttributes } {
  const { text: before, attributes } = splitAttributes(text);
  const about = aboutOf(attributes, allowed);
  return about ? { text: before, about } : { text, about: {} };
}

function aboutOf({ key, tags, values }: Attributes, allowed: readonly Name[]): PartAttributes | null {
  const named = new Map(values.map(({ name, value }) => [name, value]));
  if (key !== null) named.set('id', key);
  const id = named.get('id');
  const share = named.get('share');
  const letters = named.get('case');
  const isSound =
    named.size > 0 &&
    tags.length === 0 &&
    named.size === values.length + (key === null ? 0 : 1) &&
    [...named.keys()].every((name) => allowed.some((known) => known === name)) &&
    (share === undefined || fraction.test(share)) &&
    (letters === undefined || letters === 'sensitive' || letters === 'insensitive');
  if (!isSound) return null;
  return {
    ...(id !== undefined && { id }),
    ...(share !== undefined && { share }),
    ...(letters !== undefined && { isCaseSensitive: letters === 'sensitive' }),
  };
}

/** The braces that {@link splitPart} reads as the same; empty for nothing. */
export function partBraces({ id, share, isCaseSensitive }: PartAttributes): string {
  const inside = [
    ...(id === undefined ? [] : [/^[\p{L}\p{N}_.:-]+$/u.test(id) ? `#${id}` : `id=${quotedValue(id)}`]),
    ...(share === undefined ? [] : [`share=${share}`]),
    ...(isCaseSensitive === undefined ? [] : [`case=${isCaseSensitive ? 'sensitive' : 'insensitive'}`]),
  ];
  return inside.length === 0 ? '' : `{${inside.join(' ')}}`;
}
