import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = 'src/features/results';
/** On paper: what is printed is taken along as a whole. */
const onPaper = ['report/SheetTables.svelte'];

it('every table of the result can be copied and downloaded: by its frame, its panel or its chart', () => {
  const sources = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.svelte'))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(`${folder}/${path}`, 'utf8')]),
  );
  const takes = (source: string) => /<(TableFrame|TableTools)\b/.test(source);
  const inChart = (path: string) => {
    const name = /(\w+)\.svelte$/.exec(path)?.[1];
    const snippet = /\{#snippet table\(\)\}([\s\S]*?)\{\/snippet\}/;
    return [...sources.values()].some((source) => snippet.exec(source)?.[1]?.includes(`<${name}`));
  };
  const tables = [...sources].filter(([, source]) => /<table\b/.test(source));
  expect(tables.length).toBeGreaterThan(15);
  const without = tables
    .filter(([path, source]) => !takes(source) && !inChart(path))
    .map(([path]) => path);
  expect(without).toEqual(onPaper);
});
