import type { CustomerSource } from '#core/customers/variable.ts';
import { consentKind } from '#core/design/consent-columns.ts';
import {
  noneOfThose,
  onlyThose,
  type Condition,
  type EligibilityRule,
} from '#core/design/eligibility.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import type { Column } from '#core/import/column.ts';
import { readYesNo } from '#core/import/yes-no-value.ts';
import { formatShare } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { lookInto, type ListTable } from './list-tables.ts';

/** A rule that the project's data offers, to be added by one click. */
export interface QuickRule {
  readonly id: string;
  readonly label: string;
  /** The column that it is about; empty for none. */
  readonly column: string;
  /** The table that it looks into; empty for none. */
  readonly table: string;
  /** The reader has something to choose first. */
  readonly needsForm: boolean;
  /** Null where no value of the column reads as yes. */
  readonly rule: () => Promise<EligibilityRule | null>;
}

const refusalTable = /거부|차단|금지|refus|suppress|unsub|opt.?out|do.?not|dnc|blacklist/i;
const daysOfContact = 30;

/** What the columns, the other tables and the other experiments of the project offer. */
export function quickRules(
  document: ProjectDocument,
  source: CustomerSource,
  tables: readonly ListTable[],
): readonly QuickRule[] {
  const columns = document.tables.find(({ name }) => name === source.table)?.columns ?? [];
  const others = document.experiments.filter(({ id }) => id !== document.currentExperiment);
  return [
    ...columns.flatMap((column) => consentRule(column, source.table)),
    ...tables.flatMap(tableRule),
    ...(others.some(({ assignment }) => assignment) ? [runningRule()] : []),
    holdoutRule(document),
    ...columns.filter(({ role }) => role === 'region').map(regionRule),
  ];
}

/** Whether a rule already asks for the same. */
export function isUsed(quick: QuickRule, rules: readonly EligibilityRule[]): boolean {
  return rules.some(({ any }) =>
    any.some((condition) => {
      if (condition.kind === 'running-experiment') return quick.id === 'running';
      if (condition.kind === 'id-sample') return quick.id === 'holdout';
      if (condition.kind === 'listed') return condition.table === quick.table;
      const { variable } = condition;
      return variable.from === 'customers' && quick.column === variable.column;
    }),
  );
}

function consentRule(column: Column, table: string): readonly QuickRule[] {
  const kind = consentKind(column.name) ?? (column.role === 'consent' ? 'consent' : null);
  if (kind === null || (column.kind !== 'boolean' && column.kind !== 'text')) return [];
  const t = catalogue().design.eligibility.presets;
  const variable = { from: 'customers', column: column.name } as const;
  return [
    {
      id: `${kind} ${column.name}`,
      label: t[kind](column.name),
      column: column.name,
      table: '',
      needsForm: false,
      rule: async () => {
        const values = await yesValues(column, table);
        if (values.length === 0) return null;
        const condition: Condition = { kind: 'category', variable, values, drawn: null };
        return kind === 'refusal' ? noneOfThose(condition) : onlyThose(condition);
      },
    },
  ];
}

async function yesValues({ name, kind }: Column, table: string): Promise<readonly string[]> {
  if (kind === 'boolean') return ['1'];
  const values = await workspace.ask('list-values', { table, column: name });
  return values.map(({ value }) => value).filter((value) => readYesNo(value) === 1);
}

function tableRule(table: ListTable): readonly QuickRule[] {
  const t = catalogue().design.eligibility.presets;
  const isRefusal = refusalTable.test(table.label);
  if (!isRefusal && table.role !== 'experiment') return [];
  const condition = lookInto(table, daysOfContact);
  const everListed = isRefusal || condition.within === null;
  return [
    {
      id: `table ${table.name}`,
      label: everListed ? t.onList(table.label) : t.contacted(String(daysOfContact)),
      column: '',
      table: table.name,
      needsForm: false,
      rule: () =>
        Promise.resolve(noneOfThose(everListed ? { ...condition, within: null } : condition)),
    },
  ];
}

function runningRule(): QuickRule {
  const { running } = catalogue().design.eligibility.presets;
  const rule = () => Promise.resolve(noneOfThose({ kind: 'running-experiment' }));
  return { id: 'running', label: running, column: '', table: '', needsForm: false, rule };
}

const usualHoldout = 0.05;

/** The company-wide holdout of the latest experiment that has one, or a new one: the same customers stay out of all. */
export function companyHoldout({
  experiments,
}: Pick<ProjectDocument, 'experiments'>): Extract<Condition, { kind: 'id-sample' }> {
  const known = experiments.flatMap(({ design }) =>
    (design?.eligibility ?? []).flatMap(({ any }) =>
      any.flatMap((condition) => (condition.kind === 'id-sample' ? [condition] : [])),
    ),
  );
  return (
    known.at(-1) ?? {
      kind: 'id-sample',
      seed: `holdout-${crypto.randomUUID().slice(0, 8)}`,
      share: usualHoldout,
    }
  );
}

function holdoutRule(document: ProjectDocument): QuickRule {
  const condition = companyHoldout(document);
  const label = catalogue().design.eligibility.presets.holdout(
    formatShare(condition.share, language.code),
  );
  const rule = () => Promise.resolve(noneOfThose(condition));
  return { id: 'holdout', label, column: '', table: '', needsForm: false, rule };
}

function regionRule({ name }: Column): QuickRule {
  const variable = { from: 'customers', column: name } as const;
  return {
    id: 'regions',
    label: catalogue().design.eligibility.presets.regions,
    // A region may be chosen and sampled: the first does not use up the second.
    column: '',
    table: '',
    needsForm: true,
    rule: () => Promise.resolve(onlyThose({ kind: 'category', variable, values: [], drawn: null })),
  };
}
