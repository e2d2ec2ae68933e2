import { afterAll, describe, expect, it } from 'vitest';
import { ko } from '#text/ko.ts';
import { sqlKo } from '#text/sql/ko.ts';
import { closeBrowser, visit, type Visitor } from './visitor.ts';

afterAll(closeBrowser);

/** Where the links of a screen lead. */
async function linksOn({ page }: Visitor): Promise<string[]> {
  const links = page.locator('main a[href*="show="]');
  // The first of them may lie in something that is closed.
  await links.filter({ visible: true }).first().waitFor();
  return links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
}

/** What can be opened on a screen before its links are gathered: charts as tables, views of tables. */
const openedOn: Readonly<Record<string, readonly (readonly string[])[]>> = {
  import: [
    [ko.importing.tables.showColumns],
    [ko.importing.tables.showProfile],
    [ko.importing.tables.showRows],
  ],
  customers: [[ko.common.chart.asTable]],
  design: [[ko.common.chart.asTable]],
  results: [[ko.common.chart.asTable]],
};

const screens = ['import', 'customers', 'ideas', 'design', 'assignment', 'results', 'rollout', 'history'] as const; // prettier-ignore

describe('Show SQL', () => {
  it('opens a query on every screen, and every one of them has an answer', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await visitor.go('assignment/?project=sample');
    const links = new Set(await linksOn(visitor));
    await page.getByRole('button', { name: ko.assignment.draw.button('3,600') }).click();
    await page.getByRole('button', { name: ko.assignment.list.download }).waitFor();
    for (const screen of screens) {
      await page.getByRole('link', { name: ko.common.steps[screen] }).first().click();
      await page.waitForURL(new RegExp(`/${screen}/`));
      for (const [name = ''] of openedOn[screen] ?? [[]]) {
        if (name !== '') {
          const buttons = page.locator('main').getByRole('button', { name, exact: true });
          await buttons.first().waitFor();
          // Opening one renames it, so that the next is the first.
          for (let left = await buttons.count(); left > 0; left--)
            await buttons.nth(name === ko.common.chart.asTable ? 0 : left - 1).click();
        }
        // Counted from the customers' own orders when all else is there.
        if (screen === 'rollout')
          await page.locator('a[href*="show=later-orders"]').first().waitFor({ state: 'attached' });
        for (const link of await linksOn(visitor)) links.add(link);
      }
    }
    const shown = [...links].map((link) => new URL(link).searchParams.get('show'));
    expect([...new Set(shown)].toSorted()).toEqual(
      ['arms', 'cells', 'drawn', 'dormancy', 'experiments', 'ideas', 'later-orders', 'list', 'months', 'profile', 'quota', 'rows', 'rules', 'shares', 'stages', 'values'].toSorted(), // prettier-ignore
    );
    const run = page.getByRole('button', { name: sqlKo.editor.run, exact: true });
    const editor = page.locator('.cm-content');
    // One of every kind: what the others say of their tables is compared in tests/engine.
    const kindOf = (link: string) => {
      const { searchParams } = new URL(link);
      return `${searchParams.get('show')} ${searchParams.get('attribute')}`;
    };
    for (const link of new Map([...links].map((each) => [kindOf(each), each])).values()) {
      // So that the query that was opened before is not taken for this one.
      if (await editor.isVisible()) {
        await editor.click();
        await page.keyboard.press('Control+A');
        await page.keyboard.insertText('-- before');
      }
      await visitor.follow(link.slice(visitor.site.length + 1));
      await page.waitForURL((address) => !address.search.includes('show='), {
        waitUntil: 'commit',
      });
      await editor.waitFor();
      await expect.poll(() => editor.innerText()).toMatch(/^(SELECT|WITH)/);
      await run.click();
      await page.getByRole('grid').or(page.getByRole('alert')).first().waitFor();
      expect(await page.getByRole('alert').count(), link).toBe(0);
      expect(await visitor.figure('query-rows'), link).toBeGreaterThan(0);
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('says in words where it gives the counts behind a table and not the table', async () => {
    const visitor = await visit();
    await visitor.go('results/?project=sample');
    const counts = `${ko.common.table.showSql}: ${ko.common.table.sqlGives.counts}`;
    await visitor.page.getByRole('link', { name: counts }).nth(2).waitFor();
    await visitor.page.getByRole('link', { name: ko.common.table.showSql, exact: true }).waitFor();
    await visitor.context.close();
  });
});
