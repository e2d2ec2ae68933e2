import type { Design } from '../design/design.ts';
import type { Condition } from '../design/eligibility.ts';
import type { AnalysisPlan } from '../results/analysis.ts';
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
  return readsTable(analysis, succession.from, succession.columns)
    ? { ...followed, source: { ...followed.source, table: succession.to } }
    : followed;
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
  { source, strata }: AnalysisPlan,
  table: string,
  names: ReadonlySet<string>,
): boolean {
  const needed = [
    source.customerColumn,
    source.outcomeColumn,
    source.moneyColumn,
    ...(source.kind === 'table' ? [source.armColumn] : []),
    ...(source.kind === 'table' && strata.kind === 'columns' ? strata.columns : []),
  ];
  return source.table === table && needed.every((name) => name === null || names.has(name));
}
