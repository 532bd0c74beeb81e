import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unbakePng, unbakeSvg } from '#libs/credentials';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { deliverGrades, introduce, publish, takeQuiz } from '../../test-events.js';
import { type Actor, learner, openQuiz, type Problem, publicUrl, type QuizUnderTest } from '../../test-support.js';
import { AddCredentialShowing1764000003400 } from '../migrations/1764000003400-add-credential-showing.js';
import type { CredentialViewResponse, VerificationResponse } from './credentials.dto.js';

let quiz: QuizUnderTest;
let address: string;

beforeAll(async () => {
  quiz = await openQuiz();
  address = quiz.service.fastify.listeningOrigin;
});
afterAll(() => quiz?.close());

const hostile = '"><script>alert(1)</script>';

async function earn(displayName = 'Ada Lovelace', title = 'Basics') {
  const { sections } = await publish(quiz, [{ title }, { title: 'HTTP' }]);
  const who = learner();
  await introduce(quiz, who, { displayName });
  const attempt = await takeQuiz(quiz, who, sections[0]!.sectionId);
  await deliverGrades(quiz, who.id);
  const { body } = await quiz.call<{ items: CredentialViewResponse[] }>(who, 'GET /me/credentials');
  return { who, badge: body.items[0]!, attemptId: attempt.id };
}

async function fetched(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${address}/api/quiz/v1/${path}`, { headers });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: Buffer.from(bytes).toString('utf8') };
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const content = await (await document.getPage(1)).getTextContent();
  return content.items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
}

const showing = (who: Actor, id: string, showsName: boolean) =>
  quiz.call<CredentialViewResponse>(who, `PATCH /me/credentials/${id}`, { showsName });

describe('a credential', () => {
  it.each([
    ['application/jwt', 'text/plain; charset=utf-8'],
    ['image/png', 'image/png'],
    ['image/svg+xml', 'image/svg+xml; charset=utf-8'],
    ['application/pdf', 'application/pdf'],
  ])('asked as %s is answered as %s', async (accept, contentType) => {
    const { badge } = await earn();
    const { status, headers } = await fetched(`credentials/${badge.id}`, { accept });
    expect([status, headers.get('content-type')]).toEqual([200, contentType]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is baked, signed, into both pictures', async () => {
    const { badge } = await earn();
    const { text: document } = await fetched(`credentials/${badge.id}?format=json-ld`);
    const png = await fetched(`credentials/${badge.id}?format=png`);
    const svg = await fetched(`credentials/${badge.id}?format=svg`);
    expect(JSON.parse(unbakePng(png.bytes) ?? '')).toEqual(JSON.parse(document));
    expect(JSON.parse(unbakeSvg(svg.text) ?? '')).toEqual(JSON.parse(document));
  });

  it('is a compact JWT, of the same credential', async () => {
    const { badge } = await earn();
    const { text, headers } = await fetched(`credentials/${badge.id}?format=jwt`);
    const claims: unknown = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'));
    expect(claims).toMatchObject({ jti: `${publicUrl}/api/quiz/v1/credentials/${badge.id}` });
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="basics.jwt"/);
  });

  it('without a JWT says so', async () => {
    const { badge } = await earn();
    await quiz.dataSource.query('UPDATE credential SET jwt = NULL WHERE id = $1', [badge.id]);
    const { status, text } = await fetched(`credentials/${badge.id}?format=jwt`);
    expect([status, JSON.parse(text)]).toMatchObject([404, { code: 'representation_missing' }]);
  });

  it('is not sent again to whoever has it', async () => {
    const { badge } = await earn();
    for (const path of [`credentials/${badge.id}?format=pdf`, `credentials/${badge.id}/social.png`]) {
      const etag = (await fetched(path)).headers.get('etag') ?? '';
      const again = await fetched(path, { 'if-none-match': etag });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
  });

  it('is stored under a name in which a hostile title can do nothing', async () => {
    const { badge } = await earn('Ada', '../../x"\r\nSet-Cookie: a=b');
    const { headers } = await fetched(`credentials/${badge.id}?format=png`);
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="x-set-cookie-a-b.png"; filename*=UTF-8''x-Set-Cookie-a-b.png`,
    );
    expect(headers.get('set-cookie')).toBeNull();
  });

  it.each(['format=gif', 'size=a3', 'format=pdf&size=A4'])('is refused as %s', async (query) => {
    const { badge } = await earn();
    expect((await fetched(`credentials/${badge.id}?${query}`)).status).toBe(400);
  });

  it.each(['', '?format=png', '?format=pdf', '?format=jwt', '/social.png', '/verification'])(
    'that nobody has is missing alike at %s',
    async (path) => {
      const { status, text } = await fetched(`credentials/${randomUUID()}${path}`);
      expect([status, JSON.parse(text)]).toMatchObject([404, { code: 'not_found' }]);
    },
  );

  it('has a picture for links of 1200 by 630', async () => {
    const { badge } = await earn();
    const { bytes, headers } = await fetched(`credentials/${badge.id}/social.png`);
    const header = Buffer.from(bytes.subarray(16, 24));
    expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([1200, 630]);
    expect(headers.get('content-type')).toBe('image/png');
  });

  it('can be put on a LinkedIn profile with every field', async () => {
    const { badge } = await earn();
    const { searchParams } = new URL(badge.sharing.linkedIn);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      name: expect.stringContaining('Basics'),
      organizationName: 'Waymark',
      certId: badge.id,
      certUrl: `${publicUrl}/c/${badge.id}`,
    });
  });
});

