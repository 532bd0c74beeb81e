/** How the one process that starts the servers of a test run tells the workers about them. */
export const variables = {
  databaseUrl: 'WAYMARK_TEST_DATABASE_URL',
  kafka: 'WAYMARK_TEST_KAFKA',
  kafkaMissing: 'WAYMARK_TEST_KAFKA_MISSING',
  chromium: 'WAYMARK_TEST_CHROMIUM',
} as const;

/** In CI a suite that cannot run is a failure: a green build must mean that everything ran. */
export function isContinuousIntegration(): boolean {
  return process.env['CI'] === 'true';
}
