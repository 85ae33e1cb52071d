import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rules', include: ['tests/shared/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'data-host', include: ['tests/data-host/**/*.test.ts', 'tests/migrations/**/*.test.ts'], environment: 'node', testTimeout: 120_000, hookTimeout: 60_000 } },
    ],
  },
});
