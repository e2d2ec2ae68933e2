import {
  noFurtherColumns,
  usualReading,
  type AnalysisPlan,
  type ExperimentTotals,
} from '#core/results/analysis.ts';
import { usualListPlan } from '#core/rollout/list/list-plan.ts';
import { rolloutListAlgorithm, type RolloutList } from '#core/rollout/list/rollout-list.ts';
import { usualProcess } from '#core/rollout/process.ts';
import { drawAlgorithm } from '#core/assignment/assignment.ts';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Design } from '#core/design/design.ts';
import { noneOfThose, onlyThose } from '#core/design/eligibility.ts';
import { freezePlan } from '#core/design/plan-freeze.ts';
import {
  emptyDocument,
  type Experiment,
  type ProjectDocument,
  type ExperimentOutcome,
} from '#core/history/project-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { plainDialect, plainLayout } from '#core/import/dialect.ts';
import { deckDesign, deckPopulation } from '../design/deck-design.ts';

export const customersTable: DataTable = {
  name: 'customers',
  label: 'customers.csv',
  role: 'customers',
  columns: [
    { name: 'customer_id', kind: 'text', role: 'customer-id', personal: null },
    { name: 'last_purchase_date', kind: 'date', role: 'last-purchase', personal: null },
    { name: 'points_balance', kind: 'integer', role: 'points', personal: null },
  ],
  rowCount: 24_000,
  report: {
    fileName: 'customers.csv',
    byteCount: 1_900_000,
    source: { format: 'text', encoding: 'euc-kr', dialect: plainDialect, layout: plainLayout },
    rowsRead: 24_001,
    rowsKept: 24_000,
    rowsRejected: 1,
    lines: { total: 24_005, header: 1, continued: 2 },
    rowsBefore: 0,
    rowsReplaced: 0,
    columnsMissing: [],
    columnsAdded: [],
    seconds: 0.7,
    problems: [
      {
        code: 'not-a-date',
        severity: 'value',
        column: 'last_purchase_date',
        count: 1,
        value: null,
        share: null,
        examples: [{ line: 7, text: '2017-02-30' }],
      },
      {
        code: 'duplicate-id',
        severity: 'kept',
        column: 'customer_id',
        count: 1,
        value: null,
        share: null,
        examples: [{ line: 9, text: 'C000001' }],
      },
    ],
  },
};

export const ordersTable: DataTable = {
  name: 'orders',
  label: 'orders.csv',
  role: 'transactions',
  columns: [
    { name: 'member', kind: 'text', role: 'customer-id', personal: null },
    { name: 'day', kind: 'date', role: 'order-date', personal: null },
    { name: 'won', kind: 'integer', role: 'amount', personal: null },
  ],
  rowCount: 61_643,
  report: null,
};

