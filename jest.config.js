/** Every test runs the TypeScript source, as ES modules in Node itself, with one embedded database for all (see tests/support). */
export default {
  testEnvironment: 'node',
  globalSetup: './tests/support/globalSetup.js',
  globalTeardown: './tests/support/globalTeardown.js',
  testRunner: './tests/support/runner/runner.js',
  // The runner loads TypeScript itself (ADR 0034).
  transform: {},
  testMatch: ['**/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/.data/'],
  modulePathIgnorePatterns: ['/.data/'],
  testTimeout: 30_000,
  // Much of a test's time is waiting for other processes.
  maxWorkers: '100%',
};
