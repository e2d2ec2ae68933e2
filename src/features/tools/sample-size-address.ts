import {
  queryString,
  readChoice,
  readNumbers,
  readOptionalNumber,
  type ParameterProblems,
} from './parameter.ts';
import type { Metric } from './significance-address.ts';

/** What the calculator is asked for follows from what is left out: the size, the power, or the smallest lift. */
export interface SampleSizeInputs {
  readonly metric: Metric;
  readonly baseline: number;
  /** In shares (0.01 is one point), or in the unit of the mean. Null only where `n` is given. */
  readonly lift: number | null;
  readonly sd: number;
  readonly alpha: number;
  readonly power: number;
  /** Treated customers per control customer. */
  readonly ratio: number;
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
  const ofRate = metric.value === 'rate';
  const { values, problems } = readNumbers(query, {
    ...commonRules,
    baseline: { ...share, required: ofRate && !example },
    sd: { ...spread, required: !ofRate && !example },
  });
  const found: ParameterProblems<SampleSizeName> = { ...problems };
  if (metric.problem) found.metric = metric.problem;
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
      lift: liftNeeded ? exampleLift[metric.value] : lift,
      population,
      n,
    },
    problems: found,
    example,
  };
}

/** The address of these inputs; what the metric does not use is left out. */
export function writeSampleSize(inputs: SampleSizeInputs): string {
  const { metric, baseline, lift, sd, alpha, power, ratio, population, n } = inputs;
  return metric === 'mean'
    ? queryString({ metric, sd, lift, alpha, power, ratio, n })
    : queryString({ baseline, lift, alpha, power, ratio, population, n });
}
