import { enlargePlan } from '#core/design/questions/enlarge-plan.ts';
import { judgePlan } from '#core/design/questions/judge-plan.ts';
import { assignmentList, listFiles } from './list-files.ts';
import { importFile } from './import/import-file.ts';
import { previewFile } from './import/preview-file.ts';
import { findAllocation, intervalOfCost } from './find-allocation.ts';
import { describeVariable, latestPurchase, summariseCustomers } from './customers.ts';
import { divideEqually } from './divide-equally.ts';
import { draw } from './draw.ts';
import { bringBack, keepFirst } from './drawn-list.ts';
import { populationFingerprint } from './eligible-ids.ts';
import type { Engine, RequestContext } from './engine.ts';
import { listBalance } from './list-balance.ts';
import { listValues, readRows, rejectedRows } from './look.ts';
import { replayPlan, turnDialOf } from './outlook.ts';
import { exportProject, openProject, openSavedRows } from './project-file.ts';
import { profileColumn } from './profile-column.ts';
import type { Answer, Params, ProgressOf, Requests } from './protocol.ts';
import { countQuota } from './quota.ts';
import { checkRelations } from './check-relations.ts';
import { rowsFingerprint } from './rows-fingerprint.ts';
import { loadSample } from './sample.ts';
import { sampleValues } from './sample-values.ts';
import { dropTables } from './tables.ts';
import { countLeft, topUp } from './top-up.ts';
import { detailExperiment, totalExperiment } from './outcomes/read-outcomes.ts';
import type { Viewpoint } from './variables.ts';

type Handlers = {
  [Name in keyof Requests]: (
    engine: Engine,
    params: Params<Name>,
    context: RequestContext<ProgressOf<Name>>,
  ) => Answer<Name> | Promise<Answer<Name>>;
};

