import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostArms } from '#core/design/arm.ts';
import type { Design } from '#core/design/design.ts';
import { checkDesign } from '#core/design/design-checks.ts';
import { followLevels, withoutRuns, withRuns } from '#core/design/factor-arms.ts';
import { factorPlanProblems } from '#core/design/factor-checks.ts';
import { describeChosen } from '#core/design/factorial/chosen-plan.ts';
import { suggestPlans } from '#core/design/factorial/suggest-plans.ts';
import { refusalOf, valueOf } from '../stats/oracle.ts';
import { armFactor, factorDesign, joinedNames, strangerArm } from './factor-design.ts';

const { factorPlan } = factorDesign;
if (!factorPlan) throw new Error('The design has factors.');
const { factors, forbidden } = factorPlan;
/** coupon TM, gift TM, coupon DM; each with A, then with B. */
const runs = [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1], [0, 1, 1]]; // prettier-ignore
const made = () => valueOf(withRuns(factorDesign, 'full-factorial', runs, joinedNames));
const codes = (design: Design) => factorPlanProblems(design).map(({ code }) => code);
const changed = (design: Design, change: Partial<NonNullable<Design['factorPlan']>>): Design => ({
  ...design,
  factorPlan: design.factorPlan && { ...design.factorPlan, ...change },
});

