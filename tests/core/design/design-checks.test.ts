import { describe, expect, it } from 'vitest';
import type { Channel } from '#core/design/channel.ts';
import type { Arm, Attribute, Design, QuotaCounts } from '#core/design/design.ts';
import { checkDesign } from '#core/design/design-checks.ts';
import { onlyThose } from '#core/design/eligibility.ts';
import { deckArms, deckDesign, deckPopulationInBandingOrder } from './deck-design.ts';

const quota: QuotaCounts = {
  customers: 24_000,
  rules: [],
  relief: null,
  inOtherExperiments: 0,
  eligible: 13_712,
  unclassified: 0,
  population: deckPopulationInBandingOrder,
};

function codes(change: Partial<Design>, counts: QuotaCounts | null = null): readonly string[] {
  return checkDesign({ ...deckDesign, ...change }, counts).map(({ problem }) => problem.code);
}

function withChannel(change: Partial<Channel>): readonly Channel[] {
  return deckDesign.channels.map((channel) => ({ ...channel, ...change }));
}

function withArms(change: Partial<Arm>): readonly Arm[] {
  return deckArms.map((arm) => ({ ...arm, ...change }));
}

function points(change: Partial<Attribute>): Partial<Design> {
  const [dormancy, second] = deckDesign.attributes as readonly [Attribute, Attribute];
  return { attributes: [dormancy, { ...second, ...change }] };
}

/** An attribute of so many levels. */
function numbered(name: string, levels: number): Attribute {
  const [, second] = deckDesign.attributes as readonly [Attribute, Attribute];
  return {
    ...second,
    id: name,
    name,
    banding: { kind: 'number', cuts: Array.from({ length: levels - 1 }, (_, cut) => cut) },
    levelNames: Array.from({ length: levels }, (_, level) => String(level)),
  };
}

describe('what is missing in a design', () => {
  it('is a smaller number of cells above 2,000, before anything is counted', () => {
    const most = { attributes: [numbered('a', 40), numbered('b', 50)] };
    expect(codes(most)).toEqual([]);
    const attributes = [numbered('a', 41), numbered('b', 50)];
    expect(checkDesign({ ...deckDesign, attributes }, null)).toEqual([
      { severity: 'blocking', problem: { code: 'too-many-cells', cells: 2050, most: 2000 } },
    ]);
  });

  it('is nothing for the deck’s own design', () => {
    expect(checkDesign(deckDesign, quota)).toEqual([]);
  });

  it.each([
    [{ asOf: '2017-02-30' }, ['as-of-not-a-date']],
    [{ asOf: '26.3.2017' }, ['as-of-not-a-date']],
    [{ arms: [] }, ['no-arms', 'no-holdout']],
    [{ arms: deckArms.slice(1) }, ['no-holdout']],
    [{ arms: deckArms.slice(0, 1) }, ['no-carrot']],
    [{ arms: [...deckArms].reverse() }, ['holdout-not-first']],
    [{ arms: [...deckArms, { ...deckArms[0], name: 'second' }] }, ['several-holdouts']],
    [{ arms: [...deckArms, deckArms[1]] }, ['duplicate-arm-name']],
    [{ arms: [...deckArms, { ...deckArms[1], name: ' ' }] }, ['unnamed-arm']],
    [{ arms: [deckArms[0], { ...deckArms[1], costPerReward: -1 }] }, ['negative-reward-cost']],
    [{ channels: withChannel({ costPerContact: -1 }) }, ['negative-contact-cost']],
    [{ channels: withChannel({ costPerContact: Number.NaN }) }, ['negative-contact-cost']],
    [{ channels: withChannel({ reachShare: 0 }) }, ['reach-out-of-range']],
    [{ channels: withChannel({ reachShare: 1.01 }) }, ['reach-out-of-range']],
    [{ channels: [...withChannel({}), ...withChannel({})] }, ['duplicate-channel']],
    [{ channels: withChannel({ id: 'dm' }) }, new Array<string>(3).fill('arm-without-channel')],
    [{ arms: withArms({ valueToCustomer: -1 }) }, new Array<string>(4).fill('negative-value')],
    [
      { arms: withArms({ redemptionShare: 1.1 }) },
      new Array<string>(4).fill('redemption-out-of-range'),
    ],
    [{ attributes: [] }, ['no-attributes']],
    [points({ name: 'Dormancy' }), ['duplicate-attribute-name']],
    [points({ name: '' }), ['unnamed-attribute']],
    [points({ banding: { kind: 'number', cuts: [3000, 3000] } }), ['cuts-not-increasing']],
    [points({ banding: { kind: 'number', cuts: [3000, Infinity] } }), ['cut-not-a-number']],
    [points({ banding: { kind: 'months-since', cuts: [1, 2.5] } }), ['cut-not-whole-months']],
    [points({ banding: { kind: 'number', cuts: [3000] } }), ['level-name-count']],
    [points({ levelNames: ['low', 'low', 'high'] }), ['duplicate-level-name']],
    [points({ banding: { kind: 'category', groups: [] }, levelNames: [] }), ['no-levels']],
    [
      points({ banding: { kind: 'category', groups: [['a'], []] }, levelNames: ['x', 'y'] }),
      ['empty-level-group'],
    ],
    [
      points({ banding: { kind: 'category', groups: [['a'], ['a']] }, levelNames: ['x', 'y'] }),
      ['value-in-two-levels'],
    ],
    [{ power: { baselineShare: 0.03, lift: 0, alpha: 0.05 } }, ['lift-out-of-range']],
    [{ power: { baselineShare: 2, lift: 0.1, alpha: 1 } }, ['baseline-out-of-range', 'alpha-out-of-range']], // prettier-ignore
  ] as [Partial<Design>, string[]][])('for %o is %j', (change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('is a rule that nobody can pass', () => {
    const variable = { from: 'stage' } as const;
    expect(
      codes({
        eligibility: [
          onlyThose({ kind: 'category', variable, values: [], drawn: null }),
          onlyThose({ kind: 'number', variable, from: 5, below: 5 }),
          onlyThose({ kind: 'months-since', variable, from: 5, to: 5 }),
          onlyThose({ kind: 'months-since', variable, from: 6, to: 5 }),
        ],
      }),
    ).toEqual(['filter-without-values', 'filter-range-empty', 'filter-range-empty']);
  });

  it('includes the cell that is too small, with the most that it can give', () => {
    const allocation = { kind: 'equal', perCellAndArm: 112 } as const;
    const checks = checkDesign({ ...deckDesign, allocation }, quota);
    expect(checks).toMatchObject([
      { severity: 'blocking', problem: { code: 'quota-exceeds-cell', most: 111, cell: 5 } },
    ]);
  });

  it('does not say twice that there are no arms', () => {
    expect(codes({ arms: [] }, quota)).toEqual(['no-arms', 'no-holdout']);
  });

  it('warns of empty cells and of customers in no cell, without blocking', () => {
    const population = [...quota.population.slice(0, 8), 0];
    expect(checkDesign(deckDesign, { ...quota, population, unclassified: 5 })).toEqual([
      {
        severity: 'warning',
        problem: { code: 'unclassified-customers', customers: 5, eligible: 13_712 },
      },
      { severity: 'warning', problem: { code: 'empty-cell', cell: 8 } },
    ]);
  });
});
