import type { Experiment, ProjectDocument } from '#core/history/project-document.ts';
import { tablesOf, type AnalysisPlan } from '#core/results/analysis.ts';
import { outcomesSql } from '#core/sql/results-sql.ts';
import { sqlProject } from '#core/sql/sql-project.ts';
import { sqlWords } from '#text/sql/sql-words.ts';

/** The query of the counts that a result was made of; null where its tables are not in the project. */
export function countsSql(
  document: ProjectDocument,
  experiment: Experiment,
  plan: AnalysisPlan,
): string | null {
  const isThere = (table: string) => document.tables.some(({ name }) => name === table);
  if (!tablesOf(plan.source).every(isThere)) return null;
  const project = sqlProject(document, sqlWords().columns);
  return outcomesSql(project, { ...experiment, analysis: plan }, plan.strata.kind !== 'none');
}
