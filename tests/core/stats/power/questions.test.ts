import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clustersPerArm,
  designEffect,
  detectableClusterDifference,
  powerOfClusters,
} from '#core/stats/power/cluster-power.ts';
import {
  contrastStandardError,
  detectableContrast,
  powerOfContrast,
  sampleSizeForContrast,
} from '#core/stats/power/contrast-power.ts';
import { powerOfMeans } from '#core/stats/power/power-means.ts';
import {
  minimumDetectableLift,
  powerOfProportions,
  sampleSizePerArm,
} from '#core/stats/power/power-proportions.ts';
import {
  detectableCommonDifference,
  detectableCommonOddsRatio,
  powerOfStrata,
  sampleSizeForStrata,
  withOddsRatio,
} from '#core/stats/power/power-strata.ts';
import {
  minimumDetectableRelativeLift,
  relativeLiftPower,
} from '#core/stats/power/relative-lift-power.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface StrataRow {
  controlShares: number[] | number;
  weights: number[] | number;
  treatedParts: number[] | number;
  oddsRatio: number;
  alpha: number;
  sides: 1 | 2;
  power: number;
  size: number;
  corrected: number;
  at70: number;
  at70corrected: number;
  detectable: number;
  difference?: number;
}
interface ContrastRow {
  weights: number[];
  variances: number[];
  sizes: number[];
  alpha: number;
  sides: 1 | 2;
  effect: number;
  standardError: number;
  power: number;
  size: number;
}
type ClusterRow = Record<
  'm' | 'cv' | 'rho' | 'treated' | 'control' | 'difference' | 'deff' | 'power',
  number
> & { sides: 1 | 2 };
type LiftRow = Record<
  'mean' | 'sd' | 'treated' | 'control' | 'lift' | 'alpha' | 'tuned' | 'power',
  number
> & { detectable?: number };
const { strata, contrasts, clusters, lifts } = oracle<{
  strata: StrataRow[];
  contrasts: ContrastRow[];
  clusters: ClusterRow[];
  lifts: LiftRow[];
}>('power/questions');

function plannedStrata(row: StrataRow) {
  const list = (value: number[] | number): number[] => [value].flat();
  const [weights, parts] = [list(row.weights), list(row.treatedParts)];
  const planned = list(row.controlShares).map((controlShare, place) => ({
    controlShare,
    treatedShare: controlShare,
    weight: weights[place] ?? NaN,
    treatedPart: parts[place] ?? NaN,
  }));
  return withOddsRatio(planned, row.oddsRatio);
}

const nam = {
  strata: withOddsRatio(
    [0.75, 0.7, 0.65, 0.6].map((controlShare, place) => {
      return { controlShare, treatedShare: 0, weight: [0.1, 0.4, 0.35, 0.15][place] ?? NaN };
    }),
    3,
  ),
  alpha: 0.05,
  sides: 1 as const,
};

