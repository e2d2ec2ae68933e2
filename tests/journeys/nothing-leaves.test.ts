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
    const outcomes = await visitor.page.evaluate(async () => {
      const foreign = 'https://example.com/steal';
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
          const open = new WebSocket('wss://example.com/');
          open.onopen = () => resolve('sent');
          open.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      });
      return Promise.all([image, fetched, socket]);
    });
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
      const imported = await worker.evaluate(() =>
        import(/* @vite-ignore */ 'https://example.com/module.js').then(
          () => 'sent',
          () => 'refused',
        ),
      );
      expect(imported).toBe('refused');
      await visitor.context.close();
    });
  }

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
