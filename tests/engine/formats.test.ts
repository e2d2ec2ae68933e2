import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { strictCells } from '#core/import/pasted-cells.ts';
import { unpackFile } from '#engine/import/sources/unpack-file.ts';
import { openEngine, value } from './open-engine.ts';

const table = 'customer_id,points\nC1,10\nC2,20\n';

/** A zip file of stored entries, as simple as there is. */
function zip(entries: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const path = new TextEncoder().encode(name);
    const fields = (view: DataView, from: number) => {
      view.setUint16(from, 20, true);
      view.setUint32(from + 10, checkSum(bytes), true);
      view.setUint32(from + 14, bytes.length, true);
      view.setUint32(from + 18, bytes.length, true);
      view.setUint16(from + 22, path.length, true);
    };
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    fields(local, 4);
    const central = new DataView(new ArrayBuffer(46));
    central.setUint32(0, 0x02014b50, true);
    central.setUint16(4, 20, true);
    fields(central, 6);
    central.setUint32(42, at, true);
    directory.push(new Uint8Array(central.buffer), path);
    parts.push(new Uint8Array(local.buffer), path, bytes);
    at += 30 + path.length + bytes.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  const count = Object.keys(entries).length;
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return Buffer.concat([...parts, ...directory, new Uint8Array(end.buffer)]);
}

/** CRC-32 as zip and gzip have it. */
function checkSum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

const look = (content: BlobPart, fileName = 'file.csv') =>
  openEngine().preview(new Blob([content]), fileName);
const imported = async (content: BlobPart) => {
  const engine = openEngine();
  const { name, report } = value(await engine.importText(content));
  return { rows: await engine.rows(name), report };
};

describe('a compressed file', () => {
  it('is unpacked, called by the name inside out, and measured as it came', async () => {
    const packed = gzipSync(table);
    const preview = value(await look(packed, '명단.csv.gz'));
    expect(preview).toMatchObject({ compression: 'gzip', suggestedLabel: '명단' });
    const { rows, report } = await imported(packed);
    expect(rows).toEqual([
      ['C1', 10],
      ['C2', 20],
    ]);
    expect(report?.byteCount).toBe(packed.length);
  });

  it('may have several members, cut anywhere', async () => {
    for (const cut of [1, 12, 20, table.length]) {
      const packed = Buffer.concat([gzipSync(table.slice(0, cut)), gzipSync(table.slice(cut))]);
      expect((await imported(packed)).rows).toHaveLength(2);
    }
  });

  it('may be padded with zeros, but not with anything else', async () => {
    expect(
      value(await look(Buffer.concat([gzipSync(table), Buffer.alloc(512)]))).rows,
    ).toHaveLength(2);
    expect(await look(Buffer.concat([gzipSync(table), Buffer.from('something')]))).toMatchObject({
      problem: { code: 'damaged-file' },
    });
  });

  it('may have a member that ends where a read of the file ends', async () => {
    const [first, second] = [gzipSync('customer_id,points\n'), gzipSync('C2,20\n')];
    const packed = new Blob([first, second]);
    const cuts = [];
    for await (const { length } of packed.stream()) cuts.push(length);
    expect(cuts).toEqual([first.length, second.length]);
    const { file } = await unpackFile(packed);
    expect(await file.text()).toBe('customer_id,points\nC2,20\n');
  });

  it.each([
    ['cut off', gzipSync(table).subarray(0, -12)],
    ['cut off in its check sum', gzipSync(table).subarray(0, -3)],
    ['wrong in its check sum', broken(gzipSync(table), -6)],
    ['broken inside', broken(gzipSync(table.repeat(100)), 30)],
  ])('that is %s is refused as damaged', async (_, bytes) => {
    expect(await look(bytes)).toMatchObject({ ok: false, problem: { code: 'damaged-file' } });
  });

  it('that grows beyond the limit is refused as soon as it does', async () => {
    const most = 1 << 20;
    const bomb = new Blob([gzipSync('1,2,3,4\n'.repeat(1 << 18))]);
    await expect(unpackFile(bomb, most)).rejects.toMatchObject({
      problem: { code: 'unpacked-too-large', most },
    });
    expect((await unpackFile(bomb)).file.size).toBe(1 << 21);
  });

  it('in a .zip by itself is read, beside what a Mac leaves there', async () => {
    const packed = zip({ '명단.csv': table, '__MACOSX/._명단.csv': 'x', '.DS_Store': 'y' });
    expect(value(await look(packed as BlobPart, '명단.zip'))).toMatchObject({
      compression: 'zip',
      suggestedLabel: '명단',
    });
    expect((await imported(packed as BlobPart)).rows).toHaveLength(2);
    const twice = zip({ 'a.csv.gz': gzipSync(table) });
    expect((await imported(twice as BlobPart)).rows).toHaveLength(2);
  });

  it('in a .zip with others is not chosen for the reader', async () => {
    expect(await look(zip({ 'a.csv': table, 'b.csv': table }) as BlobPart)).toEqual({
      ok: false,
      problem: { code: 'not-a-table', looksLike: 'zip' },
    });
  });
});

describe('cells pasted from a spreadsheet', () => {
  it.each([
    [
      'line breaks and tabs in quotes',
      'id\tnote\r\nC1\t"a\nb ""c"""\r\nC2\t"d\te"\r\n',
      'a\nb "c"',
      'd\te',
    ],
    [
      'quotes that only begin a cell',
      'id\tnote\r\nC1\t"A" 등급\r\nC2\t"열린 말',
      '"A" 등급',
      '"열린 말',
    ],
    ['quotes inside', 'id\tnote\r\nC1\t5" 모니터\r\nC2\tx "y"\r\n', '5" 모니터', 'x "y"'],
    ['empty cells at the end', 'id\tnote\tmore\r\nC1\t\t\r\nC2\tx\t\r\n', null, 'x'],
    ['no line end at the end', 'id\tnote\r\nC1\ta\r\nC2\tb', 'a', 'b'],
  ])('may have %s', async (_, text, first, second) => {
    const { rows, report } = await imported(strictCells(text));
    expect(rows.map(([, note]) => note)).toEqual([first, second]);
    expect(report?.problems).toEqual([]);
  });

  it('may be one column of ids, with their zeros', async () => {
    const { rows } = await imported(strictCells('customer_id\r\n00101\r\n00102\r\n'));
    expect(rows).toEqual([['00101'], ['00102']]);
  });

  it('are no table where there is a single one', async () => {
    expect(await look(strictCells('C1'))).toEqual({ ok: false, problem: { code: 'no-rows' } });
  });
});

function broken(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const place = at < 0 ? copy.length + at : at;
  copy[place] = (copy[place] ?? 0) ^ 0xff;
  return copy;
}
