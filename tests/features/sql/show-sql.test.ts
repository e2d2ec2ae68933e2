import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const features = 'src/features';

/** Where the SQL of a table is shown: the file that has the link, on the same panel. */
const linked: Readonly<Record<string, string>> = {
  'assignment/BalanceTable': 'assignment/BalancePanel',
  'assignment/CountsTable': 'assignment/AssignmentBody',
  'assignment/TopUpTable': 'assignment/TopUpPanel',
  'customers/BandTable': 'customers/DormancyPanel',
  'customers/DormancyPanel': 'customers/DormancyPanel',
  'customers/StagePanel': 'customers/StagePanel',
  'customers/TopShareTable': 'customers/ConcentrationPanel',
  'design/ArmsPanel': 'design/ArmsPanel',
  'design/CategoryLevels': 'design/CategoryLevels',
  'design/CharacteristicsFigures': 'design/CharacteristicsFigures',
  'design/CutChart': 'design/CutLevels',
  'design/LevelTable': 'design/CutLevels',
  'design/QuestionsTable': 'design/QuestionsPanel',
  'design/QuotaTable': 'design/QuotaPanel',
  'design/RuleWaterfall': 'design/EligibilityPanel',
  'ideas/IdeaTable': 'ideas/IdeasScreen',
  'import/TableColumns': 'import/TableColumns',
  'import/TableProfile': 'import/TableProfile',
  'results/BeforeTable': 'results/MetricsPanel',
  'results/BeliefTable': 'results/BesidePanel',
  'results/BesideTable': 'results/BesidePanel',
  'results/BestCells': 'results/EverywherePanel',
  'results/CapTable': 'results/MetricsPanel',
  'results/CarrotTable': 'results/CarrotTable',
  'results/CellForestTable': 'results/CellForestTable',
  'results/CellTable': 'results/EverywherePanel',
  'results/DaysTable': 'results/MetricsPanel',
  'results/LevelTable': 'results/EverywherePanel',
  'results/MetricTable': 'results/MetricsPanel',
  'results/MoneyRobust': 'results/MoneyTable',
  'results/MoneyTable': 'results/MoneyTable',
  'results/PairTable': 'results/PairTable',
  'results/SpendTable': 'results/MetricsPanel',
  'results/trust/LargestAmounts': 'results/trust/LargestAmounts',
  'results/over-time/OverTimeTable': 'results/over-time/OverTimeTable',
  'results/tree/TreeTable': 'results/tree/TreeTable',
  'results/StratifiedTable': 'results/EverywherePanel',
  'results/answers/AnswersTable': 'results/answers/AnswersPanel',
  'rollout/outlook/CarrotProfits': 'rollout/outlook/OutlookPanel',
  'rollout/outlook/ProfitFan': 'rollout/outlook/OutlookPanel',
  'rollout/policy/PolicyChart': 'rollout/policy/PolicyPanel',
  'rollout/policy/PolicyCompare': 'rollout/policy/PolicyPanel',
  'rollout/policy/PolicyTable': 'rollout/policy/PolicyPanel',
  'rollout/unit/LifetimeTable': 'rollout/unit/LifetimeTable',
  'rollout/unit/MeasureTable': 'rollout/unit/UnitPanel',
  'rollout/unit/UnitTable': 'rollout/unit/UnitPanel',
  'rollout/uplift/UpliftCurves': 'rollout/uplift/UpliftPanel',
  'rollout/uplift/UpliftTable': 'rollout/uplift/UpliftPanel',
  'rollout/list/CarrotWaves': 'rollout/list/RolloutListPanel',
  'rollout/list/ListTable': 'rollout/list/RolloutListPanel',
};

/** Figures that are no table and come from the project's rows or lists all the same. */
const alsoLinked = [
  'assignment/DownloadPanel',
  'design/PowerPanel',
  'history/HistoryScreen',
  'import/TableRows',
];

/** Tables that no query can give, and why. */
const without: Readonly<Record<string, string>> = {
  'rollout/process/ScheduleTable':
    'days worked out from the sheet; whom they are about has its link at the lists above it',
  'design/ChannelsPanel': 'what the planner writes into the design: nothing is counted',
  'design/FoundAnswers':
    'what a search found: the counts that it starts from have their link at the quota table',
  'design/PlanSheetQuestions': 'the plan on paper: its tables have their link on the design screen',
  'design/ForbiddenPairs': 'what the planner rules out: nothing is counted',
  'design/MixingTable': 'what a plan of runs mixes: it is worked out from the factors alone',
  'design/PlanChoice': 'plans of runs are worked out from the factors alone',
  'design/PlanSheetTables': 'the plan on paper: its tables have their link on the design screen',
  'design/ProfitDialPositions':
    'reckoned from what the planner expects: the counts beneath have their link at the quota table',
  'guide/TopicMethods': 'a list of methods: no data',
  'import/ColumnChoices': 'a file that is not read yet is in no table',
  'import/FileLines': 'a file that is not read yet is in no table',
  'import/ReportProblems':
    'what could not be read is in no table; rejected rows are downloaded beside it',
  'import/RowGrid': 'shows any rows; the rows of a table have their link in TableRows',
  'results/FactorEffectsTable':
    'reckoned from the arms: their counts have their link at the table of carrots',
  'results/SlicesTable':
    'divided by a column that is chosen on the screen: the counts of the cells have their link in EverywherePanel',
  'results/report/SheetTables': 'the result on paper: the SQL of its counts is printed beneath',
  'rollout/outlook/DoubtParts':
    'parts of a variance: the counts beneath have their link in OutlookPanel',
  'shell/HomeExample': 'an illustration before any project is open',
  'tools/ArmFigures': 'a calculator holds no data: everything is in its address',
  'tools/ArmInputs': 'a calculator holds no data: everything is in its address',
  'tools/ComparisonTable': 'a calculator holds no data: everything is in its address',
  'tools/IceTable': 'a calculator holds no data: everything is in its address',
  'tools/MethodSizes': 'a calculator holds no data: everything is in its address',
  'tools/OtherMethods': 'a calculator holds no data: everything is in its address',
  'tools/SampleSizeCurve': 'a calculator holds no data: everything is in its address',
  'tools/WhatItTakes': 'a calculator holds no data: everything is in its address',
};

const sourceOf = (name: string) => readFileSync(`${features}/${name}.svelte`, 'utf8');
const components = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.svelte'))
  .map((path) => path.replaceAll('\\', '/').replace(/\.svelte$/, ''));

describe('every table of the app', () => {
  it('shows its SQL, or is known to have none', () => {
    const tables = components.filter((name) => /<table\b/.test(sourceOf(name)));
    expect(tables.toSorted()).toEqual([...Object.keys(linked), ...Object.keys(without)].toSorted());
  });

  it.each([...new Set([...Object.values(linked), ...alsoLinked])])('%s has the link', (name) => {
    expect(sourceOf(name)).toContain('<ShowSql');
  });

  it.each(Object.keys(without))('%s has none', (name) => {
    expect(sourceOf(name)).not.toContain('<ShowSql');
  });
});
