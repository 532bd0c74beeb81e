export { discardServerFolder } from './discard.js';
export { freePort, isPortFree } from './free-port.js';
export { LocalServerError, type LocalServerErrorCode } from './local-server-error.js';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './postgres.js';
export { kafkaAvailability, type Availability } from './kafka-jars.js';
export { startKafka, type KafkaOptions, type LocalKafka } from './kafka.js';
export { isAlive } from './processes.js';
export { runningPostgresPort } from './running-postgres.js';
