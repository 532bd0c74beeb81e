import { describe, expect, it } from '@jest/globals';

import { letter, oneLine } from './letter.js';
import {
  expiringLetter,
  invitationLetter,
  passwordChangedLetter,
  resetLetter,
  statusLetter,
  verificationLetter,
} from './letters.js';

const hostile = '"><script>alert(1)</script>\r\nBcc: all@school.example\u202Egnp\u2028.exe\0';
const url = 'https://waymark.example/invitation/00ff?a=1&b="2"';
const endsAt = new Date('2027-03-12T14:05:00Z');

const letters = {
  invitation: invitationLetter({
    url,
    cohortName: hostile,
    courseTitle: hostile,
    invitedByName: hostile,
    endsAt,
    hasAccount: false,
  }),
  verification: verificationLetter({ to: hostile, url, endsAt }),
  reset: resetLetter({ to: hostile, url, endsAt }),
  changed: passwordChangedLetter({ to: hostile, url }),
  expiring: expiringLetter({
    to: hostile,
    title: hostile,
    courseTitle: hostile,
    isCertificate: false,
    expiresAt: endsAt,
    daysLeft: 7,
    url,
  }),
  status: statusLetter({ to: hostile, title: hostile, status: 'suspended', reason: hostile, url }),
};

describe.each(Object.entries(letters))('a message of %s', (_kind, written) => {
  it('has a subject of one line, whatever people call themselves', () => {
    expect(written.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect([...written.subject].length).toBeLessThanOrEqual(180);
  });

  it('has no markup but ours', () => {
    expect(written.html).not.toContain('<script');
    expect([...written.html.matchAll(/<(\w+)/g)].map(([, name]) => name)).toEqual(
      expect.not.arrayContaining(['script', 'img', 'style', 'iframe']),
    );
    expect(written.html).toContain('href="https://waymark.example/invitation/00ff?a=1&amp;b=&quot;2&quot;"');
  });

  it('keeps names inside their line of the plain text', () => {
    expect(written.text.split('\n').filter((line) => line.startsWith('Bcc:'))).toEqual([]);
    expect(written.text).toContain(`:\n${url}\n`);
  });
});

describe('messages', () => {
  it('greet who is known, and only them', () => {
    const parts = { subject: 's', paragraphs: ['p'], link: { label: 'l', url }, after: [] };
    expect(letter({ ...parts, to: 'Lea' }).text).toMatch(/^Hello Lea,\n\np\n/);
    expect(letter({ ...parts, to: null }).text).toMatch(/^Hello,\n\np\n/);
  });

  it('say until when a link works', () => {
    expect(letters.reset.text).toContain('until 12 March 2027 at 14:05 UTC');
  });

  it('tell invited people with an account to sign in, others to make one', () => {
    const invitation = { url, cohortName: 'Spring', courseTitle: 'Python', invitedByName: 'Ines', endsAt };
    expect(invitationLetter({ ...invitation, hasAccount: true }).text).toContain('sign in, and accept');
    expect(invitationLetter({ ...invitation, hasAccount: false }).text).toContain('make your account');
  });

  it.each<[number, boolean, string]>([
    [30, false, 'Your badge “SQL” of “Python” expires in 30 days'],
    [1, false, 'Your badge “SQL” of “Python” expires in one day'],
    [0, true, 'Your certificate for “Python” has expired'],
  ])('remind %i days before the end (certificate: %s)', (daysLeft, isCertificate, subject) => {
    const facts = { to: 'Lea', title: 'SQL', courseTitle: 'Python', isCertificate, expiresAt: endsAt, daysLeft, url };
    expect(expiringLetter(facts).subject).toBe(subject);
  });

  it('give the reason for what became of a badge', () => {
    expect(statusLetter({ to: 'Lea', status: 'revoked', reason: 'Copied answers', url }).text).toContain(
      'The reason that was given: Copied answers',
    );
  });

  it.each<[object, string]>([
    [{ title: 'SQL', status: 'revoked' }, 'Your badge “SQL” was revoked'],
    [{ title: 'Python', isCertificate: true, status: 'suspended' }, 'Your certificate “Python” was suspended'],
    [{ title: 'SQL', status: 'active' }, 'Your badge “SQL” is valid again'],
    [{ status: 'revoked' }, 'A badge of yours was revoked'],
  ])('call a badge by its name, as far as the news has it: %j', (news, words) => {
    const written = statusLetter({ to: 'Lea', status: 'active', reason: 'Why', url, ...news });
    expect(written.subject).toBe(words);
    expect(written.text).toContain(words.replace('is valid', 'had been suspended and is valid'));
  });

  it('leave letters of every script alone', () => {
    expect(oneLine('Zoë 李 علي Ñandú می\u200cخواهم')).toBe('Zoë 李 علي Ñandú می\u200cخواهم');
  });
});
