import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Worker } from 'playwright';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { en } from '#text/en.ts';
import { ko } from '#text/ko.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

/** So long a screen has to count what is in the sample, in milliseconds. */
const counting = 400;

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
  'guide/methods/',
];

afterAll(closeBrowser);

function engineOf({ page }: Visitor): Worker {
  const [worker] = page.workers();
  if (!worker) throw new Error('The engine runs in no worker.');
  return worker;
}

/** What is left in a worker of the functions that reach the network. */
function openDoors(worker: Worker): Promise<string[]> {
  return worker.evaluate(() => {
    const scope = globalThis as Record<string, unknown>;
    const prototypes: object[] = [];
    for (let at: object | null = globalThis; at; at = Object.getPrototypeOf(at) as object | null)
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
}

describe('nothing leaves the tab', () => {
  it('on any screen, empty and with the sample, in either language; every figure there has a name that README.md lists', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const names = new Set<string>();
    const gatherNames = async () => {
      const found = await page
        .locator('data[data-figure]')
        .evaluateAll((figures) =>
          figures.map((figure) => figure.getAttribute('data-figure') ?? ''),
        );
      for (const name of found) names.add(name);
    };
    const lookInBothLanguages = async (language: 'ko' | 'en', look: () => Promise<void>) => {
      await look();
      const { otherLanguageLong } = { ko, en }[language].common.preferences;
      await page.getByRole('button', { name: otherLanguageLong }).click();
      await page.locator(`html[lang="${language === 'ko' ? 'en' : 'ko'}"]`).waitFor();
      await look();
    };
    for (const screen of screens) {
      await visitor.go(`${screen}?lang=ko`);
      await lookInBothLanguages('ko', gatherNames);
    }
    // Whatever a page brings with it has been loaded: with the sample the way leads by links.
    await visitor.go('?lang=ko&project=sample');
    for (const [place, screen] of screens.entries()) {
      if (place > 0) await visitor.follow(screen);
      await lookInBothLanguages(place % 2 ? 'en' : 'ko', async () => {
        await page.waitForTimeout(counting);
        await gatherNames();
      });
    }
    expect(visitor.complaints).toEqual([]);
    expect(visitor.foreignRequests).toEqual([]);

    const listed = readFileSync('README.md', 'utf8');
    const base = (name: string) => name.replace(/-(low|high)$/, '');
    expect(names.size).toBeGreaterThan(40);
    expect([...names].filter((name) => !listed.includes(`\`${base(name)}\``))).toEqual([]);
    await visitor.context.close();
  });

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

  it('even when a request is planted in the worker, or the worker imports a module from elsewhere', async () => {
    let hits = 0;
    const foreign = createServer((_, response) => {
      hits += 1;
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('content-type', 'text/javascript').end('export default 1;');
    });
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    const { port } = foreign.address() as AddressInfo;
    const visitor = await visit();
    await visitor.go('customers/?project=sample');
    await visitor.figure('customers');
    const worker = engineOf(visitor);
    expect(await openDoors(worker)).toEqual([]);
    // Where the host sends our headers. As text, because the test runner rewrites an import() that it sees.
    const outcome = await worker.evaluate(
      `import('http://localhost:${port}/module.js').then(() => 'sent', () => 'refused')`,
    );
    expect(outcome).toBe('refused');
    expect(hits).toBe(0);
    await visitor.context.close();
    foreign.close();
  });

  it('and the site works the same below a sub-path on a host without our headers, its worker as closed', async () => {
    const visitor = await visit({ site: inject('bareSite') });
    await visitor.go('design/?project=sample');
    expect(await visitor.figure('quota-total')).toBe(13712);
    expect(await openDoors(engineOf(visitor))).toEqual([]);
    await visitor.page.getByRole('link', { name: '고객 이해' }).first().click();
    await visitor.page.waitForURL(/\/some\/where\/customers\//);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