describe('a comparison within strata', () => {
  it('has the sizes and powers of Woolson and Nam', () => {
    expect(strata.length).toBeGreaterThan(90);
    for (const row of strata) {
      const plan = { strata: plannedStrata(row), alpha: row.alpha, sides: row.sides };
      const { power, size } = row;
      expectClose(valueOf(sampleSizeForStrata({ ...plan, power })), size, 1e-9, row);
      const corrected = { ...plan, continuityCorrection: true };
      const more = valueOf(sampleSizeForStrata({ ...corrected, power }));
      expectClose(more, row.corrected, 1e-9, row);
      expectClose(valueOf(powerOfStrata({ ...corrected, size: more })), power, 1e-9, row);
      expectClose(valueOf(powerOfStrata({ ...plan, size: 0.7 * size })), row.at70, 1e-9, row);
      const less = valueOf(powerOfStrata({ ...corrected, size: 0.7 * size }));
      expectClose(less, row.at70corrected, 1e-9, row);
      const twice = { ...plan, size: 2 * size, power };
      expectClose(valueOf(detectableCommonOddsRatio(twice)), row.detectable, 1e-9, row);
      const difference = detectableCommonDifference(twice);
      if (row.difference === undefined) continue;
      expectClose(valueOf(difference), row.difference, 1e-9, row);
    }
  });

  it('needs the published 171 customers, 192 with the correction (Nam 1992)', () => {
    expect(Math.ceil(valueOf(sampleSizeForStrata({ ...nam, power: 0.9 })))).toBe(171);
    const corrected = sampleSizeForStrata({ ...nam, power: 0.9, continuityCorrection: true });
    expect(Math.ceil(valueOf(corrected))).toBe(192);
  });

  it('with one stratum is the comparison of two shares, both arms counted', () => {
    const share = between(0.01, 0.5);
    const lift = between(0.01, 0.4);
    const ratio = between(0.2, 5);
    fc.assert(
      fc.property(share, lift, ratio, (controlShare, rise, treatedPer) => {
        const treatedPart = treatedPer / (1 + treatedPer);
        const one = { weight: 7, controlShare, treatedShare: controlShare + rise, treatedPart };
        const plan = { alpha: 0.05, power: 0.8 };
        const all = valueOf(sampleSizeForStrata({ ...plan, strata: [one] }));
        const two = { ...plan, baselineShare: controlShare, lift: rise, ratio: treatedPer };
        const sizes = valueOf(sampleSizePerArm(two));
        expectClose(all, sizes.exactSizeControl + sizes.exactSizeTreatment, 1e-9, two);
        const halves = [one, { ...one, weight: 1 }];
        expectClose(valueOf(sampleSizeForStrata({ ...plan, strata: halves })), all, 1e-9, two);
      }),
    );
  });

  it('finds falls as well', () => {
    const plan = { ...nam, size: 400, power: 0.8, direction: 'fall' as const };
    const oddsRatio = valueOf(detectableCommonOddsRatio(plan));
    expect(oddsRatio).toBeLessThan(1);
    const back = { ...plan, strata: withOddsRatio(nam.strata, oddsRatio) };
    expectClose(valueOf(powerOfStrata(back)), 0.8, 1e-9, oddsRatio);
    expect(valueOf(detectableCommonDifference(plan))).toBeLessThan(0);
  });

  it('is refused where it cannot be', () => {
    expect(refusalOf(sampleSizeForStrata({ ...nam, strata: [], power: 0.8 }))).toBe('no-strata');
    const wrong = [{ weight: 1, controlShare: 0, treatedShare: 0.1 }];
    const refused = sampleSizeForStrata({ ...nam, strata: wrong, power: 0.8 });
    expect(refused).toMatchObject({ problem: { code: 'invalid-stratum', stratum: 0 } });
    const alike = [{ weight: 1, controlShare: 0.1, treatedShare: 0.1 }];
    const none = sampleSizeForStrata({ ...nam, strata: alike, power: 0.8 });
    expect(refusalOf(none)).toBe('effect-too-small');
    expect(refusalOf(sampleSizeForStrata({ ...nam, power: 1 }))).toBe('invalid-power');
    expect(refusalOf(powerOfStrata({ ...nam, size: 0 }))).toBe('invalid-size');
    expect(refusalOf(powerOfStrata({ ...nam, size: 9, alpha: 0.5 }))).toBe('invalid-alpha');
    const tiny = { ...nam, size: 2, power: 0.99 };
    expect(refusalOf(detectableCommonDifference(tiny))).toBe('no-detectable-effect');
  });
});

