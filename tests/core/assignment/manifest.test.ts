import { describe, expect, it } from 'vitest';
import { drawAlgorithm, type Assignment } from '#core/assignment/assignment.ts';
import { manifest } from '#core/assignment/manifest.ts';
import { fullExperiment } from '../history/full-document.ts';
import { deckDesign, deckPopulationInBandingOrder } from '../design/deck-design.ts';

const assignment: Assignment = {
  algorithm: drawAlgorithm,
  seed: '2017',
  balance: null,
  counts: deckPopulationInBandingOrder.map(() => [100, 100, 100, 100]),
  population: deckPopulationInBandingOrder,
  runningExperiments: [4],
  listFingerprint: '900150983cd24fb0d6963f7d28e17f72',
  drawnAt: '2017-03-26T09:00:00Z',
  topUps: [
    {
      counts: deckPopulationInBandingOrder.map(() => [5, 5, 5, 5]),
      population: deckPopulationInBandingOrder.map((customers) => customers - 400),
      runningExperiments: [4, 9],
      listFingerprint: '0cc175b9c0f1b6a831c399e269772661',
      drawnAt: '2017-04-02T09:00:00Z',
    },
  ],
};
/** Another experiment, of which a wave was drawn between those two and one after them. */
const topped = {
  ...assignment,
  listFingerprint: 'd41d8cd98f00b204e9800998ecf8427e',
  topUps: ['2017-03-30T09:00:00Z', '2017-04-09T09:00:00Z'].map((drawnAt) => ({
    counts: [],
    population: [],
    runningExperiments: [],
    listFingerprint: `wave of ${drawnAt}`,
    drawnAt,
  })),
};
const paper = manifest({
  appVersion: '0.1.0',
  experimentName: 'Win-back',
  design: deckDesign,
  assignment,
  freeze: null,
  data: { table: 'customers.csv', idColumn: 'customer_id', rows: 24_000 },
  others: [
    { id: 3, name: '겨울', assignment },
    { id: 4, name: '봄', assignment: topped },
    { id: 9, name: '여름', assignment: { ...topped, topUps: [] } },
  ],
});

describe('the manifest of a draw', () => {
  it('carries the seed, the plan, the counts and the fingerprint', () => {
    expect(paper).toMatchObject({
      app: 'Carrotlab',
      algorithm: { name: 'md5-order-1' },
      seed: '2017',
      asOf: '2017-03-26',
      arms: ['CONTROL', 'COUPON', 'GIFT', 'POINT'],
      customersDrawn: 3780,
      listFingerprint: assignment.listFingerprint,
      data: { table: 'customers.csv', rows: 24_000 },
    });
    expect(paper.algorithm.recipe).toContain('MD5 of "seed:customer id"');
  });

  it('names the lists of the experiments that were running at each wave, as they were then', () => {
    const { listFingerprint } = topped;
    expect(paper.runningExperiments).toEqual([{ experiment: '봄', listFingerprint, topUps: [] }]);
    expect(paper.topUps.waves).toMatchObject([
      {
        listFingerprint: '0cc175b9c0f1b6a831c399e269772661',
        runningExperiments: [
          { experiment: '봄', listFingerprint, topUps: ['wave of 2017-03-30T09:00:00Z'] },
          { experiment: '여름', listFingerprint, topUps: [] },
        ],
      },
    ]);
  });

  it('names the rule of balance with its tries, and the plan with its fingerprint', () => {
    const balance = {
      limit: 0.1,
      mostTries: 100,
      firstSeed: '2017',
      tries: 3,
      largestDifference: 0.0875,
    };
    const { freeze } = fullExperiment;
    const full = manifest({
      appVersion: '0.1.0',
      experimentName: 'Win-back',
      design: deckDesign,
      assignment: { ...assignment, seed: '2017#3', balance },
      freeze,
      data: { table: 'customers.csv', idColumn: 'customer_id', rows: 24_000 },
      others: [],
    });
    expect(full).toMatchObject({ seed: '2017#3', balance, plan: freeze });
    expect(full.balance?.recipe).toContain('firstSeed#2');
    expect(paper).toMatchObject({ balance: null, plan: null });
  });

  it('survives a round trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(paper))).toEqual(paper);
  });
});
