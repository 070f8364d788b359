const transform = {
  '^.+\\.[tj]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform,
  // Jest leaves a core idle unless it is told: half of a machine of two.
  maxWorkers: '100%',
  testTimeout: 60000,
  reporters: ['default', '<rootDir>/scripts/plain-reporter.cjs'],
};
