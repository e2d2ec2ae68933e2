import { runningExperiments } from '../history/running-experiments.ts';
import type { Experiment } from '../history/project-document.ts';
import {
  dormancySql,
  monthlySql,
  monthsSinceSql,
  orphansSql,
  regionsSql,
  repeatSql,
  stagesSql,
  topSharesSql,
  topSql,
} from './customers-sql.ts';
import { usualUnitValue } from '../rollout/unit-value.ts';
import { quotaSql, rulesSql } from './design-sql.ts';
import { laterOrdersSql } from './later-orders-sql.ts';
import { drawnSql, listSql, rolledOutSql } from './list-sql.ts';
import { outcomesSql } from './results-sql.ts';
import { tableOf, type SqlProject } from './sql-project.ts';
import { experimentsSql, ideasSql, profileSql, valuesSql } from './tables-sql.ts';

/** What a project can be asked without writing SQL: the tables of its screens, and more. */
export type ProjectQueryName =
  | 'rows'
  | 'regions'
  | 'dormancy'
  | 'stages'
  | 'quota'
  | 'rules'
  | 'arms'
  | 'cells'
  | 'drawn'
  | 'list'
  | 'rolled-out'
  | 'monthly'
  | 'repeat'
  | 'top'
  | 'orphans'
  | 'months'
  | 'shares'
  | 'ideas'
  | 'experiments'
  | 'profile'
  | 'values'
  | 'later-orders';

/** Those that are about a part of a screen: they are opened from there and not listed. */
export type LinkedQueryName = 'months' | 'profile' | 'values' | 'later-orders';
export type ListedQueryName = Exclude<ProjectQueryName, LinkedQueryName>;

const linkedQueryNames: readonly LinkedQueryName[] = [
  'months',
  'profile',
  'values',
  'later-orders',
];

export const listedQueryNames: readonly ListedQueryName[] = [
  'rows',
  'regions',
  'dormancy',
  'stages',
  'top',
  'shares',
  'repeat',
  'monthly',
  'rules',
  'quota',
  'drawn',
  'list',
  'rolled-out',
  'arms',
  'cells',
  'orphans',
  'ideas',
  'experiments',
];

export const projectQueryNames: readonly ProjectQueryName[] = [
  ...listedQueryNames,
  ...linkedQueryNames,
];

/** Which table a query of rows is about, and which experiment one of an experiment. Default: the first, the open one. */
export interface QuerySubject {
  readonly table?: string | null;
  readonly experiment?: number | null;
  /** The attribute of the experiment's design that one of values is about, by its id. */
  readonly attribute?: string | null;
}

/**
 * The SQL behind a table of the app, in the words of the project: run in the console it gives the numbers of the screen.
 * Null where the project has not what it needs.
 */
export function projectSql(
  project: SqlProject,
  name: ProjectQueryName,
  { table, experiment: id, attribute: attributeId }: QuerySubject = {},
): string | null {
  const { document, source } = project;
  const experiment: Experiment | undefined = document.experiments.find(
    (candidate) => candidate.id === (id ?? document.currentExperiment),
  );
  switch (name) {
    case 'rows': {
      const found = tableOf(project, table ?? source?.table ?? document.tables[0]?.name ?? '');
      return found ? `SELECT *\nFROM ${project.nameOf(found.name)}` : null;
    }
    case 'regions':
      return regionsSql(project);
    case 'dormancy':
      return dormancySql(project);
    case 'stages':
      return stagesSql(project);
    case 'top':
      return topSql(project);
    case 'repeat':
      return repeatSql(project);
    case 'months':
      return monthsSinceSql(project);
    case 'shares':
      return topSharesSql(project);
    case 'ideas':
      return ideasSql(project);
    case 'experiments':
      return experimentsSql(project);
    case 'profile':
      return profileSql(project, table ?? source?.table ?? document.tables[0]?.name ?? '');
    case 'values': {
      const design = experiment?.design;
      const attribute = design?.attributes.find((each) => each.id === attributeId);
      return design && attribute ? valuesSql(project, attribute, design.asOf) : null;
    }
    case 'later-orders': {
      const months = experiment?.rollout?.value.months ?? usualUnitValue.months;
      return laterOrdersSql(project, experiment?.design?.asOf ?? document.asOf, months);
    }
    case 'monthly':
      return monthlySql(project);
    case 'orphans':
      return orphansSql(project);
    case 'rules':
    case 'quota': {
      const design = experiment?.design;
      if (!design || !source) return null;
      const running = runningExperiments(document, experiment.id, design.asOf);
      return (name === 'rules' ? rulesSql : quotaSql)(project, design, running);
    }
    case 'drawn':
      return experiment ? drawnSql(project, experiment) : null;
    case 'list':
      return experiment ? listSql(experiment) : null;
    case 'rolled-out':
      return experiment ? rolledOutSql(experiment) : null;
    case 'arms':
    case 'cells':
      return experiment ? outcomesSql(project, experiment, name === 'cells') : null;
  }
}