describe('a question over cells and arms', () => {
  it('has the standard error, power and size written out', () => {
    for (const row of contrasts) {
      const groups = row.weights.map((weight, place) => ({
        weight,
        variance: row.variances[place] ?? NaN,
        size: row.sizes[place] ?? NaN,
      }));
      const plan = { groups, alpha: row.alpha, sides: row.sides };
      expectClose(valueOf(contrastStandardError(groups)), row.standardError, 1e-12, row);
      const { effect } = row;
      expectClose(valueOf(powerOfContrast({ ...plan, effect })), row.power, 1e-9, row);
      const size = valueOf(sampleSizeForContrast({ ...plan, effect, power: 0.8 }));
      expectClose(size, row.size, 1e-9, row);
      const detectable = valueOf(detectableContrast({ ...plan, power: row.power }));
      if (row.power < 1 - 1e-6) expectClose(detectable, effect, 1e-8, row);
    }
  });

  it('about an interaction needs four times the customers of a main effect, 16 for half the size', () => {
    const cell = (weight: number) => ({ weight, variance: 0.09, size: 1 });
    const plan = { alpha: 0.05, power: 0.8 };
    const half = [0.5, 0.5, -0.5, -0.5].map(cell);
    const crossed = [1, -1, -1, 1].map(cell);
    const main = valueOf(sampleSizeForContrast({ ...plan, groups: half, effect: 0.05 }));
    const same = valueOf(sampleSizeForContrast({ ...plan, groups: crossed, effect: 0.05 }));
    expectClose(same, 4 * main, 1e-12, plan);
    const halved = valueOf(sampleSizeForContrast({ ...plan, groups: crossed, effect: 0.025 }));
    expectClose(halved, 16 * main, 1e-12, plan);
  });

  it('is refused where it cannot be', () => {
    const group = { weight: 1, variance: 0.1, size: 10 };
    const plan = { groups: [group], alpha: 0.05, effect: 1, power: 0.8 };
    const code = (change: object) => refusalOf(sampleSizeForContrast({ ...plan, ...change }));
    expect(code({ groups: [] })).toBe('invalid-groups');
    expect(code({ groups: [{ ...group, weight: 0 }] })).toBe('invalid-groups');
    expect(code({ groups: [{ ...group, size: 0 }] })).toBe('invalid-groups');
    expect(code({ alpha: 0 })).toBe('invalid-alpha');
    expect(code({ effect: 0 })).toBe('invalid-difference');
    expect(code({ effect: 1e-300 })).toBe('effect-too-small');
    expect(code({ power: 0.01 })).toBe('invalid-power');
  });
});

describe('whole clusters', () => {
  it('have the design effect and the power of t with few degrees of freedom', () => {
    expect(clusters.length).toBeGreaterThan(100);
    for (const row of clusters) {
      const clustering = {
        meanClusterSize: row.m,
        sizeVariation: row.cv,
        intraclassCorrelation: row.rho,
      };
      expectClose(valueOf(designEffect(clustering)), row.deff, 1e-12, row);
      const plan = { ...clustering, standardDeviation: 1, alpha: 0.05, sides: row.sides };
      const arms = { clustersTreatment: row.treated, clustersControl: row.control };
      const power = valueOf(powerOfClusters({ ...plan, ...arms, difference: row.difference }));
      expectClose(power, row.power, 1e-9, row);
    }
  });

  it('of one customer each are customers, and lead back to their plan', () => {
    const single = {
      meanClusterSize: 1,
      intraclassCorrelation: 0.4,
      standardDeviation: 2,
      alpha: 0.05,
    };
    const arms = { clustersTreatment: 30, clustersControl: 40 };
    const power = valueOf(powerOfClusters({ ...single, ...arms, difference: 1 }));
    const sizes = { sizeTreatment: 30, sizeControl: 40 };
    const plain = valueOf(powerOfMeans({ ...single, ...sizes, difference: 1 }));
    expectClose(power, plain, 1e-12, 'customers');
    const plan = { ...single, meanClusterSize: 25, sizeVariation: 0.4, power: 0.8 };
    const needed = valueOf(clustersPerArm({ ...plan, difference: 0.5 }));
    const found = { clustersTreatment: needed, clustersControl: needed };
    expectClose(valueOf(detectableClusterDifference({ ...plan, ...found })), 0.5, 1e-8, plan);
  });

  it('are refused where they cannot be', () => {
    const plan = {
      meanClusterSize: 20,
      intraclassCorrelation: 0.05,
      standardDeviation: 1,
      alpha: 0.05,
      difference: 1,
      clustersTreatment: 5,
      clustersControl: 5,
    };
    const code = (change: object) => refusalOf(powerOfClusters({ ...plan, ...change }));
    expect(code({ meanClusterSize: 0 })).toBe('invalid-clusters');
    expect(code({ intraclassCorrelation: 1.1 })).toBe('invalid-clusters');
    expect(code({ standardDeviation: 0 })).toBe('invalid-standard-deviation');
    expect(code({ alpha: 0 })).toBe('invalid-alpha');
    expect(code({ difference: 0 })).toBe('invalid-difference');
    expect(code({ clustersControl: 0 })).toBe('invalid-size');
    expect(refusalOf(clustersPerArm({ ...plan, power: 0 }))).toBe('invalid-power');
    const tiny = { ...plan, difference: 1e-9, power: 0.8 };
    expect(refusalOf(clustersPerArm(tiny))).toBe('effect-too-small');
  });
});