describe('arms made of runs', () => {
  it('have what their levels bring, after the holdout', () => {
    const { arms, factorPlan: plan } = made();
    expect(arms.map(({ name }) => name)).toEqual([
      ...['CONTROL', 'coupon/TM/A', 'gift/TM/A', 'coupon/DM/A'],
      ...['coupon/TM/B', 'gift/TM/B', 'coupon/DM/B'],
    ]);
    expect(arms[5]).toEqual({
      id: 'run:gift+tm+B',
      name: 'gift/TM/B',
      role: 'carrot',
      channel: 'tm',
      costPerReward: 2000,
      valueToCustomer: 5000,
      redemptionShare: 0.8,
      expectedLift: null,
      run: [
        { factor: 'carrot', level: 'gift' },
        { factor: 'channel', level: 'tm' },
        { factor: 'message', level: 'B' },
      ],
    });
    expect(plan?.kind).toBe('full-factorial');
    expect(codes(made())).toEqual([]);
  });

  it('keep what no factor decides as it was', () => {
    const design = changed(factorDesign, { factors: factors.slice(2), forbidden: [] });
    const { arms } = valueOf(withRuns(design, 'full-factorial', [[0], [1]], joinedNames));
    expect(arms.slice(1)).toMatchObject([
      { name: 'A', channel: 'tm', costPerReward: 5000 },
      { name: 'B', channel: 'tm', costPerReward: 5000 },
    ]);
  });

  it('are called apart where a plan has a run twice', () => {
    const { arms } = valueOf(
      withRuns(factorDesign, 'plackett-burman', [[0, 0, 0], [0, 0, 0]], joinedNames), // prettier-ignore
    );
    expect(arms.map(({ name }) => name)).toEqual(['CONTROL', 'coupon/TM/A', 'coupon/TM/A (2)']);
    expect(new Set(arms.map(({ id }) => id)).size).toBe(3);
  });

  it('are refused beyond twenty, off the levels, against a prohibition and without factors', () => {
    const code = (design: Design, wanted: number[][]) =>
      refusalOf(withRuns(design, 'full-factorial', wanted, joinedNames));
    expect(code(factorDesign, [[1, 1, 0]])).toBe('run-off-plan');
    expect(code(factorDesign, [[0, 0, 0], [0, 2, 0]])).toBe('run-off-plan'); // prettier-ignore
    expect(code(factorDesign, [[0, 0]])).toBe('run-off-plan');
    expect(code({ ...factorDesign, factorPlan: null }, runs)).toBe('no-factor-plan');
    const many = Array.from({ length: mostArms }, () => [0, 0, 0]);
    expect(code(factorDesign, many)).toBe('too-many-arms');
    const fit = withRuns(factorDesign, 'full-factorial', many.slice(1), joinedNames);
    expect(valueOf(fit).arms).toHaveLength(mostArms);
  });

  it('hold every run of every suggested plan once, nothing forbidden, and lead back to the plan', () => {
    const levels = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(
        levels,
        fc.boolean(),
        fc.integer({ min: 4, max: 19 }),
        (counts, isLimited, maxRuns) => {
          const own = counts.map((count, place) =>
            armFactor(
              `f${place}`,
              'other',
              Array.from({ length: count }, (_, level) => `l${level}`),
            ),
          );
          const ruled = [{ factor: 'f0', level: 'l1' }, { factor: 'f1', level: 'l0' }]; // prettier-ignore
          const design = changed(factorDesign, {
            factors: own,
            forbidden: isLimited ? [ruled] : [],
          });
          const plan = design.factorPlan;
          if (!plan) throw new Error('The design has factors.');
          const found = valueOf(suggestPlans(plan.factors, plan.forbidden, { maxRuns, seed: 'a' }));
          for (const suggestion of found.plans) {
            const filled = valueOf(withRuns(design, suggestion.kind, suggestion.runs, joinedNames));
            const carrots = filled.arms.slice(1);
            expect(carrots).toHaveLength(suggestion.runs.length);
            expect(new Set(filled.arms.map(({ id }) => id)).size).toBe(filled.arms.length);
            expect(new Set(filled.arms.map(({ name }) => name)).size).toBe(filled.arms.length);
            const chosen = carrots.map(({ run }) => run ?? []);
            for (const run of chosen) {
              const meets = ruled.every((choice) => run.some((each) => each.factor === choice.factor && each.level === choice.level)); // prettier-ignore
              expect(isLimited && meets).toBe(false);
            }
            expect(factorPlanProblems(filled)).toEqual([]);
            const read = valueOf(describeChosen({ ...plan, kind: suggestion.kind, runs: chosen }));
            expect(read.runs).toEqual(suggestion.runs);
            expect(read.confoundings).toEqual(suggestion.confoundings);
            expect(read.resolution).toBe(suggestion.resolution);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('an edit of a design with a plan', () => {
  const withLevel = (design: Design, place: number, change: object): Design =>
    changed(design, {
      factors: factors.map((factor, at) =>
        at === place
          ? {
              ...factor,
              levels: factor.levels.map((level, first) =>
                first === 0 ? { ...level, ...change } : level,
              ),
            }
          : factor,
      ),
    });

  it('of a level goes into its arms, and leaves names alone that were given by hand', () => {
    const before = made();
    const named = {
      ...before,
      arms: before.arms.map((arm, place) => (place === 1 ? { ...arm, name: 'MINE' } : arm)),
    };
    const offer = { costPerReward: 1500, valueToCustomer: 7000, redemptionShare: 0.5 };
    const after = followLevels(named, withLevel(named, 0, { name: 'points', offer }), joinedNames);
    expect(after.arms.map(({ name }) => name)).toEqual([
      ...['CONTROL', 'MINE', 'gift/TM/A', 'points/DM/A'],
      ...['points/TM/B', 'gift/TM/B', 'points/DM/B'],
    ]);
    expect(after.arms.map(({ costPerReward }) => costPerReward)).toEqual([
      0, 1500, 2000, 1500, 1500, 2000, 1500,
    ]);
    expect(after.factorPlan?.kind).toBe('full-factorial');
  });

  it('of a channel goes into the names of its arms', () => {
    const before = made();
    const channels = before.channels.map((channel) => channel.id === 'dm' ? { ...channel, name: 'POST' } : channel); // prettier-ignore
    const after = followLevels(before, { ...before, channels }, joinedNames);
    expect(after.arms[3]?.name).toBe('coupon/POST/A');
  });

  it('that adds an arm, a level or a prohibition lets the arms stand for themselves', () => {
    const before = made();
    const free = (after: Design) => {
      const { arms, factorPlan: plan } = followLevels(before, after, joinedNames);
      return plan?.kind === null && arms.every(({ run }) => run === null);
    };
    expect(free({ ...before, arms: [...before.arms, strangerArm] })).toBe(true);
    expect(free(changed(before, { forbidden: [] }))).toBe(true);
    expect(free(changed(before, { factors: [...factors, armFactor('when', 'timing', ['x', 'y'])] }))).toBe(true); // prettier-ignore
    expect(free(before)).toBe(false);
    expect(withoutRuns(before).arms.map(({ name }) => name)).toEqual(before.arms.map(({ name }) => name)); // prettier-ignore
    expect(withoutRuns(factorDesign)).toBe(factorDesign);
  });

  it('that gives the factors up lets the arms stand for themselves', () => {
    const after = followLevels(made(), { ...made(), factorPlan: null }, joinedNames);
    expect(after.factorPlan).toBeNull();
    expect(after.arms.every(({ run }) => run === null)).toBe(true);
  });
});

describe('what is wrong with factors', () => {
  it('is named, one problem a kind', () => {
    const [carrot, channel, message] = factors;
    if (!carrot || !channel || !message) throw new Error('There are three factors.');
    const of = (...own: typeof factors) => codes(changed(factorDesign, { factors: own, forbidden: [] })); // prettier-ignore
    expect(codes({ ...factorDesign, factorPlan: null })).toEqual([]);
    expect(codes(factorDesign)).toEqual(['no-plan-chosen']);
    expect(of({ ...carrot, name: ' ' })).toEqual(['unnamed-factor']);
    expect(of(carrot, { ...message, name: carrot.name })).toEqual(['duplicate-factor-name']);
    expect(of({ ...carrot, levels: carrot.levels.slice(1) })).toEqual(['factor-too-few-levels']);
    const named = (name: string) => of({ ...message, levels: message.levels.map((level) => ({ ...level, name })) }); // prettier-ignore
    expect(named('')).toEqual(['unnamed-factor-level']);
    expect(named('A')).toEqual(['duplicate-factor-level']);
    expect(of({ ...channel, levels: channel.levels.map((level) => ({ ...level, channel: 'tm' })) })).toEqual(['duplicate-factor-level']); // prettier-ignore
    expect(codes({ ...factorDesign, channels: [] })).toEqual(['factor-channel-lost']);
    expect(codes(changed(factorDesign, { factors: [carrot, message] }))).toEqual(['forbidden-level-lost']); // prettier-ignore
  });

  it('is seen where arms are no longer runs of the plan', () => {
    const before = made();
    expect(codes({ ...before, arms: [...before.arms, strangerArm] })).toEqual(['arms-off-plan']);
    const never = [...forbidden, [{ factor: 'carrot', level: 'coupon' }, { factor: 'message', level: 'B' }]]; // prettier-ignore
    expect(codes(changed(before, { forbidden: never }))).toEqual(['arms-off-plan']);
    expect(codes(changed(before, { factors: factors.slice(1) }))).toContain('arms-off-plan');
  });

  it('keeps a plan from being drawn, but not a sketch', () => {
    const of = (design: Design) => checkDesign(design, null).map(({ severity, problem }) => `${severity} ${problem.code}`); // prettier-ignore
    expect(of(factorDesign)).toEqual(['warning no-plan-chosen']);
    const before = made();
    expect(of({ ...before, arms: [...before.arms, strangerArm] })).toEqual(['blocking arms-off-plan']); // prettier-ignore
    const arms = Array.from({ length: 21 }, (_, place) => ({ ...strangerArm, name: `${place}` }));
    const crowd = { ...factorDesign, factorPlan: null, arms: [...factorDesign.arms, ...arms] };
    expect(of(crowd)).toEqual(['blocking too-many-arms']);
  });
});
