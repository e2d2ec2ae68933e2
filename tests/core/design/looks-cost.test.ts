import { describe, expect, it } from 'vitest';
import { anyTimeSpread } from '#core/design/looks.ts';
import { looksCost, type LooksPlan } from '#core/design/looks-cost.ts';
import { createGenerator } from '#core/random/generator.ts';
import { responseSequence } from '#core/stats/sequential/response-sequence.ts';
import { refusalOf, valueOf } from '../stats/oracle.ts';

const plan: LooksPlan = {
  alpha: 0.05,
  power: 0.8,
  carrotSize: 900,
  holdoutSize: 900,
  responses: 100,
};

describe('what looking early costs', () => {
  it('is nothing for one look at the end', () => {
    expect(valueOf(looksCost({ kind: 'once' }, plan))).toEqual({
      factor: 1,
      expectedFactor: 1,
      isAtMost: false,
    });
  });

  it('is little for planned looks, and saves customers on average', () => {
    const two = valueOf(looksCost({ kind: 'planned', looks: 2 }, plan));
    const ten = valueOf(looksCost({ kind: 'planned', looks: 10 }, plan));
    expect(two.factor).toBeGreaterThan(1);
    expect(valueOf(looksCost({ kind: 'planned', looks: 4 }, plan)).factor).toBeCloseTo(1.01964, 5);
    expect(ten.factor).toBeGreaterThan(two.factor);
    expect(ten.factor).toBeLessThan(1.06);
    expect(ten.expectedFactor ?? 1).toBeLessThan(0.85);
  });

  it('is much for looking at any time, and no more than it says', () => {
    const { factor, isAtMost } = valueOf(looksCost({ kind: 'any-time' }, plan));
    expect(isAtMost).toBe(true);
    expect(factor).toBeGreaterThan(1.3);
    expect(factor).toBeLessThan(2.5);
    // With so many times the customers, an effect that one look finds with 80% is found at least as often.
    const responses = Math.round(plan.responses * factor);
    const ratio = Math.exp(
      (1.959963984540054 + 0.8416212335729143) / Math.sqrt(plan.responses / 4),
    );
    const waiting = Math.round(900 * factor);
    const generator = createGenerator('any time');
    const trials = 300;
    let found = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      let [treatment, control] = [waiting, waiting];
      const days = Array.from({ length: 20 }, () => {
        const day = {
          waitingTreatment: treatment,
          waitingControl: control,
          treatment: 0,
          control: 0,
        };
        for (let response = 0; response < responses / 20; response += 1) {
          const isTreated =
            generator.nextShare() < (ratio * treatment) / (ratio * treatment + control);
          if (isTreated) [treatment, day.treatment] = [treatment - 1, day.treatment + 1];
          else [control, day.control] = [control - 1, day.control + 1];
        }
        return day;
      });
      const readings = valueOf(
        responseSequence(days, { confidenceShare: 0.95, effectSpread: anyTimeSpread }),
      );
      if ((readings.at(-1)?.pValue ?? 1) <= 0.05) found += 1;
    }
    expect(found / trials).toBeGreaterThan(0.76);
  });

  it('is not known without responses', () => {
    expect(refusalOf(looksCost({ kind: 'any-time' }, { ...plan, responses: 0 }))).toBe(
      'no-responses',
    );
    expect(refusalOf(looksCost({ kind: 'planned', looks: 3 }, { ...plan, power: 1 }))).toBe(
      'invalid-power',
    );
  });
});
