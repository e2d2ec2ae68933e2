import { afterAll, describe, expect, inject, it } from 'vitest';
import { closeBrowser, visit } from './visitor.ts';

const screens = [
  '',
  'import/',
  'customers/',
  'ideas/',
  'design/',
  'assignment/',
  'results/',
  'rollout/',
  'history/',
  'tools/',
  'tools/significance/',
  'tools/sample-size/',
  'tools/win-back/',
  'tools/ice/',
];

afterAll(closeBrowser);

describe('nothing leaves the tab', () => {
  for (const language of ['ko', 'en'] as const) {
    it(`on any screen, empty and with the sample (${language})`, async () => {
      const visitor = await visit({ language });
      for (const screen of screens) await visitor.go(`${screen}?lang=${language}`);
      for (const screen of screens) {
        await visitor.go(`${screen}?lang=${language}&project=sample`);
        await visitor.page.waitForLoadState('networkidle');
      }
      expect(visitor.complaints).toEqual([]);
      expect(visitor.foreignRequests).toEqual([]);
      await visitor.context.close();
    });
  }

  it('even when a request is planted in the page', async () => {
    const visitor = await visit();
    await visitor.go('');
    // Another host that would answer: what is refused here is refused by the policy, not by the network.
    const foreign = `${inject('bareSite')}/favicon.svg`;
    const outcomes = await visitor.page.evaluate(async (foreign) => {
      const image = new Promise((resolve) => {
        const element = new Image();
        element.onload = () => resolve('sent');
        element.onerror = () => resolve('refused');
        element.src = foreign;
      });
      const fetched = fetch(foreign, { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      );
      const socket = new Promise((resolve) => {
        try {
          const open = new WebSocket(foreign.replace('http', 'ws'));
          open.onopen = () => resolve('sent');
          open.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      });
      return Promise.all([image, fetched, socket]);
    }, foreign);
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
    expect(visitor.complaints.join('\n')).toMatch(/policy violation: connect-src/);
    await visitor.context.close();
  });

  for (const host of ['site', 'bareSite'] as const) {
    it(`even when a request is planted in the worker (${host})`, async () => {
      const visitor = await visit({ site: inject(host) });
      await visitor.go('customers/?project=sample');
      await visitor.figure('quota-population').catch(() => null);
      const [worker] = visitor.page.workers();
      if (!worker) throw new Error('The engine runs in no worker.');
      const doors = await worker.evaluate(() => {
        const scope = globalThis as Record<string, unknown>;
        const prototypes: object[] = [];
        for (
          let at: object | null = globalThis;
          at;
          at = Object.getPrototypeOf(at) as object | null
        )
          prototypes.push(at);
        return [
          'fetch',
          'XMLHttpRequest',
          'WebSocket',
          'EventSource',
          'importScripts',
          'Worker',
        ].filter(
          (door) =>
            typeof scope[door] === 'function' ||
            prototypes.some((prototype) => {
              const property = Object.getOwnPropertyDescriptor(prototype, door);
              return typeof property?.value === 'function';
            }),
        );
      });
      expect(doors).toEqual([]);
      await visitor.context.close();
    });
  }

  it('even when the worker imports a module from elsewhere, where the host sends our headers', async () => {
    const visitor = await visit();
    await visitor.go('customers/?project=sample');
    await visitor.page.waitForFunction(() => performance.getEntriesByType('resource').length > 0);
    const [worker] = visitor.page.workers();
    if (!worker) throw new Error('The engine runs in no worker.');
    // As text, because the test runner rewrites an import() that it sees.
    const outcome = await worker.evaluate(
      `import('${inject('bareSite')}/first-paint.js').then(() => 'sent', () => 'refused')`,
    );
    expect(outcome).toBe('refused');
    expect(visitor.foreignRequests).toEqual([]);
    await visitor.context.close();
  });

  it('and the site works the same below a sub-path on a host without our headers', async () => {
    const visitor = await visit({ site: inject('bareSite') });
    await visitor.go('design/?project=sample');
    expect(await visitor.figure('quota-total')).toBe(13712);
    await visitor.page.getByRole('link', { name: '고객 이해' }).first().click();
    await visitor.page.waitForURL(/\/some\/where\/customers\//);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