/** What the worker does for each request. They run one after the other: an import is a transaction of its own. */
export const handlers: Handlers = {
  'start-empty': (engine) => {
    engine.startEmpty();
    return undefined;
  },
  'load-sample': loadSample,
  'add-practice': async (engine, { name }) =>
    (await import('./practice.ts')).addPractice(engine, name),
  'practice-file': async (_engine, { name }) => (await import('./practice.ts')).practiceCsv(name),
  'open-saved': openSavedRows,
  'save-rows': ({ database, keeper }, place) => keeper.save(() => database.export(), place),
  'open-file': (engine, { file }) => openProject(engine, file),
  'drop-tables': (engine, { keep }) => {
    const hasDropped = dropTables(engine.database, keep);
    if (hasDropped) engine.rowsChanged();
    return hasDropped;
  },
  'rows-state': ({ rowsState }) => rowsState,
  'copy-rows': ({ database }) => database.export(),
  'export-file': exportProject,

  'preview-file': (_engine, params) => previewFile(params),
  'import-file': (engine, params, context) => importFile(engine, params, context),
  'rejected-rows': ({ database }, params) => rejectedRows(database, params),
  'read-rows': ({ database }, params) => readRows(database, params),
  'profile-column': ({ database }, params, context) => profileColumn(database, params, context),
  'check-relations': ({ database }, params, context) => checkRelations(database, params, context),

  'summarise-customers': (engine, { source, asOf, rules }) =>
    summariseCustomers(viewpoint(engine, { source, asOf, rules, running: [] })),
  'latest-purchase': ({ columns }, { source, today }) => latestPurchase(columns, source, today),
  'later-orders': async ({ columns }, params) =>
    (await import('./later-orders.ts')).laterOrdersOf(columns, params),
  'describe-variable': (engine, { source, variable, asOf, rules }) =>
    describeVariable(viewpoint(engine, { source, asOf, rules, running: [] }), variable),
  'sample-values': (engine, { source, asOf, rules, ...wanted }) =>
    sampleValues(viewpoint(engine, { source, asOf, rules, running: [] }), wanted),
  'judge-plan': (_engine, { design, population, counts }) => {
    const judged = judgePlan(design, population, counts);
    return { judged, enlargement: enlargePlan(design, population, counts, judged) };
  },
  'turn-dial': (_engine, params) => turnDialOf(params),
  'replay-plan': (_engine, params, context) => replayPlan(params, context),
  'suggest-plans': async (_engine, { factors, forbidden, limits }) =>
    (await import('#core/design/factorial/suggest-plans.ts')).suggestPlans(
      factors,
      forbidden,
      limits,
    ),
  'describe-plan': async (_engine, chosen) =>
    (await import('#core/design/factorial/chosen-plan.ts')).describeChosen(chosen),
  'find-allocation': (_engine, params, context) => findAllocation(params, context),
  'cost-interval': (_engine, { design, counts }) => intervalOfCost(design, counts),
  'count-quota': (engine, { design, ...place }) =>
    countQuota(viewpoint(engine, { ...place, asOf: design.asOf }), design),

  'divide-equally': (engine, { design, attribute, groups, ...place }) =>
    divideEqually(viewpoint(engine, { ...place, asOf: design.asOf }), design, attribute, groups),

  'fingerprint-population': (engine, { design, ...place }) =>
    populationFingerprint(viewpoint(engine, { ...place, asOf: design.asOf }), place.source, design),
  draw: async (engine, params, context) => {
    const view = viewpoint(engine, { ...params, asOf: params.design.asOf });
    const drawn = await draw(engine, view, params, context);
    if (drawn.ok) engine.listsChanged();
    return drawn;
  },
  'top-up': async (engine, params, context) => {
    const view = viewpoint(engine, { ...params, asOf: params.design.asOf });
    const drawn = await topUp(engine, view, params, context);
    if (drawn.ok) engine.listsChanged();
    return drawn;
  },
  'bring-back-list': (engine, params) => {
    const isBack = bringBack(engine, params);
    if (isBack) engine.listsChanged();
    return isBack;
  },
  'keep-waves': (engine, { experiment, customers }) => {
    keepFirst(engine, experiment, customers);
    engine.listsChanged();
    return undefined;
  },
  'count-left': (engine, params) =>
    countLeft(engine, viewpoint(engine, { ...params, asOf: params.design.asOf }), params),
  'balance-list': (engine, params) =>
    listBalance(
      engine,
      viewpoint(engine, { ...params, asOf: params.design.asOf, running: [] }),
      params,
    ),
  'assignment-list': assignmentList,
  'list-files': listFiles,

  'total-experiment': (engine, params) =>
    totalExperiment(engine, params, cellsSeenBy(engine, params)),
  'detail-experiment': (engine, params) =>
    detailExperiment(engine, params, cellsSeenBy(engine, params)),
  'find-policy': async (engine, params) => {
    const { policyFor } = await import('./rollout-policy.ts');
    return policyFor(
      (planned) => viewpoint(engine, { ...planned, asOf: planned.design.asOf }),
      params,
    );
  },
  'money-robustness': async (engine, { carrot, ...request }) => {
    const { robustMoney } = await import('./outcomes/robust-money.ts');
    return robustMoney(engine, request, carrot, cellsSeenBy(engine, request));
  },
  'find-uplift': async (engine, params) =>
    (await import('./rollout-uplift.ts')).upliftOf(engine, params, cellsSeenBy(engine, params)),
  'count-rollout': async (engine, params) => {
    const { countRollout } = await import('./rollout-list.ts');
    return countRollout(engine, viewpoint(engine, { ...params, asOf: params.design.asOf }), params);
  },
  'draw-rollout': async (engine, params, context) => {
    const { drawRollout } = await import('./rollout-list.ts');
    const view = viewpoint(engine, { ...params, asOf: params.design.asOf });
    const drawn = await drawRollout(engine, view, params, context);
    if (drawn.ok) engine.listsChanged();
    return drawn;
  },
  'rollout-list': async (engine, params) =>
    (await import('./rollout-files.ts')).rolloutCsv(engine, params),
  'rollout-files': async (engine, params) =>
    (await import('./rollout-files.ts')).rolloutFiles(engine, params),

  'fingerprint-rows': ({ database }, params) => rowsFingerprint(database, params),
  'list-values': ({ database }, params) => listValues(database, params),
};

function viewpoint(
  { columns }: Engine,
  { source, asOf, rules, running }: Omit<Viewpoint, 'columns'>,
): Viewpoint {
  return { columns, source, asOf, rules, running };
}

/** How the cells of an experiment are found, as of a day; null without customers. */
function cellsSeenBy(engine: Engine, { source, rules, running }: Params<'total-experiment'>) {
  return (asOf: string) => (source ? viewpoint(engine, { source, asOf, rules, running }) : null);
}
