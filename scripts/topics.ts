/** `topics`: makes the platform's topics as libs/contracts promises them. A job before each deployment; safe to run again. */
import { createTopics } from '#libs/messaging';
import { createLogger, readSettings, serviceSettings } from '#libs/platform';
import { z } from 'zod';

const settings = readSettings(
  serviceSettings.pick({ KAFKA_BROKERS: true, LOG_LEVEL: true }).extend({
    /** Copies of each partition: 1 where there is one broker, 3 on a cluster. */
    KAFKA_REPLICATION_FACTOR: z.coerce.number().int().min(1).max(9).default(1),
  }),
);
const log = createLogger('topics', settings.LOG_LEVEL);
const report = await createTopics({
  brokers: settings.KAFKA_BROKERS,
  clientId: 'topics',
  log,
  replicationFactor: settings.KAFKA_REPLICATION_FACTOR,
});
log.info(report, 'topics are as promised');
if (report.differing.length > 0) {
  log.error({ topics: report.differing }, 'topics have another number of partitions than promised');
  process.exitCode = 1;
}