/** Every kind of condition, banding, variable and allocation in one design. */
const richDesign: Design = {
  ...deckDesign,
  brief: {
    program: 'win-back',
    purpose: '휴면고객을 다시 부른다',
    startsOn: '2017-04-03',
    endsOn: '2017-04-07',
    responseWindowDays: 14,
    primaryMetric: 'purchase-rate',
    guardMetrics: ['opt-out-rate', 'return-rate'],
    hypotheses: [{ id: 'h1', text: '짧게 쉰 고객이 더 반응한다', direction: 'higher' }],
  },
  eligibility: [
    onlyThose({ kind: 'category', variable: { from: 'stage' }, values: ['inactive'], drawn: null }),
    onlyThose({
      kind: 'number',
      variable: { from: 'transactions', measure: 'spend' },
      from: 1000,
      below: null,
    }),
    onlyThose({
      kind: 'months-since',
      variable: { from: 'customers', column: 'last_purchase_date' },
      from: 1,
      to: null,
    }),
    {
      isOn: false,
      exclude: true,
      any: [
        { kind: 'missing', variable: { from: 'customers', column: 'region' } },
        {
          kind: 'category',
          variable: { from: 'customers', column: 'region' },
          values: ['부산'],
          drawn: { seed: '7', of: 9 },
        },
        {
          kind: 'days-since',
          variable: { from: 'transactions', measure: 'last-order-date' },
          from: null,
          to: 30,
        },
        {
          kind: 'listed',
          table: 'contacts',
          customerColumn: 'customer_id',
          within: { dateColumn: 'contact_date', days: 30 },
        },
        { kind: 'listed', table: 'refusals', customerColumn: 'member', within: null },
      ],
    },
    noneOfThose({ kind: 'running-experiment' }),
    noneOfThose({ kind: 'id-sample', seed: 'always-on', share: 0.05 }),
  ],
  attributes: [
    ...deckDesign.attributes,
    {
      id: 'region',
      name: 'Region',
      variable: { from: 'customers', column: 'region' },
      banding: { kind: 'category', groups: [['서울', '경기'], ['부산']] },
      levelNames: ['capital', 'Busan'],
      unknownName: 'elsewhere',
      highestFirst: false,
    },
  ],
  controlFactors: [{ from: 'customers', column: 'gender' }],
  arms: deckDesign.arms.map((arm, place) =>
    arm.role === 'holdout'
      ? arm
      : { ...arm, expectedLift: 0.04, run: [{ factor: 'carrot', level: `level-${place}` }] },
  ),
  factorPlan: {
    factors: [
      {
        id: 'carrot',
        name: 'Carrot',
        kind: 'carrot',
        levels: deckDesign.arms.slice(1).map(({ name, costPerReward, valueToCustomer }, place) => ({
          id: `level-${place + 1}`,
          name,
          offer: { costPerReward, valueToCustomer, redemptionShare: 1 },
          channel: null,
        })),
      },
      {
        id: 'channel',
        name: 'Channel',
        kind: 'channel',
        levels: [
          { id: 'tm', name: 'TM', offer: null, channel: 'tm' },
          { id: 'dm', name: 'DM', offer: null, channel: null },
        ],
      },
    ],
    forbidden: [
      [
        { factor: 'carrot', level: 'level-1' },
        { factor: 'channel', level: 'dm' },
      ],
    ],
    kind: 'd-optimal',
  },
  allocation: { kind: 'proportional', total: 3000 },
  cellRules: [
    { cell: 2, isOff: true, least: null, most: null },
    { cell: 3, isOff: false, least: 40, most: 800 },
  ],
  budget: 30_000_000,
  questionPlan: {
    asked: [
      { id: 'q1', kind: 'any-carrot', adjustment: 'dunnett', within: [0, 1] },
      { id: 'q2', kind: 'carrot-versus-holdout', carrot: 'coupon' },
      { id: 'q3', kind: 'carrot-versus-carrot', first: 'coupon', second: 'gift' },
      { id: 'q4', kind: 'same-everywhere', carrot: null, attribute: 1 },
      { id: 'q5', kind: 'carrot-for-customer', attribute: null },
      {
        id: 'q6',
        kind: 'trend',
        outcome: 'effect',
        carrot: 'point',
        directions: [{ attribute: 0, direction: 'falling', scores: [0, 2, 5] }],
      },
      { id: 'q7', kind: 'main-effect', factor: 'channel' },
      { id: 'q8', kind: 'additive', factors: ['carrot', 'channel'] },
    ],
    multiplicity: 'holm',
    power: 0.9,
  },
  looks: { kind: 'any-time' },
  earnings: {
    profitPerResponse: 18_000,
    meanLift: 0.04,
    liftSpread: 0.02,
    cellSpread: 0.01,
    baselineSpread: 0.005,
  },
};

const cellReading: AnalysisPlan = {
  source: {
    kind: 'drawn',
    experiment: 2,
    table: 'responses',
    customerColumn: 'customer_id',
    outcomeColumn: null,
    everyRow: 'responded',
    moneyColumn: 'amount',
    ...noFurtherColumns,
    dateColumn: 'responded_on',
    furtherFiles: [
      {
        table: 'deliveries',
        customerColumn: 'customer_id',
        outcomeColumn: null,
        everyRow: 'nothing',
        moneyColumn: null,
        ...noFurtherColumns,
        deliveryColumn: 'delivery',
      },
    ],
  },
  control: 'CONTROL',
  strata: { kind: 'cells', design: richDesign },
  confidenceShare: 0.9,
  window: { from: '2017-03-27', to: '2017-04-14' },
  multiplicity: 'dunnett',
  moneyCapShare: 0.95,
  beforeColumn: 'points',
  margin: 0.01,
  looks: { kind: 'planned', looks: 3 },
  severalArms: 'leave-out',
};

