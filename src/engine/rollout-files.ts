import { cellName } from '#core/design/cell-name.ts';
import { writeCsv, type CsvCell } from './csv/write-csv.ts';
import type { Engine } from './engine.ts';
import { customerDetails } from './list-files.ts';
import type { Params } from './protocol.ts';
import type { RolloutFile, RolloutListQuestion } from './rollout-list-protocol.ts';
import { keptRollout, type RolloutCustomer } from './rollout-list.ts';

/** A part of a rollout list as CSV. */
export function rolloutCsv(engine: Engine, { file, ...asked }: Params<'rollout-list'>): Uint8Array {
  return listWriter(engine, asked)(file);
}

/** Parts of a rollout list, and texts that go with them, as one zip file. */
export async function rolloutFiles(
  engine: Engine,
  { files, texts, ...asked }: Params<'rollout-files'>,
): Promise<Uint8Array> {
  const { zipFiles } = await import('./zip-files.ts');
  const write = listWriter(engine, asked);
  const encoder = new TextEncoder();
  return zipFiles([
    ...files.map((file) => ({ fileName: file.fileName, bytes: write(file) })),
    ...texts.map(({ fileName, text }) => ({ fileName, bytes: encoder.encode(text) })),
  ]);
}

/** Reads list and customers once, and writes any part of them, wave by wave. */
function listWriter(
  engine: Engine,
  asked: RolloutListQuestion,
): (file: Omit<RolloutFile, 'fileName'>) => Uint8Array<ArrayBuffer> {
  const { source, design, columns, headers } = asked;
  const details = customerDetails(engine, source.table, source.idColumn, columns);
  const kept = keptRollout(engine, asked.list, asked.counts);
  if (!kept.ok) throw new Error('The kept list is not the one that the document speaks of');
  // A stable sort: within a wave in the order of the draw.
  const list = kept.value.sort((one, other) => one.wave - other.wave);
  const line = ({ customer, cell, arm, wave }: RolloutCustomer): CsvCell[] => {
    // A customer who is no longer in the table keeps an empty place for every column.
    const [id = customer, ...values] = details.get(customer) ?? [];
    return [
      id,
      cellName(design.attributes, cell),
      arm === 0 ? asked.holdoutName : (design.arms[arm]?.name ?? String(arm)),
      asked.channels[arm] ?? '',
      wave === 0 ? null : wave,
      asked.days[arm]?.[wave - 1] ?? '',
      ...columns.map((_, place) => values[place] ?? null),
    ];
  };
  return ({ arms, toFill }) => {
    const { customer, cell, carrot, channel, wave, sendOn } = headers;
    return writeCsv([
      [customer, cell, carrot, channel, wave, sendOn, ...columns, ...toFill],
      ...list
        .filter(({ arm }) => arms.includes(arm))
        .map((each) => [...line(each), ...toFill.map(() => null)]),
    ]);
  };
}
