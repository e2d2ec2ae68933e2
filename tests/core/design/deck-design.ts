import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import { emptyBrief } from '#core/design/brief.ts';
import type { Arm, Design } from '#core/design/design.ts';
import { undecided } from '#core/design/undecided.ts';

/** The method deck's cells: long, mid and short dormancy, each with high, mid and low points. */
export const deckPopulation = [501, 790, 3211, 445, 892, 3612, 562, 1009, 2690];

export const deckArms: readonly Arm[] = [
  holdoutArm('holdout', 'CONTROL'),
  carrotArm('coupon', 'COUPON', 'tm', 5000),
  carrotArm('gift', 'GIFT', 'tm', 4800),
  carrotArm('point', 'POINT', 'tm', 5000),
];

export const deckDesign: Design = {
  brief: emptyBrief,
  asOf: '2017-03-26',
  controlFactors: [],
  eligibility: [],
  attributes: [
    {
      id: 'dormancy',
      name: 'Dormancy',
      variable: { from: 'customers', column: 'last_purchase_date' },
      banding: { kind: 'months-since', cuts: [3, 6] },
      levelNames: ['short', 'mid', 'long'],
      unknownName: null,
      highestFirst: true,
    },
    {
      id: 'points',
      name: 'Points',
      variable: { from: 'customers', column: 'points_balance' },
      banding: { kind: 'number', cuts: [3000, 10000] },
      levelNames: ['low', 'mid', 'high'],
      unknownName: null,
      highestFirst: true,
    },
  ],
  arms: deckArms,
  channels: [{ id: 'tm', name: '', kind: 'tm', costPerContact: 3500, reachShare: 1 }],
  allocation: { kind: 'equal', perCellAndArm: 100 },
  ...undecided,
  power: { baselineShare: 0.03, lift: 0.05, alpha: 0.05 },
};

/** The same cells in the order of the bandings: short to long dormancy, low to high points. */
export const deckPopulationInBandingOrder = [...deckPopulation].reverse();