const bestOutcome: ExperimentOutcome = {
  bestArm: 'POINT',
  difference: 0.0767,
  differenceLow: 0.054,
  differenceHigh: 0.101,
  pValueAdjusted: 1.8e-10,
  customers: 3600,
  carrots: [
    {
      arm: 'POINT',
      difference: 0.0767,
      customers: 900,
      share: 0.11,
      holdoutCustomers: 900,
      holdoutShare: 0.0333,
    },
  ],
};

const fullTotals: ExperimentTotals = {
  arms: ['CONTROL', 'POINT'],
  strata: [
    {
      key: ['0'],
      totals: [
        { customers: 100, responders: 2, moneySum: 0, moneySumOfSquares: 0 },
        { customers: 100, responders: 12, moneySum: 1.5, moneySumOfSquares: 2.25 },
      ],
      population: 501,
    },
  ],
  leftOut: {
    missingArm: 1,
    missingOutcome: 2,
    noStratum: 3,
    notOnList: 4,
    repeatedCustomers: 5,
    inSeveralArms: 8,
    beforeWindow: 6,
    afterWindow: 7,
  },
};

/** A rollout list of two cells, sent in two waves, with what became of it. */
const fullList: RolloutList = {
  id: 7,
  algorithm: rolloutListAlgorithm,
  seed: '7',
  design: richDesign,
  plan: usualListPlan,
  holdoutShare: 0.05,
  carrots: ['POINT', null],
  pool: {
    eligible: [501, 790],
    tested: [100, 100],
    heldOut: [100, 100],
    rolledOut: [0, 0],
    withoutCarrot: [0, 590],
    withoutConsent: [1, 0],
    left: [300, 0],
  },
  counts: [
    [15, 143, 142],
    [0, 0, 0],
  ],
  runningExperiments: [3],
  listFingerprint: '8277e0910d750195b448797616e091ad',
  drawnAt: '2017-05-01T09:00:00Z',
  forecast: {
    conclusion: '0cc175b9c0f1b6a831c399e269772661',
    terms: [
      { arm: 'POINT', marginPerResponse: 9000, rewardPerResponse: 5000, costPerContact: 3500 },
    ],
    parts: [
      {
        arm: null,
        contacted: 285,
        heldBack: 15,
        treatmentShare: { estimate: 0.12, standardError: 0.03, chance: 0.02 },
        controlShare: { estimate: 0.02, standardError: 0.01, chance: 0.03 },
        difference: { estimate: 0.1, standardError: 0.032, chance: 0.036 },
        profitPerContact: null,
        salesPerContact: null,
      },
    ],
  },
  outcome: {
    file: {
      ...noFurtherColumns,
      table: 'orders',
      customerColumn: 'customer_id',
      outcomeColumn: null,
      everyRow: 'purchased',
      moneyColumn: 'amount',
    },
    window: { from: '2017-05-08', to: '2017-05-29' },
    readAt: '2017-06-01T09:00:00Z',
    totals: fullTotals,
  },
};

