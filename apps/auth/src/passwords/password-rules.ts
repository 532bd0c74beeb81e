import { commonPasswords } from './common-passwords.js';

export const passwordLengthMin = 15;
export const passwordLengthMax = 256;

/**
 * Why a password cannot be used, or null. Length is the rule (NIST SP 800-63B-4: 15 characters when the password stands
 * alone); there is no composition rule. Refused besides: passwords that everybody guesses first.
 */
export function passwordProblem(
  password: string,
  { email, displayName }: { email: string; displayName: string },
): string | null {
  const length = [...password].length;
  if (length < passwordLengthMin)
    return `Use at least ${passwordLengthMin} characters; a sentence of a few words is easy to remember.`;
  if (length > passwordLengthMax) return `Use at most ${passwordLengthMax} characters.`;
  const folded = password.normalize('NFKC').toLowerCase();
  if (isRepetition(folded)) return 'It repeats a short pattern. Use a sentence of a few unrelated words.';
  if (commonPasswords.has(folded))
    return 'It is on lists of common passwords. Use a sentence of a few unrelated words.';
  const own = [email.toLowerCase(), email.toLowerCase().split('@')[0] ?? '', displayName.toLowerCase(), 'waymark'];
  const rest = own.filter((word) => word.length >= 4).reduce((left, word) => left.replaceAll(word, ''), folded);
  if ([...rest].length < 8)
    return 'It is made of your name, your address or the name of this product. Use other words.';
  return null;
}

/** True for `aaaaaaaaaaaaaaa`, `abcabcabcabcabc`, `passwordpassword`. */
function isRepetition(text: string): boolean {
  return text.length > 1 && (text + text).indexOf(text, 1) < text.length;
}