describe('the power of a relative lift', () => {
  it('is that of the delta method, for one look or any number', () => {
    expect(lifts.length).toBeGreaterThan(90);
    for (const row of lifts) {
      const { mean, lift, alpha } = row;
      const plan = {
        mean,
        standardDeviation: row.sd,
        sizeTreatment: row.treated,
        sizeControl: row.control,
        alpha,
        ...(row.tuned > 0 ? { tunedTo: row.tuned } : {}),
      };
      expectClose(valueOf(relativeLiftPower({ ...plan, lift })), row.power, 1e-9, row);
      if (row.detectable === undefined) continue;
      const found = valueOf(minimumDetectableRelativeLift({ ...plan, power: 0.8 }));
      expectClose(found, row.detectable, 1e-9, row);
    }
  });

  it('G56: is .52144 (.20596 at any time) for 400,000 in three arms; .07027 and .12821 detectable', () => {
    const plan = {
      mean: 10,
      standardDeviation: Math.sqrt(3909.9997749994377),
      sizeTreatment: 400_000 / 3,
      sizeControl: 400_000 / 3,
      alpha: 0.05,
    };
    const peeking = { ...plan, tunedTo: 5000 };
    expect(valueOf(relativeLiftPower({ ...plan, lift: 0.05 }))).toBeCloseTo(0.52144, 5);
    expect(valueOf(relativeLiftPower({ ...peeking, lift: 0.05 }))).toBeCloseTo(0.20596, 5);
    const detectable = (asked: typeof plan) =>
      valueOf(minimumDetectableRelativeLift({ ...asked, power: 0.8 }));
    expect(detectable(plan)).toBeCloseTo(0.07027, 5);
    expect(detectable(peeking)).toBeCloseTo(0.12821, 5);
  });

  it('is refused where it cannot be', () => {
    const plan = {
      mean: 10,
      standardDeviation: 5,
      sizeTreatment: 100,
      sizeControl: 100,
      alpha: 0.05,
      lift: 0.1,
    };
    const code = (change: object) => refusalOf(relativeLiftPower({ ...plan, ...change }));
    expect(code({ mean: 0 })).toBe('invalid-mean');
    expect(code({ standardDeviation: 0 })).toBe('invalid-standard-deviation');
    expect(code({ alpha: 0.5 })).toBe('invalid-alpha');
    expect(code({ sizeControl: 0 })).toBe('invalid-size');
    expect(code({ tunedTo: 0 })).toBe('invalid-tuning');
    expect(code({ lift: -1 })).toBe('invalid-lift');
    const vague = { ...plan, standardDeviation: 500, power: 0.8 };
    expect(refusalOf(minimumDetectableRelativeLift(vague))).toBe('no-detectable-effect');
    const low = { ...plan, power: 0.05 };
    expect(refusalOf(minimumDetectableRelativeLift(low))).toBe('invalid-power');
  });
});

describe('a statement about this list only', () => {
  it('leads from size to power to effect and back', () => {
    const population = fc.integer({ min: 500, max: 1e6 });
    fc.assert(
      fc.property(population, fc.constantFrom(1, 2.5), (list, ratio) => {
        const plan = { baselineShare: 0.05, alpha: 0.05, population: list, lift: 0.02, power: 0.8 };
        const sizes = valueOf(sampleSizePerArm({ ...plan, ratio }));
        const arms = {
          sizeTreatment: sizes.exactSizeTreatment,
          sizeControl: sizes.exactSizeControl,
        };
        expect(arms.sizeTreatment + arms.sizeControl).toBeLessThan(list);
        expectClose(valueOf(powerOfProportions({ ...plan, ...arms })), 0.8, 1e-9, plan);
        expectClose(valueOf(minimumDetectableLift({ ...plan, ...arms })), 0.02, 1e-7, plan);
      }),
    );
  });

  it('has more power than one about customers to come, and is refused beyond the list', () => {
    const arms = { sizeTreatment: 500, sizeControl: 500 };
    const plan = { baselineShare: 0.05, alpha: 0.05, lift: 0.02, ...arms };
    const endless = valueOf(powerOfProportions(plan));
    expect(valueOf(powerOfProportions({ ...plan, population: 2000 }))).toBeGreaterThan(endless);
    expectClose(valueOf(powerOfProportions({ ...plan, population: 1e15 })), endless, 1e-9, plan);
    const whole = powerOfProportions({ ...plan, population: 1000 });
    expect(refusalOf(whole)).toBe('invalid-population');
  });
});
