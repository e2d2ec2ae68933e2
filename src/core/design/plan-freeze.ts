import type { StageRules } from '../customers/journey.ts';
import type { CustomerSource } from '../customers/variable.ts';
import { md5Hex } from '../random/md5.ts';
import type { Design } from './design.ts';

/** What a plan consists of; each part has a fingerprint of its own, so that a change can be named. */
export const planParts = [
  'data',
  'brief',
  'target',
  'cells',
  'arms',
  'sample',
  'questions',
  'algorithms',
  'seed',
] as const;

export type PlanPart = (typeof planParts)[number];

/** A plan as it was when nothing about it was open any more. */
export interface PlanFreeze {
  /** MD5 of the fingerprints of all parts. It shows a change, not who made it: it is no signature. */
  readonly fingerprint: string;
  readonly parts: Readonly<Record<PlanPart, string>>;
  readonly seed: string;
  /** Names and versions of the procedures that the plan relies on. */
  readonly algorithms: readonly string[];
  /** ISO date and time. */
  readonly frozenAt: string;
}

export interface FreezeInputs {
  readonly design: Design;
  readonly rules: StageRules;
  readonly source: CustomerSource;
  /** MD5 of the eligible customers and their cells, as the engine counts them. */
  readonly dataFingerprint: string;
  readonly seed: string;
  readonly algorithms: readonly string[];
  /** ISO date and time. */
  readonly frozenAt: string;
}

/**
 * The plan with its fingerprint: of the customers it was made for, target, cells, arms, sample, questions with the
 * analysis they call for, procedures and seed. The same plan gives the same fingerprint in every browser.
 * Example: two freezes that differ in `frozenAt` only have the same fingerprint.
 */
export function freezePlan(inputs: FreezeInputs): PlanFreeze {
  const { design, rules, source, dataFingerprint, seed, algorithms, frozenAt } = inputs;
  const { primaryMetric, guardMetrics, hypotheses, ...brief } = design.brief;
  const contents: Readonly<Record<PlanPart, unknown>> = {
    data: [source, dataFingerprint],
    brief,
    target: [design.asOf, design.eligibility, rules],
    cells: [design.attributes, design.controlFactors],
    arms: [design.arms, design.channels, design.factorPlan],
    sample: [design.allocation, design.cellRules, design.budget],
    questions: [
      primaryMetric,
      guardMetrics,
      hypotheses,
      design.power,
      design.questionPlan,
      // One look at the end is what plans meant before they could say so: their fingerprint stays.
      ...(design.looks.kind === 'once' ? [] : [design.looks]),
    ],
    algorithms,
    seed,
  };
  const parts = Object.fromEntries(
    planParts.map((part) => [part, md5Hex(canonicalJson(contents[part]))]),
  ) as Record<PlanPart, string>;
  const fingerprint = md5Hex(planParts.map((part) => `${part}:${parts[part]}`).join('\n'));
  return { fingerprint, parts, seed, algorithms, frozenAt };
}

/** The parts in which two plans differ, in the order of the plan. Example: another seed alone gives ['seed']. */
export function changedParts(
  { parts: before }: Pick<PlanFreeze, 'parts'>,
  { parts: after }: Pick<PlanFreeze, 'parts'>,
): readonly PlanPart[] {
  return planParts.filter((part) => before[part] !== after[part]);
}

/**
 * JSON with the fields of every object in alphabetical order: equal values give equal texts.
 * Example: `{ b: 1, a: [2] }` is `{"a":[2],"b":1}`.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
