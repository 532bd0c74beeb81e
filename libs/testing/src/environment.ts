/** How the one process that starts the servers of a test run tells the workers about them. */
export const variables = {
  databaseUrl: 'WAYMARK_TEST_DATABASE_URL',
  kafka: 'WAYMARK_TEST_KAFKA',
  kafkaMissing: 'WAYMARK_TEST_KAFKA_MISSING',
  chromium: 'WAYMARK_TEST_CHROMIUM',
  /** Of this run alone, removed when it ends. */
  folder: 'WAYMARK_TEST_FOLDER',
} as const;

/** In CI a suite that cannot run is a failure: a green build must mean that everything ran. */
export function isContinuousIntegration(): boolean {
  return process.env['CI'] === 'true';
}

/** @throws outside a run that jest's globalSetup (libs/testing) has begun. */
export function setByGlobalSetup(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new Error(`${variable} is not set: jest's globalSetup (libs/testing) does that.`);
}
