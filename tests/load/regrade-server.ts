import { InProcessBroker, Messaging } from '#libs/messaging';
import { createLogger, openService } from '#libs/platform';

import { quiz, QuizConfig } from '../../apps/quiz/src/quiz.app.js';
import { RegradesService } from '../../apps/quiz/src/regrades/regrades.service.js';

/**
 * `quiz` in a process of its own that works off regrades and can be killed. Started with the database URL; it says `started`,
 * does what it is told, and tells the most memory that it ever had when asked. The relay does not run: events stay to be counted.
 */
const [, , databaseUrl = ''] = process.argv;
const publicUrl = 'http://localhost:3000';
const logger = createLogger('quiz', 'error');
const broker = new InProcessBroker(quiz.groups, logger);

const service = await openService(quiz, {
  databaseUrl,
  databasePoolMax: 6,
  publicUrl,
  trustedProxies: [],
  logger,
  fetchKeys: async () => [],
  processMetrics: false,
  migrateAtStart: true,
  providers: [
    {
      provide: QuizConfig,
      useValue: { publicUrl, secret: 'x'.repeat(43), issuerName: 'Load', sweepIntervalMs: 20 } satisfies QuizConfig,
    },
  ],
  connectEvents: (dataSource) =>
    Object.assign(new Messaging({ service: 'quiz', dataSource, broker, groups: quiz.groups, log: logger }), {
      start: () => undefined,
    }),
});
await service.app.init();
const regrades = service.app.get(RegradesService, { strict: false });

interface Order {
  readonly verb: 'make' | 'apply' | 'read' | 'memory';
  readonly by: string;
  readonly sectionId: string;
  readonly questionId: string;
  readonly regradeId: string;
}

async function obey({ verb, by, sectionId, questionId, regradeId }: Order): Promise<unknown> {
  const owner = { id: by, roles: ['author' as const], expiresAt: new Date(Date.now() + 600_000) };
  const request = { questionId, toVersion: 2, policy: 'recompute' as const, credentials: 'suspend' as const };
  switch (verb) {
    case 'make':
      return regrades.make(owner, sectionId, { request: { ...request, reason: 'The key was wrong.' }, key: null });
    case 'apply':
      return regrades.apply(owner, regradeId);
    case 'read':
      return regrades.read(owner, regradeId);
    case 'memory':
      return { maxRssKb: process.resourceUsage().maxRSS };
    default:
      throw new TypeError(`Unknown order: ${String(verb satisfies never)}`);
  }
}

process.on('message', (order: Order) => void obey(order).then((answer) => process.send?.(answer)));
process.on('disconnect', () => process.exit(0));
process.send?.('started');
