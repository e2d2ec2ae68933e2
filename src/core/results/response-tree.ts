import { refuse, succeed, type Result } from '#core/result.ts';
import type { ArmBranches, OutcomeDetail } from './outcome-detail.ts';

/** The branches of the tree, from the list to the basket. */
export const treeBranches = [
  'sent',
  'delivered',
  'bounced',
  'deliveryUnknown',
  'responded',
  'noResponse',
  'purchased',
  'notPurchased',
  'several',
  'single',
  'basketUnknown',
] as const;
export type TreeBranch = (typeof treeBranches)[number];

/** The forks, in order: the branch that is divided and those it is divided into, the one that goes on first. */
export const treeForks = [
  { from: 'sent', into: ['delivered', 'deliveryUnknown', 'bounced'] },
  { from: 'reached', into: ['responded', 'noResponse'] },
  { from: 'responded', into: ['purchased', 'notPurchased'] },
  { from: 'purchased', into: ['several', 'single', 'basketUnknown'] },
] as const;

/** By what a branch is divided to make a share. */
export const treeDenominators = ['sent', 'delivered', 'before'] as const;
export type TreeDenominator = (typeof treeDenominators)[number];

/** One arm's tree, in whole customers. */
export interface ArmTree {
  readonly arm: string;
  readonly customers: Readonly<Record<TreeBranch, number>>;
  /** Sum of money of the arm; null where no column tells of it. */
  readonly money: number | null;
}

/** The trees of all arms, and which forks any column or file tells of. */
export interface ResponseTree {
  readonly arms: readonly ArmTree[];
  readonly told: {
    readonly delivery: boolean;
    readonly purchase: boolean;
    readonly basket: boolean;
  };
}

/**
 * Sent, delivered or bounced, responded or not, purchased or not, several products or one: every customer of an arm on
 * one branch at every fork.
 * `detail`: whole counts; those whose delivery is not told count as reached, because a list without returns has no others.
 * Refuses `branches-do-not-add-up` with arm, branch and counts where a part would be larger than its whole, or is no
 * whole number of 0 or more: such a tree is wrong somewhere, and no share of it is shown.
 * Example: the three contacted arms of the bundled sample together: 2,700 sent are 2,592 delivered and 108 bounced; 224
 * responded, 2,368 did not; 177 purchased, 47 did not; 57 several products, 120 a single one.
 */
export function responseTree(
  detail: Pick<OutcomeDetail, 'arms' | 'branches' | 'told' | 'strata'>,
): Result<ResponseTree> {
  const arms: ArmTree[] = [];
  for (const [place, arm] of detail.arms.entries()) {
    const branches = detail.branches[place];
    if (!branches) return refuse({ code: 'branches-do-not-add-up', arm, branch: 'sent' });
    const customers = branchesOf(branches);
    const wrong = treeBranches.find(
      (branch) => !(Number.isSafeInteger(customers[branch]) && customers[branch] >= 0),
    );
    if (wrong) return refuse({ code: 'branches-do-not-add-up', arm, branch: wrong, ...branches });
    const money = detail.strata.map(({ arms: measures }) => measures[place]?.money?.sum ?? null);
    arms.push({
      arm,
      customers,
      money: detail.told.money ? money.reduce<number>((sum, part) => sum + (part ?? 0), 0) : null,
    });
  }
  const { delivery, purchase, basket } = detail.told;
  return succeed({ arms, told: { delivery, purchase, basket } });
}

/** What is left of a whole is the other branch, so that a part that is too large shows as a negative rest. */
function branchesOf(told: ArmBranches): Record<TreeBranch, number> {
  const { customers, bounced, deliveryUnknown, responded, purchased } = told;
  return {
    sent: customers,
    bounced,
    deliveryUnknown,
    delivered: customers - bounced - deliveryUnknown,
    responded,
    noResponse: customers - bounced - responded,
    purchased,
    notPurchased: responded - purchased,
    several: told.severalProducts,
    basketUnknown: told.basketUnknown,
    single: purchased - told.severalProducts - told.basketUnknown,
  };
}

/** Customers who did not bounce: those known to be reached and those of whom nothing is told. */
export function reachedOf({ customers }: ArmTree): number {
  return customers.delivered + customers.deliveryUnknown;
}

/** The branch that a branch comes from, in customers. */
function before(tree: ArmTree, branch: TreeBranch): number {
  const { customers } = tree;
  const fork = treeForks.find(({ into }) => (into as readonly string[]).includes(branch));
  if (!fork) return customers.sent;
  return fork.from === 'reached' ? reachedOf(tree) : customers[fork.from];
}

/**
 * The share of a branch by the chosen denominator, 0..1: of those sent, of those who did not bounce, or of the branch it
 * comes from. What lies before the delivery is a share of those sent whatever is chosen.
 * Refuses `no-trials` where the denominator is nobody.
 * Example: 94 of 900 sent, of whom 36 bounced, responded: 0.1044 of those sent, 0.1088 of those delivered.
 */
export function branchShare(
  tree: ArmTree,
  branch: TreeBranch,
  denominator: TreeDenominator,
): Result<{ readonly share: number; readonly of: number }> {
  const isEarly = ['sent', 'delivered', 'bounced', 'deliveryUnknown'].includes(branch);
  const of =
    denominator === 'sent' || isEarly
      ? tree.customers.sent
      : denominator === 'delivered'
        ? reachedOf(tree)
        : before(tree, branch);
  if (of === 0) return refuse({ code: 'no-trials' });
  return succeed({ share: tree.customers[branch] / of, of });
}
