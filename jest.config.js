import { toolkitBundle } from './scripts/house/bundles.mjs';

/** One run for all four weights of test; suites that need Kafka or a browser say so themselves (libs/testing). */
export default {
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tests', '<rootDir>/scripts'],
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/apps/web/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': '@swc/jest',
    // Fastify's inject() requires this ESM-only package, which Jest cannot do before Node 24.9.
    'node_modules/cookie/.+\\.js$': [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!cookie/)'],
  moduleNameMapper: {
    '^es-toolkit/compat$': toolkitBundle,
    '^#libs/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.js',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.js',
  setupFiles: ['reflect-metadata'],
  reporters: ['default', '<rootDir>/scripts/house/reporter.mjs'],
  testSequencer: '<rootDir>/scripts/house/sequencer.mjs',
  // Many suites wait, for a broker or a browser; more than these would only make each other late.
  maxWorkers: 3,
  // ES modules of suites that have ended stay in the memory of their worker (nodejs/node#33439): a fresh one costs less.
  workerIdleMemoryLimit: '1GB',
  // A limit for what hangs, not for what is slow: starts of programs share the machine with other suites.
  testTimeout: 120_000,
};
