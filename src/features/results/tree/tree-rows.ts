import type { ResponseTree, TreeBranch } from '#core/results/response-tree.ts';

/** One fork of the drawing: its branches from left to right; the first goes on to the next row. */
export interface TreeRow {
  readonly branches: readonly TreeBranch[];
}

/** The rows that the data tell of, the list itself first. */
export function treeRows({ arms, told }: ResponseTree): readonly TreeRow[] {
  const anybody = (branch: TreeBranch) => arms.some(({ customers }) => customers[branch] > 0);
  const rows: readonly { readonly branches: readonly TreeBranch[]; readonly isTold: boolean }[] = [
    { branches: ['sent'], isTold: true },
    { branches: ['delivered', 'deliveryUnknown', 'bounced'], isTold: told.delivery },
    { branches: ['responded', 'noResponse'], isTold: true },
    { branches: ['purchased', 'notPurchased'], isTold: told.purchase },
    { branches: ['several', 'single', 'basketUnknown'], isTold: told.purchase && told.basket },
  ];
  return rows
    .filter(({ isTold }) => isTold)
    .map(({ branches }) => ({
      branches: branches.filter((branch) => !/Unknown$/.test(branch) || anybody(branch)),
    }));
}
