import { describe, expect, it } from '@jest/globals';
import { ConfigurationInvalid, readSettings } from '#libs/platform';

import { authSettings, mailConfigOf } from './config.js';

const given = {
  AUTH_SECRET: 'a secret of at least forty-three characters for tests',
  DATABASE_URL: 'postgres://auth@localhost/auth',
  KAFKA_BROKERS: 'localhost:9092',
};
const read = (settings: Record<string, string>, isProduction = true) =>
  mailConfigOf(readSettings(authSettings, { ...given, ...settings }), {
    publicUrl: 'https://waymark.example',
    isProduction,
  });

describe('the settings of mail', () => {
  it('may be left out: messages are then kept', () => {
    expect(read({})).toEqual({ server: null, from: { name: 'Waymark', address: 'no-reply@waymark.example' } });
  });

  it('name a server, its user and the sender', () => {
    expect(
      read({
        SMTP_URL: 'smtp://post%40school:s%3Acret@mail.school.example',
        MAIL_FROM: 'The School <post@school.example>',
      }),
    ).toEqual({
      server: {
        host: 'mail.school.example',
        port: 587,
        isTls: false,
        requiresTls: true,
        user: { name: 'post@school', password: 's:cret' },
        ca: null,
      },
      from: { name: 'The School', address: 'post@school.example' },
    });
    expect(read({ SMTP_URL: 'smtps://mail.school.example', MAIL_FROM: 'post@school.example' })).toMatchObject({
      server: { port: 465, isTls: true, user: null },
      from: { name: 'Waymark', address: 'post@school.example' },
    });
  });

  it('ask for TLS in production, and wherever a password is sent', () => {
    const MAIL_FROM = 'post@school.example';
    expect(read({ SMTP_URL: 'smtp://localhost:2525', MAIL_FROM }).server?.requiresTls).toBe(true);
    expect(read({ SMTP_URL: 'smtp://localhost:2525', MAIL_FROM }, false).server?.requiresTls).toBe(false);
    expect(read({ SMTP_URL: 'smtp://a:b@localhost:2525', MAIL_FROM }, false).server?.requiresTls).toBe(true);
  });

  it.each([
    ['a server without a sender', { SMTP_URL: 'smtp://localhost' }, /MAIL_FROM: is needed/],
    [
      'options in the address',
      { SMTP_URL: 'smtp://localhost?tls.rejectUnauthorized=false', MAIL_FROM: 'a@b.example' },
      /SMTP_URL: takes no options/,
    ],
    ['another protocol', { SMTP_URL: 'http://localhost', MAIL_FROM: 'a@b.example' }, /SMTP_URL/],
    ['a sender of two lines', { MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, /MAIL_FROM/],
    ['a sender without an address', { MAIL_FROM: 'The School' }, /MAIL_FROM: must be an address|MAIL_FROM.address/],
  ])('are refused with %s', (_what, settings, complaint) => {
    expect(() => read(settings)).toThrow(ConfigurationInvalid);
    expect(() => read(settings)).toThrow(complaint);
  });
});
