import { KafkaBroker, Messaging } from '#libs/messaging';
import { readSettings, runService, serviceSettings } from '#libs/platform';

import { content } from './content.app.js';

await runService(content, {
  readSettings: () => readSettings(serviceSettings),
  providers: () => [],
  connectEvents: ({ KAFKA_BROKERS }, dataSource, log) =>
    new Messaging({
      service: 'content',
      dataSource,
      broker: new KafkaBroker({ brokers: KAFKA_BROKERS, clientId: 'content', log }),
      groups: content.groups,
      log,
    }),
});
