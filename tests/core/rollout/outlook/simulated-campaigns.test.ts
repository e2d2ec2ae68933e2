import { describe, expect, it } from 'vitest';
import { binomialDraws } from '#core/random/binomial-draws.ts';
import { createGenerator, type RandomGenerator } from '#core/random/generator.ts';
import type { OutlookCell, PolicyInputs } from '#core/rollout/outlook/policy-inputs.ts';
import { projectPolicy } from '#core/rollout/outlook/project-policy.ts';
import { valueOf } from '../../stats/oracle.ts';

const customers = 100;
const population = 1000;
const money = {
  salesPerResponse: 30_000,
  marginPerResponse: 9000,
  costPerContact: 350,
  rewardPerResponse: 0,
};

/** Nine cells with three carrots whose true effects differ, as they answered, and the profit that each would truly earn. */
function campaign(generator: RandomGenerator) {
  const cells: OutlookCell[] = [];
  const truth: number[][] = [];
  for (let cell = 0; cell < 9; cell++) {
    const kept = 0.02 + 0.03 * generator.nextShare();
    const effects = [0, 1, 2].map(() => 0.02 + 0.06 * generator.nextShare());
    cells.push({
      population,
      control: { events: binomialDraws(customers, kept)(generator), trials: customers },
      carrots: effects.map((effect) => ({
        events: binomialDraws(customers, kept + effect)(generator),
        trials: customers,
      })),
    });
    truth.push(effects.map((effect) => population * (9000 * effect - 350)));
  }
  return { cells, truth };
}

describe('over 500 simulated campaigns, each cell sent the carrot that looked best in it', () => {
  const generator = createGenerator('campaigns');
  const errors = Array.from({ length: 500 }, () => {
    const { cells, truth } = campaign(generator);
    const best = cells.map(({ carrots }) => {
      const events = carrots.map((arm) => arm.events);
      return events.indexOf(Math.max(...events));
    });
    const inputs: Omit<PolicyInputs, 'belief'> = {
      cells,
      carrots: [money, money, money],
      policy: best.map((carrot) => ({ carrot, share: 1 })),
      testedAreOnTheList: false,
      whatIf: { effectKept: 1, responseFactor: 1, costFactor: 1 },
      confidenceShare: 0.95,
    };
    const earned = best.reduce((sum, carrot, cell) => sum + (truth[cell]?.[carrot] ?? NaN), 0);
    const errorOf = (belief: PolicyInputs['belief']) =>
      valueOf(projectPolicy({ ...inputs, belief })).profit.estimate - earned;
    return { raw: errorOf('raw'), shrunken: errorOf('shrunken') };
  });
  const mean = (belief: 'raw' | 'shrunken') =>
    errors.reduce((sum, each) => sum + each[belief], 0) / errors.length;
  const rootMeanSquare = (belief: 'raw' | 'shrunken') =>
    Math.sqrt(errors.reduce((sum, each) => sum + each[belief] ** 2, 0) / errors.length);

  it('shrunken projections are off by 869,000, raw ones by 1,766,000 (root mean square)', () => {
    expect(Math.round(rootMeanSquare('raw'))).toBe(1_765_911);
    expect(Math.round(rootMeanSquare('shrunken'))).toBe(869_417);
  });

  it('raw ones are too good by what luck chose, shrunken ones by a sixth of that', () => {
    expect(Math.round(mean('raw'))).toBe(1_546_861);
    expect(Math.round(mean('shrunken'))).toBe(254_240);
  });
});
