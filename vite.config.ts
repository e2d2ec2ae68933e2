import packageFile from './package.json' with { type: 'json' };
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './.tools/chromium.ts';
import { SlowestFirst } from './.tools/slowest-first.ts';

/** The policy of the pages; `.tools/headers.ts` repeats it as response headers with each page's script hashes. */
const contentSecurityPolicy = {
  'default-src': ['none'],
  'script-src': ['self', 'wasm-unsafe-eval'],
  'worker-src': ['self'],
  'connect-src': ['self'],
  'style-src': ['self'],
  // The one style attribute there is: Kit's own, on the element that announces a new page to screen readers.
  'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
  'img-src': ['self', 'data:', 'blob:'],
  'font-src': ['self'],
  'manifest-src': ['self'],
  'form-action': ['none'],
  'base-uri': ['none'],
} as const;

/** Vitest writes into what it is given, so every project gets its own. */
const realBrowser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { executablePath: findChromium(), args: chromiumArguments },
  }),
  instances: [{ browser: 'chromium' as const }],
});

/** Known beforehand, so that the first run on a new machine does not reload the page in the middle of a test. */
const optimizeDeps = {
  include: [
    'fast-check',
    '@zip.js/zip.js/lib/zip-core-reader.js',
    '@zip.js/zip.js/lib/zip-core-writer.js',
    ...Object.keys(packageFile.dependencies).filter((name) => name !== 'pretendard'),
  ],
};

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ strict: true }),
      compilerOptions: { runes: true },
      inlineStyleThreshold: 0,
      // What a manifest names as the version that drew the list; the same source makes the same build.
      version: { name: packageFile.version },
      csp: {
        mode: 'hash',
        directives: Object.fromEntries(
          Object.entries(contentSecurityPolicy).map(([name, sources]) => [name, [...sources]]),
        ),
      },
    }),
  ],
  // Fonts and wasm must stay files: `font-src` and `connect-src` allow no data: address.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  worker: { format: 'es' },
  test: {
    // Every core there is; left to itself Vitest keeps one free, which on two cores means one file at a time.
    maxWorkers: '100%',
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // The language is set anew for each file, and mocks are taken back before each test: nothing that one file leaves
          // is met by the next, and no time goes into a process and all its modules for each of more than 200.
          pool: 'threads',
          isolate: false,
          restoreMocks: true,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/browser/**', 'tests/bench/**'],
          setupFiles: ['tests/property-runs.ts', 'tests/both-languages.ts'],
          // The longest takes half a minute; a machine that is busy with other things may take many times that.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        optimizeDeps,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // They share the storage of one browser.
          fileParallelism: false,
          setupFiles: ['tests/both-languages.ts'],
          testTimeout: 60_000,
          browser: realBrowser(),
        },
      },
      {
        extends: true,
        optimizeDeps,
        test: {
          name: 'bench',
          include: ['tests/bench/**/*.bench.test.ts'],
          setupFiles: ['tests/both-languages.ts'],
          testTimeout: 600_000,
          browser: realBrowser(),
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/journeys/site.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
