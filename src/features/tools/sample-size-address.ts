import {
  queryString,
  readChoice,
  readNumbers,
  readOptionalNumber,
  type ParameterProblems,
} from './parameter.ts';
import type { Metric } from './significance-address.ts';

/** By which formula the size follows; the first is the recommended one. `exact` counts every possible outcome. */
export const sizeMethods = ['r', 'exact', 'arcsine', 'evan-miller'] as const;
export type SizeMethod = (typeof sizeMethods)[number];

/** What the calculator is asked for follows from what is left out: the size, the power, or the smallest lift. */
export interface SampleSizeInputs {
  readonly metric: Metric;
  readonly baseline: number;
  /** In shares (0.01 is one point), or in the unit of the mean. Null only where `n` is given. */
  readonly lift: number | null;
  readonly sd: number;
  readonly alpha: number;
  readonly power: number;
  /** Customers of one treatment arm per control customer. */
  readonly ratio: number;
  /** How many carrots are compared with the one control. */
  readonly treatments: number;
  readonly sides: 1 | 2;
  readonly method: SizeMethod;
  readonly population: number | null;
  /** Customers in the control arm. */
  readonly n: number | null;
}

export type SampleSizeName = keyof SampleSizeInputs;

const mostCustomers = 1e9;
const exampleLift: Record<Metric, number> = { rate: 0.01, mean: 3000 };
const commonRules = {
  alpha: { fallback: 0.05, least: 1e-6, most: 0.499999 },
  power: { fallback: 0.8, least: 0, most: 1, open: true },
  ratio: { fallback: 1, least: 0.001, most: 1000 },
  treatments: { fallback: 1, least: 1, most: 11, whole: true },
};
const share = { fallback: 0.05, least: 0, most: 1, open: true };
const spread = { fallback: 38_000, least: 1e-6, most: 1e12 };
const names: readonly SampleSizeName[] = [
  'metric',
  'baseline',
  'lift',
  'sd',
  'alpha',
  'power',
  'ratio',
  'treatments',
  'sides',
  'method',
  'population',
  'n',
];

/** Reads `?baseline=0.05&lift=0.01&alpha=0.05&power=0.8&ratio=1&population=` and `metric=mean&sd=&lift=`. */
export function parseSampleSize(search: string): {
  readonly inputs: SampleSizeInputs;
  readonly problems: ParameterProblems<SampleSizeName>;
  readonly example: boolean;
} {
  const query = new URLSearchParams(search);
  const example = !names.some((name) => query.has(name));
  const metric = readChoice(query, 'metric', ['rate', 'mean']);
  const sides = readChoice(query, 'sides', ['2', '1']);
  const method = readChoice(query, 'method', sizeMethods);
  const ofRate = metric.value === 'rate';
  const { values, problems } = readNumbers(query, {
    ...commonRules,
    baseline: { ...share, required: ofRate && !example },
    sd: { ...spread, required: !ofRate && !example },
  });
  const found: ParameterProblems<SampleSizeName> = { ...problems };
  if (metric.problem) found.metric = metric.problem;
  if (sides.problem) found.sides = sides.problem;
  if (method.problem && ofRate) found.method = method.problem;
  const read = (
    name: 'n' | 'lift' | 'population',
    least: number,
    whole: boolean,
  ): number | null => {
    const most = name === 'lift' ? 1e12 : mostCustomers;
    const { value, problem } = readOptionalNumber(query, name, { least, most, whole });
    if (problem) found[name] = problem;
    return value;
  };
  const n = read('n', 2, true);
  const population = read('population', 2, true);
  const lift = read('lift', -1e12, false);
  const liftNeeded = lift === null && (n === null || found.lift !== undefined);
  if (liftNeeded && !found.lift && !example) found.lift = { code: 'missing', written: '' };
  return {
    inputs: {
      metric: metric.value,
      ...values,
      sides: sides.value === '1' ? 1 : 2,
      method: ofRate ? method.value : sizeMethods[0],
      lift: liftNeeded ? exampleLift[metric.value] : lift,
      population,
      n,
    },
    problems: found,
    example,
  };
}

/** The address of these inputs; what the metric does not use and what is usual is left out. */
export function writeSampleSize(inputs: SampleSizeInputs): string {
  const { metric, baseline, lift, sd, alpha, power, ratio, population, n } = inputs;
  const unusual = {
    treatments: inputs.treatments === 1 ? null : inputs.treatments,
    sides: inputs.sides === 2 ? null : inputs.sides,
    method: inputs.method === sizeMethods[0] ? null : inputs.method,
  };
  return metric === 'mean'
    ? queryString({ metric, sd, lift, alpha, power, ratio, n, ...unusual, method: null })
    : queryString({ baseline, lift, alpha, power, ratio, population, n, ...unusual });
}
