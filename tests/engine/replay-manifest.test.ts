import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { manifest, type Manifest } from '#core/assignment/manifest.ts';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Design } from '#core/design/design.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value } from './open-engine.ts';

const design: Design = { ...deckDesign(), eligibility: [] };

/** Customers with what makes cells hard: days at the turn of a month, values at a cut, missing ones, dates to come. */
const customers = Array.from({ length: 400 }, (_, row) => {
  const month = 1 + ((row * 7) % 12);
  const day = [1, 25, 26, 27, 28][row % 5] ?? 1;
  const date = row % 37 === 0 ? '' : `${row % 29 === 0 ? 2018 : 2016}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`; // prettier-ignore
  const points = row % 41 === 0 ? '' : String([2999, 3000, 9999, 10000][row % 4] ?? 0);
  return `고객${row},${date},${points}`;
});
const csv = `customer_id,last_purchase_date,points_balance\n${customers.join('\n')}\n`;

/**
 * The draw as somebody makes it who has the record, the file and no part of this program: the recipes of the record,
 * word by word, with the MD5 of Node.
 */
function replay(recordText: string, file: string): { list: string[]; fingerprint: string }[] {
  const record = JSON.parse(recordText) as Manifest;
  const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');
  const [head = '', ...lines] = file.trimEnd().split('\n');
  const names = head.split(',');
  const [asOfYear = 0, asOfMonth = 0, asOfDay = 0] = record.asOf.split('-').map(Number);
  const levelAmong = (cuts: readonly number[], number: number) =>
    cuts.filter((cut) => number >= cut).length;
  const cells = new Map<number, string[]>();
  for (const line of lines) {
    const fields = line.split(',');
    let cell = 0;
    for (const { variable, banding } of record.design.attributes) {
      if (variable.from !== 'customers' || banding.kind === 'category') throw new Error('Not in this plan'); // prettier-ignore
      const text = fields[names.indexOf(variable.column)] ?? '';
      let level = -1;
      if (text !== '' && banding.kind === 'number') level = levelAmong(banding.cuts, Number(text));
      if (text !== '' && banding.kind === 'months-since') {
        const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
        const months = (asOfYear - year) * 12 + asOfMonth - month - (asOfDay < day ? 1 : 0);
        level = months < 0 ? -1 : levelAmong(banding.cuts, months);
      }
      cell = level < 0 || cell < 0 ? -1 : cell * (banding.cuts.length + 1) + level;
    }
    const id = fields[names.indexOf(record.data.idColumn)] ?? '';
    if (cell >= 0) cells.set(cell, [...(cells.get(cell) ?? []), id]);
  }
  const drawn = new Set<string>();
  return [record, ...record.topUps.waves].map(({ counts, population }) => {
    const list: string[] = [];
    counts.forEach((arms, cell) => {
      const ids = (cells.get(cell) ?? []).filter((id) => !drawn.has(id));
      expect(ids.length).toBe(population[cell]);
      const keyed = ids.map((id) => `${md5(`${record.seed}:${id}`)}:${id}`).sort();
      let next = 0;
      arms.forEach((count, arm) => {
        for (const key of keyed.slice(next, next + count)) list.push(`${key.slice(33)},${cell},${arm}`); // prettier-ignore
        next += count;
      });
    });
    for (const line of list) drawn.add(line.split(',')[0] ?? '');
    return { list, fingerprint: md5(list.toSorted().join('\n')) };
  });
}

describe('the record of a draw', () => {
  it('is enough, with the file, to make the same waves without this program', async () => {
    const engine = openEngine();
    const table = value(await engine.importText(csv));
    const source = {
      table: table.name,
      idColumn: 'customer_id',
      lastPurchaseColumn: null,
      transactions: null,
    };
    const { population } = await engine.request('count-quota', {
      source,
      design,
      rules: defaultStageRules,
      running: [],
    });
    const counts = population.map((size, cell) => [Math.min(cell, Math.floor(size / 2)), Math.floor(size / 3)]); // prettier-ignore
    const drawing = {
      source,
      design,
      rules: defaultStageRules,
      running: [],
      experiment: 1,
      counts,
    };
    const seeded = { ...drawing, seed: '봄 #1', drawnAt: 'now' };
    const first = value(await engine.request('draw', seeded));
    const partOfLeft = async (parts: readonly number[]) => {
      const left = value(await engine.request('count-left', seeded));
      return left.map((customers) => parts.map((part) => Math.floor(customers / part)));
    };
    const topUps = [
      value(await engine.request('top-up', { ...seeded, counts: await partOfLeft([3, 4]) })),
      value(await engine.request('top-up', { ...seeded, counts: await partOfLeft([9, 2]) })),
    ];
    const assignment = { ...first, topUps };
    const record = manifest({
      appVersion: '1',
      experimentName: '봄',
      design,
      assignment,
      freeze: null,
      others: [],
      data: { table: 'customers.csv', idColumn: 'customer_id', rows: 400 },
    });
    const waves = replay(JSON.stringify(record), csv);
    expect(waves.map(({ fingerprint }) => fingerprint)).toEqual([
      record.listFingerprint,
      ...topUps.map(({ listFingerprint }) => listFingerprint),
    ]);
    const list = waves.flatMap((wave) => wave.list);
    expect(waves[0]?.list.length).toBeGreaterThan(100);
    expect(Math.min(...waves.slice(1).map((wave) => wave.list.length))).toBeGreaterThan(20);
    expect(record.customersDrawn).toBe(list.length);
    const written = new TextDecoder().decode(
      await engine.request('assignment-list', {
        source,
        design,
        experiment: 1,
        columns: [],
        headers: { customer: 'customer', cell: 'cell', arm: 'arm' },
      }),
    );
    const named = list.map((line) => {
      const [customer = '', cell, arm] = line.split(',');
      return `${customer},${record.cells[Number(cell)] ?? ''},${record.arms[Number(arm)] ?? ''}`;
    });
    expect(written.trimEnd().split('\r\n').slice(1)).toEqual(named);
  });
});
