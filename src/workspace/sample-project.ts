import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import type { Brief } from '#core/design/brief.ts';
import { programTemplates } from '#core/design/program-template.ts';
import type { Attribute, Design } from '#core/design/design.ts';
import { undecided } from '#core/design/undecided.ts';
import { onlyThose } from '#core/design/eligibility.ts';
import {
  emptyDocument,
  type Experiment,
  type ProjectDocument,
} from '#core/history/project-document.ts';
import type { Idea } from '#core/ideas/idea.ts';
import type { DataTable } from '#core/import/column.ts';
import { noFurtherColumns, usualReading } from '#core/results/analysis.ts';
import { usualListPlan } from '#core/rollout/list/list-plan.ts';
import { usualOutlook } from '#core/rollout/outlook/outlook-plan.ts';
import type { RolloutPlan } from '#core/rollout/plan.ts';
import { usualPolicy } from '#core/rollout/policy/policy-plan.ts';
import { usualProcess } from '#core/rollout/process.ts';
import { usualUnitValue } from '#core/rollout/unit-value.ts';
import { usualWinBack } from '#core/rollout/win-back/win-back-inputs.ts';
import { ideaTable } from '#core/simulate/ideas.ts';
import type { SampleValue } from '#core/simulate/sample-table.ts';
import { catalogue, language } from '#text/language.svelte.ts';

/** The sample as a project: its tables, 31 ideas, and one experiment that is over and waits to be read. */
export function sampleDocument(tables: readonly DataTable[], asOf: string): ProjectDocument {
  const t = catalogue();
  const labels: Readonly<Record<string, string>> = t.sample.tables;
  const ideas = sampleIdeas();
  const contacts = tables.find((table) => table.role === 'experiment');
  const experiment = contacts ? [sampleExperiment(ideas.length + 1, contacts.name, asOf)] : [];
  return {
    ...emptyDocument(t.common.project.sampleName),
    isSample: true,
    asOf,
    tables: tables.map((table) => ({ ...table, label: labels[table.label] ?? table.label })),
    ideas,
    experiments: experiment,
    currentExperiment: experiment[0]?.id ?? null,
    nextId: ideas.length + 2,
  };
}

function sampleIdeas(): Idea[] {
  const { columns, rows } = ideaTable();
  const code = language.code;
  return rows.map((row, place) => {
    const cell = (name: string): SampleValue =>
      row[columns.findIndex((column) => column.name === name)] ?? null;
    return {
      id: place + 1,
      name: String(cell(`name_${code}`)),
      target: String(cell(`target_${code}`)),
      impact: Number(cell('impact')),
      confidence: Number(cell('confidence')),
      ease: Number(cell('ease')),
    };
  });
}

/** The finished win-back experiment; its arms carry the names that the contacts table uses as their ids. */
function sampleExperiment(id: number, contactsTable: string, asOf: string): Experiment {
  const design = sampleDesign(asOf);
  return {
    id,
    name: catalogue().sample.experimentName,
    createdAt: `${asOf}T00:00:00.000Z`,
    ideaId: null,
    design,
    freeze: null,
    versionOf: null,
    assignment: null,
    analysis: {
      source: {
        kind: 'table',
        table: contactsTable,
        customerColumn: 'customer_id',
        armColumn: 'arm',
        outcomeColumn: 'responded',
        moneyColumn: 'amount',
        ...noFurtherColumns,
        deliveryColumn: 'delivery',
        purchaseColumn: 'purchased',
        basketColumn: 'basket',
      },
      control: 'CONTROL',
      strata: { kind: 'cells', design },
      ...usualReading,
    },
    outcome: null,
    conclusions: [],
    rollout: sampleRollout(),
  };
}

/**
 * Who came back goes on buying: of the deck's 30 who woke up 20 stay, with an order a month. Without that no carrot would
 * pay the call, and there would be nothing to tell apart.
 */
function sampleRollout(): RolloutPlan {
  return {
    arm: 'POINT',
    population: null,
    value: { ...usualUnitValue, marginShare: 0.4, laterOrdersPerMonth: 0.7, months: 12 },
    carrots: [],
    policy: usualPolicy,
    outlook: usualOutlook,
    winBack: usualWinBack,
    listPlan: usualListPlan,
    lists: [],
    process: usualProcess,
  };
}

function sampleBrief(): Brief {
  const t = catalogue().designBrief;
  const { hypotheses, primaryMetric, guardMetrics, responseWindowDays } =
    programTemplates['win-back'];
  return {
    program: 'win-back',
    purpose: t.samplePurpose,
    startsOn: '2017-03-27',
    endsOn: '2017-03-31',
    responseWindowDays,
    primaryMetric,
    guardMetrics,
    hypotheses: hypotheses.map(({ key, direction }) => ({
      id: key,
      text: t.templates[key],
      direction,
    })),
  };
}

function sampleDesign(asOf: string): Design {
  const { arms: names } = catalogue().sample;
  return {
    brief: sampleBrief(),
    asOf,
    eligibility: [
      onlyThose({
        kind: 'category',
        variable: { from: 'customers', column: 'region' },
        values: ['서울', '경기'],
        drawn: null,
      }),
      onlyThose({
        kind: 'months-since',
        variable: { from: 'customers', column: 'last_purchase_date' },
        from: 1,
        to: null,
      }),
    ],
    attributes: sampleAttributes(),
    controlFactors: ['gender', 'birth_year', 'region'].map((column) => ({
      from: 'customers',
      column,
    })),
    arms: [
      holdoutArm('CONTROL', names.control),
      carrotArm('COUPON', names.coupon, 'tm', 5000, 5000),
      carrotArm('GIFT', names.gift, 'tm', 4800, 5000),
      carrotArm('POINT', names.point, 'tm', 5000, 5000),
    ],
    channels: [{ id: 'tm', name: '', kind: 'tm', costPerContact: 3500, reachShare: 1 }],
    allocation: { kind: 'equal', perCellAndArm: 100 },
    ...undecided,
    power: { baselineShare: 0.03, lift: 0.05, alpha: 0.05 },
  };
}

function sampleAttributes(): Attribute[] {
  const t = catalogue().sample;
  return [
    {
      id: 'dormancy',
      name: t.dormancy,
      variable: { from: 'customers', column: 'last_purchase_date' },
      banding: { kind: 'months-since', cuts: [3, 6] },
      levelNames: [t.dormancyLevels.short, t.dormancyLevels.mid, t.dormancyLevels.long],
      unknownName: null,
      highestFirst: true,
    },
    {
      id: 'points',
      name: t.points,
      variable: { from: 'customers', column: 'points_balance' },
      banding: { kind: 'number', cuts: [3000, 10000] },
      levelNames: [t.pointsLevels.low, t.pointsLevels.mid, t.pointsLevels.high],
      unknownName: null,
      highestFirst: true,
    },
  ];
}
