import { describe, expect, it } from 'vitest';
import { generateFinishedExperiment } from '#core/simulate/finished-experiment.ts';
import { plantedCounts, plantedSegments } from '#core/simulate/finished-experiment-plan.ts';
import { countBy, rowsOf, type Row, sumOf } from './sample-rows.ts';

const table = generateFinishedExperiment();
const rows = rowsOf(table);

function countsOf(all: readonly Row[]) {
  return plantedSegments.map(({ segment }) => {
    const own = all.filter((row) => row['segment'] === segment);
    return {
      segment,
      customers: own.length,
      visits: sumOf(own, 'visit'),
      conversions: sumOf(own, 'conversion'),
    };
  });
}

describe('the finished experiment', () => {
  it('has the columns of the public e-mail data', () => {
    expect(table.columns.map((column) => column.name).join()).toBe(
      'recency,history_segment,history,mens,womens,zip_code,newbie,channel,segment,visit,conversion,spend',
    );
  });

  it('has 64,000 rows with the planted counts, 10.6, 18.3 and 15.1 % of visits', () => {
    expect(rows).toHaveLength(64_000);
    expect(countsOf(rows)).toEqual(plantedSegments);
    expect(
      plantedSegments.map(({ visits, customers }) => ((100 * visits) / customers).toFixed(1)),
    ).toEqual(['10.6', '18.3', '15.1']);
  });

  it.each([3, 100, 6_000])('has the same shares in %d rows', (count) => {
    const smaller = rowsOf(generateFinishedExperiment(count));
    expect(smaller).toHaveLength(count);
    expect(countsOf(smaller)).toEqual(plantedCounts(count));
  });

  it('plants the documented counts in 6,000 rows', () => {
    expect(plantedCounts(6_000)[1]).toEqual({
      segment: 'Mens E-Mail',
      customers: 2_000,
      visits: 366,
      conversions: 25,
    });
  });

  it('lets only visitors convert and only who converted spend', () => {
    for (const row of rows) {
      if (row['conversion'] === 1) expect(row['visit']).toBe(1);
      expect(Number(row['spend']) > 0).toBe(row['conversion'] === 1);
    }
  });

  it('puts the history in the segment that names it', () => {
    const limits = [0, 100, 200, 350, 500, 750, 1000, Infinity];
    for (const row of rows) {
      const band = Number(String(row['history_segment']).charAt(0));
      expect(Number(row['history'])).toBeGreaterThanOrEqual(limits[band - 1] ?? NaN);
      expect(Number(row['history'])).toBeLessThan(limits[band] ?? NaN);
    }
    expect(Object.keys(countBy(rows, (row) => row['history_segment']))).toHaveLength(7);
  });
});
