import { cellCount, cellName } from '../design/cell-name.ts';
import type { Design } from '../design/design.ts';
import type { ProjectDocument } from '../history/project-document.ts';
import type { Column, PersonalDataKind } from '../import/column.ts';
import { maskedAs } from '../import/personal-data.ts';
import { experimentsTable, ideasTable, madeTables, type MadeTable } from './made-tables.ts';
import type { KnownTable } from './mentioned-tables.ts';

export interface ConsoleColumn extends Pick<Column, 'name' | 'kind'> {
  /** As what it is masked, unless the reader asked to see it; null where it never is. */
  readonly masked: PersonalDataKind | null;
}

/** A table of the project as the console shows it. */
export interface ConsoleTable {
  /** Its name among the project's rows. */
  readonly source: string;
  /** The name by which a query calls it: the label that the user gave it. */
  readonly name: string;
  readonly columns: readonly ConsoleColumn[];
}

/** The names of a drawn list, of an experiment or a rollout, by which it is readable; `experiment` is its number in the project. */
export interface ConsoleList {
  readonly experiment: number;
  readonly name: string;
  readonly cells: readonly string[];
  readonly arms: readonly string[];
}

/** What the console can see of a project. */
export interface ConsoleSchema {
  readonly tables: readonly ConsoleTable[];
  readonly lists: readonly ConsoleList[];
  /** What the project keeps beside its rows. */
  readonly made: readonly MadeTable[];
}

/** Labels are file names; a name with a dot would have to stand in quotes in every query. */
const fileEnding = /(?:\.(?:csv|tsv|txt|xlsx|parquet|gz))+$/i;

/** The table of all drawn lists, and its columns. `experiment` is the number, the others are names. */
export const assignmentsTable: KnownTable = {
  name: 'assignments',
  columns: ['experiment', 'experiment_name', 'customer', 'cell', 'arm'],
};

/**
 * The tables of a project under the names that a query uses: their labels without the ending of a file, numbered where two are the same, and never
 * a name that the console keeps for itself. The order is that of the project.
 * Example: the tables 고객.csv and 고객.xlsx become 고객 and 고객_2.
 */
export function consoleSchema(document: ProjectDocument): ConsoleSchema {
  const { tables, experiments } = document;
  const ours = [assignmentsTable.name, ideasTable, experimentsTable];
  const taken = new Set([...ours, ...tables.map(({ name }) => name.toLowerCase())]);
  return {
    tables: tables.map(({ name, label, columns }) => ({
      source: name,
      name: freeName(label, name, taken),
      columns: columns.map((column) => ({
        name: column.name,
        kind: column.kind,
        masked: maskedAs(column),
      })),
    })),
    lists: experiments.flatMap(({ id, name, design, assignment, rollout }) => [
      ...(design && assignment ? [listNames(id, name, design)] : []),
      ...(rollout?.lists ?? []).map((list) => listNames(list.id, name, list.design)),
    ]),
    made: madeTables(document),
  };
}

function listNames(experiment: number, name: string, { attributes, arms }: Design): ConsoleList {
  const cells = Array.from({ length: cellCount(attributes) }, (_, cell) => cellName(attributes, cell)); // prettier-ignore
  return { experiment, name, cells, arms: arms.map((arm) => arm.name) };
}

/** Every table that a query can name, with its columns. */
export function knownTables({ tables, lists, made }: ConsoleSchema): KnownTable[] {
  const named = [...tables, ...made].map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
  }));
  return lists.length > 0 ? [...named, assignmentsTable] : named;
}

/** The columns that are masked, each with its table and as what. */
export function maskedColumns({ tables }: ConsoleSchema): string[][] {
  return tables.flatMap(({ source, columns }) =>
    columns.flatMap(({ name, masked }) => (masked === null ? [] : [[source, name, masked]])),
  );
}

function freeName(label: string, source: string, taken: Set<string>): string {
  const wanted = label
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(fileEnding, '')
    .trim();
  const isOurs = wanted === '' || /^(sqlite|carrotlab)_/i.test(wanted);
  // A table without a label keeps its own name, which nobody else can have.
  if (isOurs) return source;
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}
