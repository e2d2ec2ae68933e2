import { startExperiment } from '#core/history/edit-experiment.ts';
import type { Design } from '#core/design/design.ts';
import { suggestDesign } from '#core/design/default-design.ts';
import type { Variable } from '#core/customers/variable.ts';
import type { Experiment, ProjectDocument } from '#core/history/project-document.ts';
import type { ColumnRole } from '#core/import/column.ts';
import { catalogue } from '#text/language.svelte.ts';
import { localDay } from '#workspace/local-day.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

/** Starts an experiment with the suggested design and opens it; its id. */
export async function createExperiment(): Promise<number | null> {
  const document = workspace.document;
  if (!document) return null;
  const design = await suggestedDesign(document);
  return start(catalogue().design.undo.create, nextName(document), design);
}

/** Copies a design that is frozen or drawn into a new experiment that says what it is a version of; the new id. */
export function createVersion({ id, name }: Experiment, design: Design): number | null {
  const t = catalogue().design;
  const document = workspace.document;
  if (!document) return null;
  let version = 2;
  const taken = (candidate: string) => document.experiments.some((one) => one.name === candidate);
  while (taken(t.drawn.versionName(name, String(version)))) version++;
  return start(t.undo.newVersion, t.drawn.versionName(name, String(version)), design, id);
}

/** The method's design, as far as the project's columns allow it, in the reader's words. */
export async function suggestedDesign(document: ProjectDocument): Promise<Design | null> {
  const source = workspace.source;
  if (!source) return null;
  const t = catalogue().design.suggestion;
  const customers = document.tables.find(({ name }) => name === source.table);
  const column = (role: ColumnRole): string | null =>
    customers?.columns.find((one) => one.role === role)?.name ?? null;
  const variable = (name: string | null): Variable | null =>
    name === null ? null : { from: 'customers', column: name };
  const regionColumn = column('region');
  const region =
    regionColumn === null
      ? []
      : await workspace.ask('list-values', { table: source.table, column: regionColumn });
  const today = localDay(new Date());
  const asOf = document.asOf ?? (await workspace.ask('latest-purchase', { source, today }));
  const counted: Variable = { from: 'transactions', measure: 'last-order-date' };
  return suggestDesign(
    {
      asOf: asOf ?? today,
      lastPurchase: variable(source.lastPurchaseColumn) ?? (source.transactions ? counted : null),
      points: variable(column('points')),
      columns: customers?.columns ?? [],
      region:
        regionColumn === null
          ? null
          : {
              variable: { from: 'customers', column: regionColumn },
              values: region.map(({ value }) => value),
            },
    },
    {
      dormancy: { name: t.dormancy, levels: t.dormancyLevels },
      points: { name: t.points, levels: t.pointsLevels },
      arms: { holdout: t.holdout, coupon: t.coupon, gift: t.gift, point: t.point },
    },
  );
}

function nextName({ experiments }: ProjectDocument): string {
  return catalogue().design.experiment.defaultName(String(experiments.length + 1));
}

function start(
  label: string,
  name: string,
  design: Design | null,
  versionOf: number | null = null,
): number | null {
  workspace.change(label, (document) =>
    startExperiment(document, { name, createdAt: new Date().toISOString(), design, versionOf }),
  );
  return workspace.experiment?.id ?? null;
}
