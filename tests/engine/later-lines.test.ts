import { describe, expect, it } from 'vitest';
import { openEngine, value } from './open-engine.ts';

/** A remark of many lines, which look like rows of the file. */
const remark = `"${Array.from({ length: 300 }, (_, line) => `줄 ${line},없음,다음`).join('\n')}"`;

describe('what is looked at in the middle of a large file', () => {
  it('is rows also where it begins in the middle of a quoted cell', async () => {
    const engine = openEngine();
    const early = Array.from({ length: 400 }, (_, row) => `C${row},${'메모 '.repeat(200)},${row}`);
    const late = Array.from({ length: 300 }, (_, row) => `L${row},${remark},${row}.5`);
    const text = `customer_id,memo,points\n${[...early, ...late].join('\n')}\n`;
    expect(text.length).toBeGreaterThan(2 ** 20);
    const { columns } = value(await engine.preview(new Blob([text])));
    expect(columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'customer_id text',
      'memo text',
      'points decimal',
    ]);
    const table = value(await engine.importText(text));
    expect(table.report).toMatchObject({ rowsRead: 700, rowsRejected: 0, problems: [] });
  });
});
