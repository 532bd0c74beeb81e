import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { AttemptGraded, SectionPublished } from '#libs/contracts';
import {
  buildAchievementCredential,
  generateIssuerKey,
  generateIssuerRsaKey,
  signCredential,
  signCredentialJwt,
  statusEntries,
} from '#libs/credentials';
import { InProcessBroker, Messaging, Outbox } from '#libs/messaging';
import { createLogger, openService } from '#libs/platform';
import { DataSource } from 'typeorm';

import { PublicationsService } from '../../apps/quiz/src/catalog/publications.service.js';
import { quiz, QuizConfig } from '../../apps/quiz/src/quiz.app.js';

export interface IssuingMeasured {
  readonly credentials: number;
  readonly perSecond: number;
  /** For each second of a processor that this process used; PostgreSQL has processors of its own. */
  readonly perProcessorSecond: number;
  /** Milliseconds of a processor for each credential, in this process. */
  readonly cpuMs: number;
  /** Of these, the Data Integrity proof: canonical RDF, hashes, Ed25519. */
  readonly documentMs: number;
  /** Of these, the JWT: RSA with 3072 bits, in a thread of its own. */
  readonly jwtMs: number;
  /** Of these, all else: relay, inbox, statements, rows. */
  readonly restMs: number;
}

const publicUrl = 'http://localhost:3000';
const groups = ['quiz.achievements'];
const warmUp = 50;

/**
 * Badges for `count` learners who passed at once: relay, in-process broker, inbox, rules, both signatures, rows and announcements,
 * as they run in `quiz`. From the first event carried to the last credential stored.
 */
export async function measureIssuing(databaseUrl: string, count: number): Promise<IssuingMeasured> {
  const logger = createLogger('quiz', 'error');
  const broker = new InProcessBroker(groups, logger);
  const config: QuizConfig = { publicUrl, secret: 'x'.repeat(43), issuerName: 'Benchmark', sweepIntervalMs: null };
  const service = await openService(
    { ...quiz, groups },
    {
      databaseUrl,
      databasePoolMax: 8,
      publicUrl,
      trustedProxies: [],
      logger,
      fetchKeys: async () => [],
      processMetrics: false,
      migrateAtStart: true,
      providers: [{ provide: QuizConfig, useValue: config }],
      connectEvents: (dataSource) => new Messaging({ service: 'quiz', dataSource, broker, groups, log: logger }),
    },
  );
  try {
    const dataSource = service.app.get(DataSource);
    const section = await publishCourse(dataSource, service.app.get(PublicationsService, { strict: false }));
    const outbox = service.app.get(Outbox);
    await issue({ dataSource, outbox, section, count: warmUp });
    const usage = process.cpuUsage();
    const seconds = await issue({ dataSource, outbox, section, count });
    const { user, system } = process.cpuUsage(usage);
    const cpuMs = (user + system) / 1_000 / count;
    const { documentMs, jwtMs } = await signatures(200);
    return {
      credentials: count,
      perSecond: Math.round(count / seconds),
      perProcessorSecond: Math.round(1_000 / cpuMs),
      cpuMs: rounded(cpuMs),
      documentMs: rounded(documentMs),
      jwtMs: rounded(jwtMs),
      restMs: rounded(cpuMs - documentMs - jwtMs),
    };
  } finally {
    await service.close();
  }
}

interface Issuing {
  readonly dataSource: DataSource;
  readonly outbox: Outbox;
  readonly section: { readonly courseId: string; readonly sectionId: string };
  readonly count: number;
}