describe('the name of the holder', () => {
  it('is shown nowhere until the holder says so, and nowhere again when they change their mind', async () => {
    const { badge, who } = await earn(hostile);
    const seen = async () => {
      const json = await fetched(`credentials/${badge.id}`);
      const pdf = await textOf((await fetched(`credentials/${badge.id}?format=pdf`)).bytes);
      const social = await fetched(`credentials/${badge.id}/social.png`);
      const named: unknown = JSON.parse(json.text).learnerName;
      return { named, onPaper: pdf.includes(hostile), social: social.headers.get('etag') };
    };
    const hidden = await seen();
    expect(hidden).toMatchObject({ named: null, onPaper: false });
    expect(badge).toMatchObject({ learnerName: hostile, showsName: false });
    expect((await showing(who, badge.id, true)).body).toMatchObject({ showsName: true });
    const shown = await seen();
    expect(shown).toMatchObject({ named: hostile, onPaper: true });
    expect(shown.social).not.toBe(hidden.social);
    await showing(who, badge.id, false);
    expect(await seen()).toEqual(hidden);
  });

  it('is shown by its holder alone', async () => {
    const { badge } = await earn();
    const { status } = await showing(learner(), badge.id, true);
    expect(status).toBe(404);
    expect((await quiz.call<Problem>(null, `PATCH /me/credentials/${badge.id}`, { showsName: true })).status).toBe(401);
  });

  it('stays shown on credentials from before holders could choose', async () => {
    const { badge } = await earn();
    const runner = quiz.dataSource.createQueryRunner();
    const migration = new AddCredentialShowing1764000003400();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    expect(JSON.parse((await fetched(`credentials/${badge.id}`)).text)).toMatchObject({ learnerName: 'Ada Lovelace' });
    const later = await earn();
    expect(later.badge.showsName).toBe(false);
  });
});

describe('a credential that does not hold', () => {
  it('is served in every form, says so on paper, and verifies as revoked', async () => {
    const { badge, attemptId, who } = await earn();
    const before = await fetched(`credentials/${badge.id}/social.png`);
    await quiz.call({ id: randomUUID(), roles: ['admin'] }, `POST /attempts/${attemptId}:void`, { reason: 'Copied.' });
    await deliverGrades(quiz, who.id);
    for (const format of ['json', 'json-ld', 'jwt', 'svg', 'png', 'pdf']) {
      expect((await fetched(`credentials/${badge.id}?format=${format}`)).status).toBe(200);
    }
    const paper = await textOf((await fetched(`credentials/${badge.id}?format=pdf&size=letter`)).bytes);
    expect(paper).toMatch(/Revoked on \d+ \w+ \d{4}\. The attempt that earned it was voided\./);
    const after = await fetched(`credentials/${badge.id}/social.png`);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const { body } = await quiz.call<VerificationResponse>(null, `GET /credentials/${badge.id}/verification`);
    expect(body.checks.find(({ name }) => name === 'status')).toMatchObject({ outcome: 'fail' });
  });

  it('of an erased holder has no document and no name, and says so', async () => {
    const { badge, who } = await earn();
    await showing(who, badge.id, true);
    await quiz.dataSource.query(
      `UPDATE credential SET document = '{}', jwt = NULL, learner_name = '', status = 'revoked' WHERE id = $1`,
      [badge.id],
    );
    const page = await fetched(`credentials/${badge.id}`);
    expect(JSON.parse(page.text)).toMatchObject({ learnerName: null, document: null, hasJwt: false });
    expect((await fetched(`credentials/${badge.id}?format=json-ld`)).status).toBe(404);
    for (const format of ['svg', 'png', 'pdf']) {
      expect((await fetched(`credentials/${badge.id}?format=${format}`)).status).toBe(200);
    }
  });
});

describe('the page of a credential', () => {
  const contentOf = (html: string, name: string) =>
    new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];

  async function pageOf(id: string) {
    const response = await fetch(`${address}/c/${id}`);
    return { status: response.status, headers: response.headers, html: await response.text() };
  }

  it('tells other sites what to show beside its link, and search engines to leave it', async () => {
    const { badge } = await earn();
    const { status, headers, html } = await pageOf(badge.id);
    expect(status).toBe(200);
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(contentOf(html, 'robots')).toBe('noindex');
    expect(contentOf(html, 'og:title')).toBe('Basics');
    expect(contentOf(html, 'og:image')).toBe(`${publicUrl}/api/quiz/v1/credentials/${badge.id}/social.png`);
    expect(contentOf(html, 'og:description')).toMatch(/^Section badge of the course .* issued by Waymark on /);
    expect(contentOf(html, 'twitter:card')).toBe('summary_large_image');
  });

  it('names the holder only where they show it, as text', async () => {
    const { badge, who } = await earn(hostile);
    expect((await pageOf(badge.id)).html).not.toContain('alert(1)');
    await showing(who, badge.id, true);
    const { html } = await pageOf(badge.id);
    expect(contentOf(html, 'og:title')).toBe('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;: Basics');
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it.each([randomUUID(), 'nonsense', '%22%3E%3Cscript%3E'])('of %s is the bare application', async (id) => {
    const { status, html } = await pageOf(id);
    expect([status, contentOf(html, 'og:title')]).toEqual([404, undefined]);
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});