export const fullExperiment: Experiment = {
  id: 2,
  name: 'Win-back',
  createdAt: '2017-03-26T09:00:00Z',
  ideaId: 1,
  design: richDesign,
  freeze: freezePlan({
    design: richDesign,
    rules: defaultStageRules,
    source: {
      table: 'customers',
      idColumn: 'customer_id',
      lastPurchaseColumn: 'last_purchase_date',
      transactions: null,
    },
    dataFingerprint: '900150983cd24fb0d6963f7d28e17f72',
    seed: '7',
    algorithms: [drawAlgorithm],
    frozenAt: '2017-03-26T09:29:00Z',
  }),
  versionOf: 1,
  assignment: {
    algorithm: drawAlgorithm,
    seed: '7',
    balance: null,
    counts: deckPopulation.map(() => [100, 100, 100, 100]),
    population: deckPopulation,
    runningExperiments: [3],
    listFingerprint: '900150983cd24fb0d6963f7d28e17f72',
    drawnAt: '2017-03-26T09:30:00Z',
    topUps: [],
  },
  analysis: cellReading,
  outcome: bestOutcome,
  conclusions: [
    {
      concludedAt: '2017-04-20T09:00:00Z',
      fingerprint: '0cc175b9c0f1b6a831c399e269772661',
      parts: { data: 'a', list: 'b', plan: 'c', procedures: 'd' },
      procedures: ['miettinen-nurminen 1'],
      plan: cellReading,
      totals: fullTotals,
      plannedSizes: [100, 100],
      outcome: bestOutcome,
      note: '',
    },
  ],
  rollout: {
    arm: 'POINT',
    population: null,
    value: {
      marginShare: 0.3,
      cannibalisedShare: 0.05,
      laterOrdersPerMonth: 0.25,
      months: 12,
      discountPerMonth: 0.01,
    },
    carrots: [
      {
        arm: 'POINT',
        orderValue: 30_000,
        costPerContact: 3500,
        costPerReward: 5000,
        redemptionShare: 0.9,
      },
    ],
    policy: {
      budget: 20_000_000,
      capacities: [{ channel: 'tm', most: 5000 }],
      holdoutShare: 0.05,
      sameWithin: 'dormancy',
      basis: 'money',
      judgedBy: { name: 'hypergeometric-folds', version: 1, folds: 5, seed: 'carrotlab' },
    },
    outlook: {
      scope: 'one-carrot',
      effects: 'raw',
      effectKept: 0.8,
      responseFactor: 1.1,
      costFactor: 1.05,
      lossLimit: 1_000_000,
    },
    winBack: {
      contacted: 100,
      costPerContact: 3500,
      responded: 30,
      costPerReward: 1000,
      costPerFollowUp: 500,
      retained: 20,
      orderValue: 30_000,
      marginShare: 0.3,
      ordersPerResponder: 1,
      months: 6,
      discountPerMonth: 0.01,
      holdoutShare: 0.14,
      holdoutRetainedShare: 0.5,
      retainedShareWithout: 0.6,
      followUps: [
        {
          name: '감사글',
          costPerCustomer: 300,
          remaining: 15,
          ordersPerMonth: 0.5,
          months: 3,
          shareWithout: 0.7,
          holdoutShare: null,
        },
      ],
    },
    listPlan: {
      carrots: 'single',
      leftOut: { tested: true, heldOut: false, rolledOut: true },
      consents: [{ channel: 'tm', column: 'consent_sms', values: ['1'] }],
      waves: { kind: 'limit', limits: [{ channel: 'tm', most: 500 }] },
    },
    lists: [fullList],
    process: {
      ...usualProcess,
      organisation: 'CRM 팀',
      senders: [{ channel: 'tm', name: '콜센터' }],
      startsOn: '2017-05-08',
      responseWindowDays: 21,
      checks: ['consent', 'budget'],
    },
  },
};

/** A project with something in every field. */
export const fullDocument: ProjectDocument = {
  ...emptyDocument('봄 윈백'),
  tables: [customersTable, ordersTable],
  asOf: '2017-03-26',
  ideas: [{ id: 1, name: 'Win-back', target: '20대', impact: 8, confidence: 7, ease: 9 }],
  experiments: [
    fullExperiment,
    {
      ...fullExperiment,
      id: 3,
      ideaId: null,
      design: null,
      freeze: null,
      versionOf: null,
      assignment: null,
      analysis: {
        source: {
          kind: 'table',
          table: 'contacts',
          customerColumn: null,
          armColumn: 'arm',
          outcomeColumn: 'responded',
          moneyColumn: null,
          ...noFurtherColumns,
        },
        control: 'CONTROL',
        strata: { kind: 'columns', columns: ['region'] },
        ...usualReading,
      },
      outcome: null,
      conclusions: [],
      rollout: null,
    },
  ],
  currentExperiment: 2,
  nextId: 8,
};
