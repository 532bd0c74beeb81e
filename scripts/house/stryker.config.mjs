// Mutation tests of the rules: `npm run mutate`. Slow (tens of minutes), so it is no part of `npm test`.
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: { configFile: 'scripts/house/stryker.jest.config.mjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  mutate: ['libs/assessment/src/**/*.ts', '!libs/assessment/src/**/*.spec.ts', '!libs/assessment/src/index.ts'],
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'dist/mutation.json' },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 85, break: 85 },
  disableTypeChecks: false,
  ignorePatterns: ['dist', 'courses', 'docs', 'k8s', 'deploy', '.data', 'apps/web'],
};
