import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchShare, reachedOf, responseTree } from '#core/results/response-tree.ts';
import { plantedBranches, plantedDetail } from './trust/planted-detail.ts';

describe('the response tree', () => {
  it('of the bundled sample is the planted one', () => {
    const tree = responseTree(plantedDetail);
    if (!tree.ok) throw new Error(tree.problem.code);
    const contacted = tree.value.arms.filter(({ arm }) => arm !== 'CONTROL');
    const sum = (branch: (typeof contacted)[number]['customers']) => Object.entries(branch);
    const together: Record<string, number> = {};
    for (const { customers } of contacted)
      for (const [branch, count] of sum(customers))
        together[branch] = (together[branch] ?? 0) + count;
    expect(together).toEqual({
      sent: 2700,
      bounced: 108,
      delivered: 2592,
      deliveryUnknown: 0,
      responded: 224,
      noResponse: 2368,
      purchased: 177,
      notPurchased: 47,
      several: 57,
      single: 120,
      basketUnknown: 0,
    });
    expect(contacted.reduce((all, { money }) => all + (money ?? 0), 0)).toBe(6_100_700);
  });

  it('takes its shares of the chosen denominator', () => {
    const tree = responseTree(plantedDetail);
    const point = tree.ok ? tree.value.arms[3] : undefined;
    if (!point) throw new Error('No tree');
    expect(branchShare(point, 'responded', 'sent')).toEqual({
      ok: true,
      value: { share: 94 / 900, of: 900 },
    });
    expect(branchShare(point, 'responded', 'delivered')).toEqual({
      ok: true,
      value: { share: 94 / 864, of: 864 },
    });
    expect(branchShare(point, 'several', 'before')).toEqual({
      ok: true,
      value: { share: 27 / 74, of: 74 },
    });
    expect(branchShare(point, 'bounced', 'before')).toEqual({
      ok: true,
      value: { share: 36 / 900, of: 900 },
    });
  });

  it('has no share of nobody', () => {
    const [first] = plantedBranches;
    if (!first) throw new Error('No branches');
    const nobody = {
      ...first,
      deliveryUnknown: 900,
      responded: 0,
      purchased: 0,
      severalProducts: 0,
    };
    const tree = responseTree({ ...plantedDetail, arms: ['CONTROL'], branches: [nobody] });
    const arm = tree.ok ? tree.value.arms[0] : undefined;
    expect(arm && branchShare(arm, 'purchased', 'before')).toMatchObject({
      ok: false,
      problem: { code: 'no-trials' },
    });
  });

  it.each([
    ['delivered', { bounced: 901 }],
    ['noResponse', { responded: 865 }],
    ['notPurchased', { purchased: 77 }],
    ['single', { severalProducts: 61 }],
    ['purchased', { purchased: 1.5 }],
  ])('is refused where %s does not add up', (branch, wrong) => {
    const coupon = plantedBranches[1];
    if (!coupon) throw new Error('No branches');
    const tree = responseTree({
      ...plantedDetail,
      arms: ['COUPON'],
      branches: [{ ...coupon, ...wrong }],
    });
    expect(tree).toMatchObject({
      ok: false,
      problem: { code: 'branches-do-not-add-up', arm: 'COUPON', branch },
    });
  });

  it('puts every customer on one branch at every fork', () => {
    const part = (whole: fc.Arbitrary<number>) =>
      whole.chain((most) => fc.integer({ min: 0, max: most }).map((some) => [most, some] as const));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }).chain((customers) =>
          part(fc.constant(customers)).chain(([, bounced]) =>
            fc
              .tuple(
                fc.integer({ min: 0, max: customers - bounced }),
                part(fc.integer({ min: 0, max: customers - bounced })),
              )
              .map(([deliveryUnknown, [responded, purchased]]) => ({
                customers,
                bounced,
                deliveryUnknown,
                responded,
                purchased,
              })),
          ),
        ),
        (told) => {
          const [first] = plantedBranches;
          if (!first) return false;
          const branches = [{ ...first, ...told, severalProducts: 0 }];
          const tree = responseTree({ ...plantedDetail, arms: ['A'], branches });
          const arm = tree.ok ? tree.value.arms[0] : undefined;
          if (!arm) return false;
          const { customers: on } = arm;
          return (
            on.sent === reachedOf(arm) + on.bounced &&
            reachedOf(arm) === on.responded + on.noResponse &&
            on.responded === on.purchased + on.notPurchased &&
            on.purchased === on.several + on.single + on.basketUnknown
          );
        },
      ),
    );
  });
});
