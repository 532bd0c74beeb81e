import type { CredentialFacts } from './verify-facts.js';

/** Alphabets with letters that look like those of another. */
const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Cherokee}/u];

/**
 * What imitations of an issuer have in common. A signature tells who holds a key, and not that the name beside it is theirs: whoever
 * makes a key may call himself what he likes.
 */
export function oddities({ id, name }: CredentialFacts['issuer']): string[] {
  const words = (name ?? '').split(/[^\p{L}\p{M}]+/u);
  const isMixed = words.some((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1);
  const host = URL.canParse(id) ? new URL(id).host : '';
  const isForeign = /[^\u0000-\u007f]/.test(id) && host.includes('xn--');
  return [
    ...(isMixed
      ? [`A word in the name of the issuer mixes alphabets, as imitations do. Go by the address: ${id}`]
      : []),
    ...(isForeign ? [`The address of the issuer holds letters that may look like others: it is ${host}.`] : []),
  ];
}
