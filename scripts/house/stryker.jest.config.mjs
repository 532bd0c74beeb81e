import config from '../../jest.config.js';

/** The specs of pure libraries alone: no database, no broker, nothing to set up. */
export default {
  ...config,
  roots: ['<rootDir>/libs/assessment'],
  moduleNameMapper: {
    // Of the harness only its builders are needed, and every mutant would load the rest anew.
    '^#libs/testing$': '<rootDir>/libs/testing/src/questions.ts',
    ...config.moduleNameMapper,
  },
  globalSetup: undefined,
  globalTeardown: undefined,
  reporters: [],
};
