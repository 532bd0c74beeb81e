import { KafkaBroker, Messaging } from '#libs/messaging';
import { OutboundClient, runService } from '#libs/platform';

import { quiz, QuizConfig, readQuizSettings } from './quiz.app.js';

await runService(quiz, {
  readSettings: readQuizSettings,
  providers: ({ PUBLIC_URL, QUIZ_SECRET, ISSUER_NAME, VERIFY_BY_URL }) => [
    {
      provide: QuizConfig,
      useValue: {
        publicUrl: PUBLIC_URL,
        secret: QUIZ_SECRET,
        issuerName: ISSUER_NAME,
        ...(VERIFY_BY_URL ? { outbound: new OutboundClient() } : {}),
        sweepIntervalMs: 1_000,
      } satisfies QuizConfig,
    },
  ],
  connectEvents: ({ KAFKA_BROKERS }, dataSource, log) =>
    new Messaging({
      service: 'quiz',
      dataSource,
      broker: new KafkaBroker({ brokers: KAFKA_BROKERS, clientId: 'quiz', log }),
      groups: quiz.groups,
      log,
    }),
});
