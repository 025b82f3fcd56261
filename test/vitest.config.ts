import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { alias: { '@': fileURLToPath(new URL('..', import.meta.url)) } },
};

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          setupFiles: ['test/support/seed.ts'],
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/screen/**', 'test/bench/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'screen',
          include: ['test/screen/**/*.test.ts'],
          globalSetup: ['test/support/site.ts'],
          // One browser at a time: two cores are shared with the engine under test.
          fileParallelism: false,
          // What comes to be so is waited for as long as a slow machine needs: the default is one second.
          expect: { poll: { timeout: 20_000 } },
          // Once more from the start: a machine shared with others loses a browser now and then. What is broken breaks twice,
          // and a test that passed at the second try is printed as such, to be looked into.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
