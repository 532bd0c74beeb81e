export { freePort, isPortFree } from './free-port.js';
export { LocalServerError, type LocalServerErrorCode } from './local-server-error.js';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './postgres.js';
