import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import type { ArmMean } from '#core/stats/means/mean-interval.ts';
import {
  checkNumber,
  queryString,
  readChoice,
  readNumbers,
  shortened,
  type ParameterProblem,
  type ParameterProblems,
} from './parameter.ts';

export type Metric = 'rate' | 'mean';

/** One arm as it stands in the address: trials and conversions, or customers, mean and standard deviation. */
export type WrittenArm = readonly string[];

/** Which test decides on shares: the score test (recommended), two exact tests, or the classic pooled z. */
export type RateMethod = 'score' | 'boschloo' | 'fisher' | 'pooled-z';
/** Which test decides on means: Welch (recommended), or Student with one variance for both arms. */
export type MeanMethod = 'welch' | 'student';
export type TestMethod = RateMethod | MeanMethod;

/** The first is the recommended one: it stands in no address. */
export const rateMethods = ['score', 'boschloo', 'fisher', 'pooled-z'] as const;
export const meanMethods = ['welch', 'student'] as const;

/** How the p-values of several carrots are adjusted, or not at all. */
export const adjustments = ['holm', 'dunnett', 'bonferroni', 'none'] as const;
export type Adjustment = (typeof adjustments)[number];

export type Outcome =
  | { readonly metric: 'rate'; readonly method: RateMethod }
  | { readonly metric: 'mean'; readonly method: MeanMethod };

/** The recommended test of each outcome. */
export const usualTest: Record<Metric, Outcome> = {
  rate: { metric: 'rate', method: rateMethods[0] },
  mean: { metric: 'mean', method: meanMethods[0] },
};

export type SignificanceInputs = Outcome & {
  readonly adjust: Adjustment;
  /** The first is the control. */
  readonly arms: readonly WrittenArm[];
  readonly alpha: number;
};

export const mostArms = 12;
export const armParts: Record<Metric, number> = { rate: 2, mean: 3 };

export const exampleArms: Record<Metric, readonly WrittenArm[]> = {
  rate: [
    ['1000', '120'],
    ['1000', '150'],
  ],
  mean: [
    ['1000', '12400', '38000'],
    ['1000', '16900', '43000'],
  ],
};

const alphaRule = { fallback: 0.05, least: 1e-6, most: 0.5 };
const names = ['arms', 'metric', 'alpha', 'method', 'adjust'];

/** Reads `?arms=1000:120,1000:150&alpha=0.05&method=score&adjust=holm`. An arm that makes no sense stays as written: its row says why. */
export function parseSignificance(search: string): {
  readonly inputs: SignificanceInputs;
  readonly problems: ParameterProblems<'arms' | 'metric' | 'alpha' | 'method' | 'adjust'>;
  /** The address says nothing: the inputs are an example. */
  readonly example: boolean;
} {
  const query = new URLSearchParams(search);
  const metric = readChoice(query, 'metric', ['rate', 'mean']);
  const method = readChoice<TestMethod>(
    query,
    'method',
    metric.value === 'rate' ? [...rateMethods] : [...meanMethods],
  );
  const adjust = readChoice(query, 'adjust', adjustments);
  const { values, problems } = readNumbers(query, { alpha: alphaRule });
  const arms = readArms(query.get('arms'), metric.value);
  const example = !names.some((name) => query.has(name));
  return {
    inputs: {
      ...({ metric: metric.value, method: method.value } as Outcome),
      adjust: adjust.value,
      arms: arms.value,
      alpha: values.alpha,
    },
    problems: {
      ...problems,
      ...(metric.problem && { metric: metric.problem }),
      ...(method.problem && { method: method.problem }),
      ...(adjust.problem && { adjust: adjust.problem }),
      ...(arms.problem && !example && { arms: arms.problem }),
    },
    example,
  };
}

/** The address of these inputs; the recommended method and adjustment stand in no address. */
export function writeSignificance(inputs: SignificanceInputs): string {
  const { metric, method, adjust, arms, alpha } = inputs;
  const written = arms.map((parts) => parts.map(cleanPart).join(':')).join(',');
  return queryString({
    metric: metric === 'rate' ? null : metric,
    arms: written,
    alpha,
    method: method === rateMethods[0] || method === meanMethods[0] ? null : method,
    adjust: adjust === adjustments[0] ? null : adjust,
  });
}

/** A typed number without what separates numbers in the address. */
export function cleanPart(text: string): string {
  return text.replaceAll(/[\s,:]/g, '').slice(0, 40);
}

function readArms(
  text: string | null,
  metric: Metric,
): { readonly value: readonly WrittenArm[]; readonly problem?: ParameterProblem } {
  const pieces = (text ?? '').split(',').filter((piece) => piece.trim() !== '');
  const fallback = exampleArms[metric];
  if (pieces.length === 0) return { value: fallback, problem: { code: 'missing', written: '' } };
  const count = armParts[metric];
  const problem = listProblem(pieces, count);
  if (!pieces.some((piece) => piece.includes(':'))) return { value: fallback, ...problem };
  const value = pieces.slice(0, mostArms).map((piece): WrittenArm => {
    const parts = piece.split(':').map(cleanPart);
    const readable = parts.length <= count ? parts : [];
    return Array.from({ length: count }, (_, place) => readable[place] ?? '');
  });
  return { value, ...problem };
}

function listProblem(
  pieces: readonly string[],
  count: number,
): { readonly problem?: ParameterProblem } {
  if (pieces.length > mostArms) {
    return { problem: { code: 'too-many', written: String(pieces.length), limit: mostArms } };
  }
  const malformed = pieces.find((piece) => piece.split(':').length !== count);
  if (malformed !== undefined) {
    return { problem: { code: 'malformed', written: shortened(malformed) } };
  }
  return pieces.length < 2
    ? { problem: { code: 'too-few', written: String(pieces.length), limit: 2 } }
    : {};
}

/** What is wrong with one arm: which part (0 is the number of customers), and how. */
export interface ArmProblem {
  readonly part: number;
  readonly problem: ParameterProblem | { readonly code: 'more-events-than-trials' };
}

const sizeRule = { least: 1, most: 1e9, whole: true };
const amountRule = { least: -1e12, most: 1e12 };

/** The counts of a written arm, or the first thing that is wrong with it. */
export function armCounts(arm: WrittenArm): ArmCounts | ArmProblem {
  const trials = checkNumber(arm[0] ?? '', sizeRule);
  if (trials.problem) return { part: 0, problem: trials.problem };
  const events = checkNumber(arm[1] ?? '', { ...sizeRule, least: 0 });
  if (events.problem) return { part: 1, problem: events.problem };
  return events.value > trials.value
    ? { part: 1, problem: { code: 'more-events-than-trials' } }
    : { events: events.value, trials: trials.value };
}

/** The summary of a written arm of means, or the first thing that is wrong with it. */
export function armMean(arm: WrittenArm): ArmMean | ArmProblem {
  const count = checkNumber(arm[0] ?? '', { ...sizeRule, least: 2 });
  if (count.problem) return { part: 0, problem: count.problem };
  const mean = checkNumber(arm[1] ?? '', amountRule);
  if (mean.problem) return { part: 1, problem: mean.problem };
  const deviation = checkNumber(arm[2] ?? '', { ...amountRule, least: 0 });
  if (deviation.problem) return { part: 2, problem: deviation.problem };
  return { count: count.value, mean: mean.value, standardDeviation: deviation.value };
}
