import { iceScores } from '../ideas/ice.ts';
import { planFacts } from '../history/plan-facts.ts';
import type { Experiment, ProjectDocument } from '../history/project-document.ts';
import type { ColumnKind } from '../import/column.ts';

/** A table that the console makes of what the project keeps beside its rows. */
export interface MadeTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Names that no file is likely to have, since a query may call the user's own tables ideas and experiments. */
export const ideasTable = 'project_ideas';
export const experimentsTable = 'project_experiments';

const ideaColumns = {
  id: 'integer',
  name: 'text',
  target: 'text',
  impact: 'integer',
  confidence: 'integer',
  ease: 'integer',
  product: 'integer',
  mean: 'decimal',
  experiment: 'integer',
} as const;

const experimentColumns = {
  id: 'integer',
  name: 'text',
  created_at: 'text',
  idea: 'integer',
  arms: 'text',
  cells: 'integer',
  sample: 'integer',
  cost: 'decimal',
  best_arm: 'text',
  difference: 'decimal',
  difference_low: 'decimal',
  difference_high: 'decimal',
  p_value_adjusted: 'decimal',
  customers: 'integer',
} as const;

/**
 * The ideas with their scores and the experiments with their plan and outcome, as the lists on the screens show them.
 * A list without entries is no table. Shares 0..1, cost in the project's currency.
 */
export function madeTables({ ideas, experiments }: ProjectDocument): readonly MadeTable[] {
  const scores = iceScores(ideas);
  const ideaRows = ideas.map((idea, place) => {
    const score = scores.ok ? scores.value[place] : undefined;
    const experiment = experiments.find(({ ideaId }) => ideaId === idea.id)?.id ?? null;
    const { id, name, target, impact, confidence, ease } = idea;
    return [id, name, target, impact, confidence, ease, score?.product ?? null, score?.mean ?? null, experiment]; // prettier-ignore
  });
  return [
    { name: ideasTable, columns: columnsOf(ideaColumns), rows: ideaRows },
    {
      name: experimentsTable,
      columns: columnsOf(experimentColumns),
      rows: experiments.map(experimentRow),
    },
  ].filter(({ rows }) => rows.length > 0);
}

function columnsOf(kinds: Readonly<Record<string, ColumnKind>>): MadeTable['columns'] {
  return Object.entries(kinds).map(([name, kind]) => ({ name, kind }));
}

function experimentRow(experiment: Experiment): MadeTable['rows'][number] {
  const { id, name, createdAt, ideaId, design, outcome } = experiment;
  const plan = planFacts(experiment);
  const best = design?.arms.find((arm) => arm.id === outcome?.bestArm)?.name ?? outcome?.bestArm;
  return [
    id,
    name,
    createdAt,
    ideaId,
    design?.arms.map((arm) => arm.name).join(', ') ?? null,
    plan?.cells ?? null,
    plan?.sample ?? null,
    plan?.cost ?? null,
    best ?? null,
    outcome?.difference ?? null,
    outcome?.differenceLow ?? null,
    outcome?.differenceHigh ?? null,
    outcome?.pValueAdjusted ?? null,
    outcome?.customers ?? null,
  ];
}
