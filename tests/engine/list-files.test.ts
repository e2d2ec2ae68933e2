import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Design } from '#core/design/design.ts';
import { ZipArchive } from '#engine/import/sources/zip-archive.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value } from './open-engine.ts';

const deck = deckDesign();
const more = deck.arms.slice(1).flatMap((arm) => ['선물', '포인트'].map((name) => ({ ...arm, id: name, name }))); // prettier-ignore
const arms = [...deck.arms, ...more].slice(0, 4);
const design: Design = { ...deck, eligibility: [], attributes: [], arms };
const headers = { customer: '고객', cell: '셀', arm: '배정군' };

async function openDrawn() {
  const engine = openEngine();
  const rows = Array.from({ length: 12 }, (_, row) => `C${row},${row % 2 ? '서울' : '=부산'}`);
  const table = value(await engine.importText(`customer_id,region\n${rows.join('\n')}\n`));
  const source = {
    table: table.name,
    idColumn: 'customer_id',
    lastPurchaseColumn: null,
    transactions: null,
  };
  const drawing = { source, design, rules: defaultStageRules, running: [], experiment: 1 };
  const counts = [design.arms.map(() => 2)];
  value(await engine.request('draw', { ...drawing, seed: '7', counts, drawnAt: 'now' }));
  return { engine, asked: { source, design, experiment: 1, columns: ['region'], headers } };
}

/** A file of the archive, its byte order mark included. */
async function textOf(zip: ZipArchive, name: string): Promise<string> {
  const chunks = await Array.fromAsync(zip.chunks(name, 1 << 20));
  const bytes = await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer();
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

const linesOf = (csv: string) => csv.replace('\uFEFF', '').trimEnd().split('\r\n');

describe('the list as an archive', () => {
  it('has a file for every part, with the customers of its arms and columns to fill in', async () => {
    const { engine, asked } = await openDrawn();
    const bytes = await engine.request('list-files', {
      ...asked,
      lists: [
        { fileName: '쿠폰 명단.csv', arms: [1] },
        { fileName: 'calls.csv', arms: [1, 2], toFill: ['전화한 때', '결과', '메모'] },
        { fileName: 'a/b\\..:c.csv', arms: [0] },
        { fileName: 'calls.csv', arms: [3] },
      ],
      texts: [{ fileName: '기록.json', text: '{"seed":"7"}\n' }],
    });
    const zip = await ZipArchive.open(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    expect(zip.names).toEqual(['쿠폰 명단.csv', 'calls.csv', 'a-b-..-c.csv', 'calls (2).csv', '기록.json']); // prettier-ignore
    const calls = linesOf(await textOf(zip, 'calls.csv'));
    expect(calls[0]).toBe('고객,셀,배정군,region,전화한 때,결과,메모');
    expect(calls.length).toBe(1 + 4);
    expect(calls.slice(1).every((line) => line.endsWith(',,,'))).toBe(true);
    expect(await textOf(zip, '기록.json')).toBe('{"seed":"7"}\n');
    const coupons = await textOf(zip, '쿠폰 명단.csv');
    expect(coupons.startsWith('\uFEFF')).toBe(true);
    const alone = await engine.request('assignment-list', { ...asked, arm: 1 });
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(alone)).toBe(coupons);
  });

  it('lists who is held out of everything, drawn or not', async () => {
    const { engine, asked } = await openDrawn();
    const sample = { seed: 'always-on', share: 0.4, name: '전사 홀드아웃' };
    const lists = [{ fileName: 'holdout.csv', arms: [], sample }];
    const bytes = await engine.request('list-files', { ...asked, lists, texts: [] });
    const zip = await ZipArchive.open(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    const held = Array.from({ length: 12 }, (_, row) => `C${row}`).filter((id) => {
      const digest = createHash('md5').update(`always-on:${id}`).digest();
      return digest.readUInt32BE(0) / 2 ** 32 < 0.4;
    });
    const lines = linesOf(await textOf(zip, 'holdout.csv')).slice(1);
    expect(held.length).toBeGreaterThan(0);
    expect(lines.map((line) => line.split(',').slice(0, 3))).toEqual(
      held.map((id) => [id, '', '전사 홀드아웃']),
    );
  });

  it('divides the whole list: nobody is left out, nobody is there twice', async () => {
    const { engine, asked } = await openDrawn();
    const whole = new TextDecoder().decode(await engine.request('assignment-list', asked));
    const lists = design.arms.map((_, arm) => ({ fileName: `${arm}.csv`, arms: [arm] }));
    const bytes = await engine.request('list-files', { ...asked, lists, texts: [] });
    const zip = await ZipArchive.open(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    const parts = await Promise.all(zip.names.map((name) => textOf(zip, name)));
    expect(parts.flatMap((part) => linesOf(part).slice(1)).sort()).toEqual(
      linesOf(whole).slice(1).sort(),
    );
    // The same list gives the same archive.
    expect(await engine.request('list-files', { ...asked, lists, texts: [] })).toEqual(bytes);
  });

  it('keeps the place of every column for a customer whose row is gone', async () => {
    const { engine, asked } = await openDrawn();
    engine.engine.database.run(`DELETE FROM ${asked.source.table}`);
    engine.engine.rowsChanged();
    const csv = new TextDecoder().decode(await engine.request('assignment-list', asked));
    expect(linesOf(csv).every((line) => line.split(',').length === 4)).toBe(true);
  });
});
