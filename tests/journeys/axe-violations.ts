import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Visitor } from './visitor.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Puts axe into every page that the visitor opens from now on. */
export async function bringAxe({ context }: Visitor): Promise<void> {
  await context.addInitScript({ path: axePath });
}

/** What axe has to say against the page as it is, one line for each element. */
export async function axeViolations({ page }: Visitor): Promise<string[]> {
  const results = await page.evaluate((values) => {
    const { axe } = globalThis as unknown as {
      axe: { run(page: Document, options: object): Promise<AxeResults> };
    };
    return axe.run(document, {
      resultTypes: ['violations'],
      preload: false,
      runOnly: { type: 'tag', values },
    });
  }, rules);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
