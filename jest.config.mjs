import { availableParallelism } from 'node:os';

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
  // One more than there are cores: a quarter of the time browsers and LibreOffice are waited for.
  maxWorkers: availableParallelism() + 1,
  testTimeout: 60000,
  reporters: ['default', '<rootDir>/scripts/plain-reporter.cjs'],
};
