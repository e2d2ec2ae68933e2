import type { Design } from '../design/design.ts';
import type { Condition } from '../design/eligibility.ts';
import {
  noFurtherColumns,
  type AnalysisPlan,
  type OutcomeColumns,
  type OutcomeSource,
  type ResponseFile,
} from '../results/analysis.ts';
import type { Experiment } from './project-document.ts';

/** A table that took the place of another. */
interface Succession {
  readonly from: string;
  readonly to: string;
  /** Names of the columns of the new one. */
  readonly columns: ReadonlySet<string>;
}

/** An experiment that looks where a table has gone, in its analysis and its design, as far as the new one has the columns. */
export function followTable(experiment: Experiment, succession: Succession): Experiment {
  const { analysis, design } = experiment;
  return {
    ...experiment,
    design: design && followingDesign(design, succession),
    analysis: analysis && followingAnalysis(analysis, succession),
  };
}

function followingAnalysis(analysis: AnalysisPlan, succession: Succession): AnalysisPlan {
  const { strata } = analysis;
  const followed: AnalysisPlan =
    strata.kind === 'cells'
      ? { ...analysis, strata: { ...strata, design: followingDesign(strata.design, succession) } }
      : analysis;
  return { ...followed, source: followingSource(followed, succession) };
}

function followingSource(analysis: AnalysisPlan, { from, to, columns }: Succession): OutcomeSource {
  const { source } = analysis;
  const main = readsTable(analysis, from, columns) ? { ...source, table: to } : source;
  if (main.kind !== 'drawn') return main;
  const furtherFiles = main.furtherFiles.map((file) =>
    file.table === from && columnsOf(file).every((name) => name === null || columns.has(name))
      ? { ...file, table: to }
      : file,
  );
  return { ...main, furtherFiles };
}

function followingDesign(design: Design, succession: Succession): Design {
  const follows = (condition: Condition) =>
    condition.kind === 'listed' &&
    condition.table === succession.from &&
    [condition.customerColumn, condition.within?.dateColumn].every(
      (name) => name === undefined || succession.columns.has(name),
    );
  return {
    ...design,
    eligibility: design.eligibility.map((rule) => ({
      ...rule,
      any: rule.any.map((condition) =>
        follows(condition) ? { ...condition, table: succession.to } : condition,
      ),
    })),
  };
}

/** Whether an analysis reads a table, and every column it needs is among these. */
function readsTable(
  { source, strata, beforeColumn }: AnalysisPlan,
  table: string,
  names: ReadonlySet<string>,
): boolean {
  const isFinished = source.kind !== 'drawn';
  const needed = [
    ...columnsOf(source),
    ...(isFinished ? [beforeColumn] : []),
    ...(isFinished && strata.kind === 'columns' ? strata.columns : []),
  ];
  return source.table === table && needed.every((name) => name === null || names.has(name));
}

/** The columns that a source or one of its files is read from. */
function columnsOf(file: OutcomeSource | ResponseFile): readonly (string | null)[] {
  const further = { ...noFurtherColumns, ...file };
  return [
    file.customerColumn,
    file.outcomeColumn,
    file.moneyColumn,
    ...Object.keys(noFurtherColumns).map((name) => further[name as keyof OutcomeColumns]),
    ...('armColumn' in file ? [file.armColumn] : []),
    ...('customersColumn' in file ? [file.customersColumn, file.moneySquaresColumn] : []),
  ];
}
