import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { studentPower } from './power-means.ts';
import { risingRoot } from './rising-root.ts';

/** How alike the customers of one cluster (a shop, a household) are. */
export interface Clustering {
  /** The mean number of customers in a cluster, at least 1. */
  readonly meanClusterSize: number;
  /** The standard deviation of the clusters' sizes over their mean, 0 by default (all alike). */
  readonly sizeVariation?: number;
  /** The correlation of two customers of one cluster, 0 to 1. */
  readonly intraclassCorrelation: number;
}

/** Whole clusters are treated or not. `standardDeviation`: among all customers (for a share p: root of p (1 - p)). */
export interface ClusterPlan extends Clustering {
  readonly standardDeviation: number;
  readonly alpha: number;
  readonly sides?: 1 | 2;
}

/**
 * How many times more customers an experiment needs when whole clusters are treated.
 * Refuses `invalid-clusters` (a mean below 1, a variation below 0, a correlation outside 0 to 1).
 * Source: Eldridge, Ashby & Kerry (2006), International Journal of Epidemiology 35: 1 + ((cv² + 1) m - 1) rho.
 * Example: clusters of 20 with variation 0.5 and correlation 0.05 give 2.2.
 */
export function designEffect(clustering: Clustering): Result<number> {
  const problem = clusteringProblem(clustering);
  return problem ? refuse(problem) : succeed(effectOf(clustering));
}

/**
 * How likely an experiment on whole clusters finds a true difference.
 * `difference`: in the unit of the outcome, not 0; clusters: of each arm, together above 2. Few clusters are paid for:
 * the t test has clusters - 2 degrees of freedom.
 * Refuses `invalid-clusters`, `invalid-standard-deviation`, `invalid-alpha`, `invalid-difference` and `invalid-size`.
 * Source: Donner & Klar (2000), 5.2; R `pt(ncp = )`.
 * Example: 10 clusters of 20 in each arm, correlation 0.05, difference 0.4, spread 1, alpha 0.05 gives 0.7730718.
 */
export function powerOfClusters(
  plan: ClusterPlan & {
    readonly difference: number;
    readonly clustersTreatment: number;
    readonly clustersControl: number;
  },
): Result<number> {
  const problem = planProblem(plan) ?? differenceProblem(plan.difference) ?? sizesProblem(plan);
  return problem ? refuse(problem) : succeed(powerAt(plan, plan.difference));
}

/**
 * How many clusters each arm needs so that a true difference is found with the wanted power.
 * `power`: between `alpha` and 1. The formula's value, at least 2, to be rounded up.
 * Refuses what the power refuses, `invalid-power`, and `effect-too-small` beyond a billion clusters.
 * Source: Donner & Klar (2000), 5.2; R `pt(ncp = )`, solved for the clusters.
 * Example: clusters of 20, correlation 0.05, difference 0.4, spread 1, alpha 0.05, power 0.8 gives 10.61766.
 */
export function clustersPerArm(
  plan: ClusterPlan & { readonly difference: number; readonly power: number },
): Result<number> {
  const { difference, power } = plan;
  const problem = planProblem(plan) ?? differenceProblem(difference) ?? powerProblem(plan);
  if (problem) return refuse(problem);
  const missing = (clusters: number): number =>
    powerAt({ ...plan, clustersTreatment: clusters, clustersControl: clusters }, difference) -
    power;
  const clusters = risingRoot(missing, { from: 2, most: 1e9 });
  return clusters === null ? refuse({ code: 'effect-too-small', difference }) : succeed(clusters);
}

/**
 * The smallest difference that so many clusters show with the wanted power.
 * Arguments as above; the answer is in the unit of the outcome.
 * Refuses what the others refuse, and `no-detectable-effect` beyond a million million standard deviations.
 * Source: Donner & Klar (2000), 5.2; R `pt(ncp = )`, solved for the difference.
 * Example: 10 clusters of 20 in each arm, correlation 0.05, spread 1, alpha 0.05, power 0.8 gives 0.4137152.
 */
export function detectableClusterDifference(
  plan: ClusterPlan & {
    readonly power: number;
    readonly clustersTreatment: number;
    readonly clustersControl: number;
  },
): Result<number> {
  const { power, alpha, standardDeviation } = plan;
  const problem = planProblem(plan) ?? powerProblem(plan) ?? sizesProblem(plan);
  if (problem) return refuse(problem);
  const missing = (effect: number): number =>
    powerAt({ ...plan, standardDeviation: 1 }, effect) - power;
  if (missing(0) >= 0) return refuse({ code: 'invalid-power', power, alpha });
  const effect = risingRoot(missing, { from: 1, most: 1e12, lowest: 0 });
  return effect === null
    ? refuse({ code: 'no-detectable-effect' })
    : succeed(effect * standardDeviation);
}

function effectOf({
  meanClusterSize,
  sizeVariation = 0,
  intraclassCorrelation,
}: Clustering): number {
  return 1 + ((sizeVariation ** 2 + 1) * meanClusterSize - 1) * intraclassCorrelation;
}

function powerAt(
  plan: ClusterPlan & { readonly clustersTreatment: number; readonly clustersControl: number },
  difference: number,
): number {
  const { clustersTreatment, clustersControl, standardDeviation, meanClusterSize } = plan;
  const perCustomer = (1 / clustersTreatment + 1 / clustersControl) / meanClusterSize;
  const standardError = standardDeviation * Math.sqrt(perCustomer * effectOf(plan));
  const degreesOfFreedom = clustersTreatment + clustersControl - 2;
  return studentPower(plan, Math.abs(difference) / standardError, degreesOfFreedom);
}

function clusteringProblem(clustering: Clustering): Problem | null {
  const { meanClusterSize, sizeVariation = 0, intraclassCorrelation } = clustering;
  const possible =
    meanClusterSize >= 1 &&
    meanClusterSize <= 1e12 &&
    sizeVariation >= 0 &&
    sizeVariation <= 1e6 &&
    intraclassCorrelation >= 0 &&
    intraclassCorrelation <= 1;
  return possible
    ? null
    : { code: 'invalid-clusters', meanClusterSize, sizeVariation, intraclassCorrelation };
}

function planProblem(plan: ClusterPlan): Problem | null {
  const { standardDeviation, alpha } = plan;
  if (!(standardDeviation >= 1e-100 && standardDeviation <= 1e100)) {
    return { code: 'invalid-standard-deviation', standardDeviation };
  }
  if (!(alpha >= 1e-100 && alpha < 0.5)) return { code: 'invalid-alpha', alpha };
  return clusteringProblem(plan);
}

function differenceProblem(difference: number): Problem | null {
  const possible = difference !== 0 && Number.isFinite(difference);
  return possible ? null : { code: 'invalid-difference', difference };
}

function sizesProblem(plan: {
  readonly clustersTreatment: number;
  readonly clustersControl: number;
}): Problem | null {
  const { clustersTreatment, clustersControl } = plan;
  const possible =
    Math.min(clustersTreatment, clustersControl) >= 1 &&
    clustersTreatment + clustersControl > 2 &&
    Math.max(clustersTreatment, clustersControl) <= 1e12;
  return possible ? null : { code: 'invalid-size', clustersTreatment, clustersControl };
}

function powerProblem({ alpha, power }: ClusterPlan & { readonly power: number }): Problem | null {
  return power > alpha && power < 1 ? null : { code: 'invalid-power', power, alpha };
}
