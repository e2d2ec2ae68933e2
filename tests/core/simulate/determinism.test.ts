import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#core/simulate/csv.ts';
import { generateFinishedExperiment } from '#core/simulate/finished-experiment.ts';
import { generateSample } from '#core/simulate/sample.ts';
import type { SampleTable } from '#core/simulate/sample-table.ts';
import { sample } from './sample-rows.ts';

const fingerprint = (table: SampleTable) =>
  createHash('sha256').update(toCsv(table)).digest('hex').slice(0, 16);

/** A change here changes the sample market of every user: change it knowingly. */
const fingerprints = {
  customers: 'bbb31e6aafef6a20',
  transactions: 'afe5abac9be4e3f4',
  products: '477acf2cd9981554',
  contacts: 'eaa8751004b595aa',
  winback: 'd87c99559bdc47bd',
  campaigns: 'f80a300af93ffaa1',
  ideas: '90b5bbbca3b2048d',
  finishedExperiment: '6c4b3b2d6268b4e4',
};

const { asOf, ...tables } = sample;

describe('the sample market', () => {
  it('is the same to the last character', () => {
    expect(asOf).toBe('2017-03-26');
    expect({
      ...Object.fromEntries(
        Object.entries(tables).map(([name, table]) => [name, fingerprint(table)]),
      ),
      finishedExperiment: fingerprint(generateFinishedExperiment()),
    }).toEqual(fingerprints);
  });

  it('has no cell that is not what its column says', () => {
    const fits = {
      text: (value: unknown) => typeof value === 'string' && value !== '',
      integer: Number.isSafeInteger,
      decimal: Number.isFinite,
      date: (value: unknown) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
      boolean: (value: unknown) => value === 0 || value === 1,
    };
    for (const { columns, rows } of [...Object.values(tables), generateFinishedExperiment(900)]) {
      columns.forEach(({ kind }, index) => {
        const values = rows.map((row) => row[index]).filter((value) => value !== null);
        expect(values.filter((value) => !fits[kind](value))).toEqual([]);
      });
    }
  });

  it('keeps its sizes and planted counts with another seed, but not its people', () => {
    const other = generateSample('another market');
    expect(other.customers.rows).toHaveLength(24_000);
    expect(other.transactions.rows).toHaveLength(85_377);
    expect(other.contacts.rows.filter((row) => row[8] === 1)).toHaveLength(25 + 76 + 54 + 94);
    expect(fingerprint(other.customers)).not.toBe(fingerprint(sample.customers));
  });
});
