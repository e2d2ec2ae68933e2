import type { ArmCounts, ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { counts } from './arm-arbitrary.ts';

type Four = readonly [number, number, number, number];

function stratum([events1, misses1, events0, misses0]: Four): ArmPair {
  return {
    treatment: counts(events1, events1 + misses1),
    control: counts(events0, events0 + misses0),
  };
}

/** Admitted and rejected men, admitted and rejected women, departments A to F. Source: R `UCBAdmissions`. */
export const ucbAdmissions: readonly ArmPair[] = (
  [
    [512, 313, 89, 19],
    [353, 207, 17, 8],
    [120, 205, 202, 391],
    [138, 279, 131, 244],
    [53, 138, 94, 299],
    [22, 351, 24, 317],
  ] as const
).map(stratum);

/** Sick and healthy, vaccinated and not, in thirteen trials. Source: Colditz et al. (1994); metafor `dat.bcg`. */
export const tuberculosisTrials: readonly ArmPair[] = (
  [
    [4, 119, 11, 128],
    [6, 300, 29, 274],
    [3, 228, 11, 209],
    [62, 13536, 248, 12619],
    [33, 5036, 47, 5761],
    [180, 1361, 372, 1079],
    [8, 2537, 10, 619],
    [505, 87886, 499, 87892],
    [29, 7470, 45, 7232],
    [17, 1699, 65, 1600],
    [186, 50448, 141, 27197],
    [5, 2493, 3, 2338],
    [27, 16886, 29, 17825],
  ] as const
).map(stratum);

/** The arms of the bundled sample campaign, in the order of the planted counts. */
export const plantedArms = ['CONTROL', 'COUPON', 'GIFT', 'POINT'] as const;
export type PlantedArm = (typeof plantedArms)[number];

/** Responders of 100 in each arm, dormancy by points. */
const planted: Record<string, Record<string, Four>> = {
  long: { high: [2, 5, 5, 12], mid: [2, 6, 4, 6], low: [1, 5, 2, 1] },
  mid: { high: [3, 7, 7, 18], mid: [3, 9, 6, 9], low: [2, 8, 4, 2] },
  short: { high: [5, 10, 11, 28], mid: [4, 13, 9, 14], low: [3, 13, 6, 4] },
};

/** Every arm in every cell; levels are dormancy, then points. */
export const plantedCells: readonly (ArmCounts & { arm: PlantedArm; levels: string[] })[] =
  Object.entries(planted).flatMap(([dormancy, byPoints]) =>
    Object.entries(byPoints).flatMap(([points, responders]) =>
      plantedArms.map((arm, place) => ({
        arm,
        levels: [dormancy, points],
        ...counts(responders[place] ?? NaN, 100),
      })),
    ),
  );

/** Two arms of the sample, cell by cell. */
export function plantedPair(treatment: PlantedArm, control: PlantedArm): ArmPair[] {
  const cells = (wanted: PlantedArm) => plantedCells.filter(({ arm }) => arm === wanted);
  const controls = cells(control);
  return cells(treatment).map((cell, place) => ({
    treatment: counts(cell.events, cell.trials),
    control: counts(controls[place]?.events ?? NaN, 100),
  }));
}
