import { version } from '$app/env';
import type { Assignment } from '#core/assignment/assignment.ts';
import { manifest } from '#core/assignment/manifest.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import { channelOf } from '#core/design/channel.ts';
import { cellName } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import type { Experiment } from '#core/history/project-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { drawWords } from '#text/draw/draw-words.ts';
import { catalogue } from '#text/language.svelte.ts';
import { csvText } from '#ui/table-export.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

/** Whose list is written, with which columns. */
export interface ListRequest {
  readonly source: CustomerSource;
  readonly design: Design;
  readonly experiment: number;
  readonly columns: string[];
  readonly after: number;
  readonly headers: { readonly customer: string; readonly cell: string; readonly arm: string };
}

/** A file of a list; `sample`: of customers who are held out of every experiment instead. */
interface ListFile {
  fileName: string;
  arms: number[];
  toFill?: string[];
  sample?: { seed: string; share: number; name: string };
}

/** The files of an archive. */
export interface ListArchive {
  readonly lists: ListFile[];
  readonly texts: { fileName: string; text: string }[];
}

/** The record of a draw, as the text of a JSON file. `table`: the customer list. */
export function manifestText(
  { name, freeze }: Experiment,
  design: Design,
  assignment: Assignment,
  table: DataTable,
): string | null {
  const { source } = workspace;
  if (!source) return null;
  const record = manifest({
    appVersion: version,
    experimentName: name,
    design,
    assignment,
    freeze,
    data: { table: table.label, idColumn: source.idColumn, rows: table.rowCount },
    others: workspace.document?.experiments ?? [],
  });
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** A list for every channel that sends more than one arm: it gets one file for all of them. */
function channelLists(name: string, design: Design): ListArchive['lists'] {
  const t = catalogue();
  return design.channels.flatMap((channel) => {
    const arms = design.arms.flatMap((arm, place) =>
      channelOf(design, arm)?.id === channel.id ? [place] : [],
    );
    const called = channel.name === '' ? t.design.channels.kinds[channel.kind] : channel.name;
    return arms.length > 1
      ? [{ fileName: `${t.assignment.list.fileName(name)} ${called}.csv`, arms }]
      : [];
  });
}

/** A list for every company-wide holdout that a rule keeps out: everybody who is in it. */
function holdoutLists(name: string, { eligibility }: Design): ListArchive['lists'] {
  const t = catalogue();
  const called = t.design.rule.holdoutName;
  return eligibility.flatMap(({ isOn, exclude, any }) =>
    any.flatMap((condition) => {
      if (!isOn || !exclude || condition.kind !== 'id-sample') return [];
      const { seed, share } = condition;
      const fileName = `${t.assignment.list.fileName(name)} ${called}.csv`;
      return [{ fileName, arms: [], sample: { seed, share, name: called } }];
    }),
  );
}

/**
 * A list for every arm, the holdout among them, and for every channel, and the record of the draw. `name`: of the experiment,
 * and of the wave where it is one.
 */
export function armArchive(name: string, design: Design, record: string | null): ListArchive {
  const t = catalogue().assignment.list;
  return {
    lists: [
      ...design.arms.map((arm, place) => ({
        fileName: `${t.fileName(name)} ${arm.name}.csv`,
        arms: [place],
      })),
      ...channelLists(name, design),
      ...holdoutLists(name, design),
    ],
    texts: record === null ? [] : [{ fileName: `${t.manifestFileName(name)}.json`, text: record }],
  };
}

/**
 * Whom a call centre calls, with columns to fill in, and how far each quota is. The holdout is never called. `counts`: customers
 * on the list, [cell][arm].
 */
export function callArchive(design: Design, counts: readonly (readonly number[])[]): ListArchive {
  const t = drawWords().files;
  const words = catalogue().assignment.list;
  const called = design.arms.flatMap(({ role }, arm) => (role === 'holdout' ? [] : [arm]));
  const progress = counts.flatMap((sizes, cell) =>
    called.map((arm) => [
      cellName(design.attributes, cell),
      design.arms[arm]?.name ?? '',
      sizes[arm] ?? 0,
      null,
      null,
      null,
    ]),
  );
  return {
    lists: [{ fileName: t.callList, arms: called, toFill: [...t.toFill] }],
    texts: [
      {
        fileName: t.progress,
        text: csvText([
          [words.cell, words.arm, t.planned, t.called, t.reached, t.left],
          ...progress,
        ]),
      },
    ],
  };
}