/** Seconds from the commit of the grades until the last badge is there. */
async function issue({ dataSource, outbox, section, count }: Issuing): Promise<number> {
  const learnerIds = Array.from({ length: count }, () => randomUUID());
  await dataSource.query(
    `INSERT INTO person (user_id, version, email, display_name, roles, status, tokens_valid_from, changed_at)
     SELECT id, 1, id || '@bench.example', 'A learner', '{learner}', 'active', now(), now() FROM unnest($1::uuid[]) AS id`,
    [learnerIds],
  );
  await dataSource.query(
    `INSERT INTO progress (learner_id, section_id, course_id, percent, score, score_max, passed_at, attempts_used, last_activity_at)
     SELECT id, $2, $3, 90, 9, 10, now(), 1, now() FROM unnest($1::uuid[]) AS id`,
    [learnerIds, section.sectionId, section.courseId],
  );
  const [{ before }] = await dataSource.query('SELECT count(*)::int AS before FROM credential');
  await dataSource.transaction(async (manager) => {
    for (const learnerId of learnerIds)
      await outbox.add(manager, AttemptGraded, {
        ...{ ...section, learnerId, attemptId: randomUUID(), version: 2, publication: 1, number: 1 },
        ...{ score: '9', scoreMax: '10', hasPassed: true, endedBy: 'submitted', gradedAt: '2030-01-01T00:00:00.000Z' },
      });
  });
  const begun = performance.now();
  for (;;) {
    const [{ found }] = await dataSource.query('SELECT count(*)::int AS found FROM credential');
    if (found - before >= count) return (performance.now() - begun) / 1_000;
    await delay(50);
  }
}

/** Two required sections, of which one is passed: a badge each, and no certificate. */
async function publishCourse(dataSource: DataSource, publications: PublicationsService) {
  const courseId = randomUUID();
  const sectionIds = [randomUUID(), randomUUID()];
  await dataSource.transaction(async (manager) => {
    for (const [position, sectionId] of sectionIds.entries()) {
      const question = { id: randomUUID(), version: 1, type: 'true_false', stem: 'Is it so?', key: true };
      const about = { courseId, publication: 1, sectionId, position, title: `Section ${position}`, isRequired: true };
      const section = SectionPublished.schema.parse({ ...about, questions: [question], policy: {} });
      await publications.keepSection(manager, section);
    }
    await publications.goLive(manager, {
      ...{ courseId, publication: 1, slug: 'bench', title: 'Bench', summary: '', language: 'en', sectionIds },
      publishedAt: '2030-01-01T00:00:00.000Z',
    });
  });
  return { courseId, sectionId: sectionIds[0]! }; // two were made
}

/** Milliseconds of a processor for each signature, alone. */
async function signatures(count: number): Promise<{ documentMs: number; jwtMs: number }> {
  const issuer = { id: `${publicUrl}/api/quiz/v1/issuer`, name: 'Benchmark', url: publicUrl };
  const [key, rsa] = [await generateIssuerKey(issuer.id), await generateIssuerRsaKey(issuer.id)];
  const credential = () => {
    const id = `${publicUrl}/api/quiz/v1/credentials/${randomUUID()}`;
    return buildAchievementCredential({
      ...{ id, issuer, validFrom: new Date(), awardedDate: new Date() },
      recipient: { id: `${id}#recipient`, email: 'a@bench.example', salt: 'c2FsdHNhbHRzYWx0c2Fs' },
      achievement: {
        ...{ id: `${publicUrl}/courses/1/sections/1`, kind: 'Badge', name: 'Section 1' },
        ...{ description: 'Passed the section.', criteria: 'Reach at least 80 %.', imageUrl: `${id}?format=svg` },
      },
      result: { percent: '90', percentRequired: '80' },
      evidence: { url: `${publicUrl}/c/1#attempt-1`, name: 'Graded quiz', description: 'Attempt 1.' },
      status: statusEntries({ listUrl: (purpose) => `${publicUrl}/status-lists/1/${purpose}`, index: 4_711 }),
    });
  };
  const cost = async (sign: () => Promise<unknown>) => {
    for (let warm = 0; warm < 20; warm += 1) await sign();
    const usage = process.cpuUsage();
    for (let round = 0; round < count; round += 1) await sign();
    const { user, system } = process.cpuUsage(usage);
    return (user + system) / 1_000 / count;
  };
  return {
    documentMs: await cost(() => signCredential(credential(), key, new Date())),
    jwtMs: await cost(() => signCredentialJwt(credential(), rsa)),
  };
}

function rounded(milliseconds: number): number {
  return Number(milliseconds.toFixed(2));
}
