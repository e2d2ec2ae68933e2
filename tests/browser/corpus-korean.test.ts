import { afterAll, describe, expect, it } from 'vitest';
import { EngineClient } from '#engine/client.ts';
import { korean } from '../corpus/korean-bytes-files.ts';
import { importAsSeen, tryFile, value } from '../corpus/try-file.ts';
import { encodeCp949 } from './korean-bytes.ts';

const engine = new EngineClient({});

describe('the corpus in CP949, behind the worker', () => {
  afterAll(() => engine.close());

  const files = korean(encodeCp949);

  it('has files under names of their own', () => {
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });

  it.each(files.map((file) => [file.name, file] as const))('%s', async (_name, file) => {
    await tryFile(engine, file);
  });

  it('a line of UTF-8 among CP949 is pointed at, in the preview and in the report', async () => {
    const utf8 = new TextEncoder().encode('이영희,부산\n');
    const file = new Blob([
      encodeCp949('이름,도시\n김철수,서울\n'),
      utf8,
      encodeCp949('박민수,대구\n최지우,광주\n'),
    ]);
    const preview = value(
      await engine.request('preview-file', { file, fileName: 'mixed.csv', chosen: {} }),
    );
    expect(preview).toMatchObject({ source: { encoding: 'euc-kr' }, mixedEncodingLines: [3] });
    const { report } = value(await importAsSeen(engine, file, 'mixed.csv', preview));
    expect(report).toMatchObject({ rowsRead: 4 });
    expect(report?.problems).toContainEqual(
      expect.objectContaining({
        code: 'mixed-encoding',
        examples: [expect.objectContaining({ line: 3 })],
      }),
    );
  });
});
