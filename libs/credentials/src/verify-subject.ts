import { identityHash } from './achievement.js';
import { readAnySubject, type Reading } from './foreign/reading.js';
import { type Read, readSubject, type Subject } from './shape.js';
import { credentialFacts } from './verify-facts.js';

/** Whom a credential is about, in words for the check `subject`. */
export interface SubjectFinding {
  readonly words: string;
  readonly warnings: readonly string[];
}

/** Reads who earned what, and whether it is the holder of an address, if there is one to compare. */
export function lookAtSubject(reading: Reading, recipientEmail?: string): Read<SubjectFinding> {
  const read = readAnySubject(reading);
  if ('fault' in read) return read;
  const { missing } = read.value;
  const strict = readSubject(reading.credential);
  if (recipientEmail !== undefined && !('value' in strict && isAbout(strict.value, recipientEmail))) {
    const isWeak =
      'value' in strict && strict.value.identifier?.some(({ identityHash: known }) => known.startsWith('md5$'));
    return {
      fault: isWeak ? 'Its holder is hashed with MD5, which is not compared.' : 'It was issued to another address.',
    };
  }
  const { name } = credentialFacts(reading).achievement;
  const who = missing === null ? 'who earned' : 'about the achievement';
  return {
    value: {
      words: `It says ${who} “${name}” and for what.`,
      warnings: missing === null ? [] : [`Open Badges 3.0 would ask for more about the subject. ${missing}`],
    },
  };
}

/** An address is hashed as it was written; where it stands in clear, capitals do not matter. */
function isAbout({ id, identifier = [] }: Subject, email: string): boolean {
  const isEmail = (text: string) => text.toLowerCase() === email.toLowerCase();
  if (id !== undefined && /^mailto:/i.test(id) && isEmail(id.slice('mailto:'.length))) return true;
  return identifier.some(({ hashed, identityHash: known, identityType, salt = '' }) => {
    return hashed ? known === identityHash(email, salt) : identityType === 'emailAddress' && isEmail(known);
  });
}
