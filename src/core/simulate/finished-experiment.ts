import { createGenerator, type RandomGenerator } from '../random/generator.ts';
import { shuffle } from '../random/shuffle.ts';
import { flip, pickBetween, pickWeighted } from './choices.ts';
import {
  FINISHED_EXPERIMENT_ROWS,
  FINISHED_EXPERIMENT_SEED,
  plantedCounts,
} from './finished-experiment-plan.ts';
import { columnsOf, type SampleTable, type SampleValue } from './sample-table.ts';

const columns = columnsOf({
  recency: 'integer',
  history_segment: 'text',
  history: 'decimal',
  mens: 'boolean',
  womens: 'boolean',
  zip_code: 'text',
  newbie: 'boolean',
  channel: 'text',
  segment: 'text',
  visit: 'boolean',
  conversion: 'boolean',
  spend: 'decimal',
});

/** Dollars spent in the past year: the bands of `history_segment` by their lower limits. */
const historyBands = [
  { from: 0, name: '1) $0 - $100' },
  { from: 100, name: '2) $100 - $200' },
  { from: 200, name: '3) $200 - $350' },
  { from: 350, name: '4) $350 - $500' },
  { from: 500, name: '5) $500 - $750' },
  { from: 750, name: '6) $750 - $1,000' },
  { from: 1000, name: '7) $1,000 +' },
];

/** Spelled as in the public file. */
const zipCodes = { Surburban: 45, Urban: 40, Rural: 15 };
const channels = { Web: 44, Phone: 44, Multichannel: 12 };

/**
 * A finished experiment shaped like Hillstrom's public e-mail data: one row per customer with features before, arm
 * (`segment`) and outcomes after (`visit`, `conversion`, `spend` in dollars). No row of it is from that file.
 * `rows`: a whole number from 3 on. The counts of `plantedCounts(rows)` hold for every seed.
 */
export function generateFinishedExperiment(
  rows: number = FINISHED_EXPERIMENT_ROWS,
  seed: string = FINISHED_EXPERIMENT_SEED,
): SampleTable {
  const generator = createGenerator(`${seed}/finished-experiment`);
  const people = plantedCounts(rows).flatMap(({ segment, customers, visits, conversions }) =>
    Array.from({ length: customers }, (_, place): SampleValue[] => {
      const converted = place < conversions;
      const spend = converted ? pickBetween(2_999, 19_999, generator) / 100 : 0;
      return [
        ...drawFeatures(generator),
        segment,
        place < visits ? 1 : 0,
        converted ? 1 : 0,
        spend,
      ];
    }),
  );
  return { name: 'finished_experiment', columns, rows: shuffle(people, generator) };
}

function drawFeatures(generator: RandomGenerator): SampleValue[] {
  const history = drawHistory(generator);
  const band = historyBands.findLast(({ from }) => history >= from);
  // Everybody bought men's or women's merchandise, one in ten both.
  const merchandise = pickWeighted({ mens: 45, womens: 45, both: 10 }, generator);
  return [
    pickBetween(1, 12, generator),
    band?.name ?? null,
    history,
    merchandise === 'womens' ? 0 : 1,
    merchandise === 'mens' ? 0 : 1,
    pickWeighted(zipCodes, generator),
    flip(0.5, generator),
    pickWeighted(channels, generator),
  ];
}

/** Dollars and cents from 29.99 up, many small and few large. */
function drawHistory(generator: RandomGenerator): number {
  const share = generator.nextShare();
  return (2_999 + Math.floor((24_000 * share) / (1.04 - share))) / 100;
}
