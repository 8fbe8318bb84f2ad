/** Every test runs the TypeScript source, as ES modules, with one embedded database for all (see tests/support). */
export default {
  testEnvironment: 'node',
  globalSetup: './tests/support/globalSetup.js',
  globalTeardown: './tests/support/globalTeardown.js',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  testMatch: ['**/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/.data/'],
  modulePathIgnorePatterns: ['/.data/'],
  testTimeout: 30_000,
  // Much of a test's time is waiting for other processes.
  maxWorkers: '100%',
};
