import type { ListBalance } from '#core/assignment/list-balance.ts';
import type { Design } from '#core/design/design.ts';
import { isoDay } from '#core/import/civil-day.ts';
import { drawWords } from '#text/draw/draw-words.ts';
import type { TableExport } from '#ui/table-export.ts';
import { adjustedOmnibus, type BalanceFactor, type BalanceLine } from './balance-view.ts';

/** The balance of the control factors with all levels, as a table of its own. */
export function balanceExport(
  design: Design,
  balance: ListBalance,
  factors: readonly BalanceFactor[],
): TableExport {
  const t = drawWords().balance;
  const written = ({ writes, byArm }: BalanceLine, arm: number): number | string | null => {
    const value = byArm[arm] ?? null;
    return writes === 'day' && value !== null ? isoDay(Math.round(value)) : value;
  };
  const row = (name: string, line: BalanceLine) => [
    name,
    ...design.arms.flatMap((_, arm) =>
      arm === 0 ? [written(line, 0)] : [written(line, arm), line.differences[arm] ?? null],
    ),
  ];
  const pValues = adjustedOmnibus(balance);
  return {
    rows: [
      [
        t.factor,
        ...design.arms.flatMap(({ name }, arm) =>
          arm === 0 ? [name] : [name, t.differenceOf(name)],
        ),
      ],
      ...factors.flatMap(({ head, levels }) => [
        row(head.name, head),
        ...levels.map((line) => row(t.level(head.name, line.name), line)),
      ]),
      [
        t.allP,
        ...design.arms.flatMap((_, arm) => (arm === 0 ? [null] : [null, pValues[arm] ?? null])),
      ],
    ],
    headerRows: 1,
    headerColumns: 1,
  };
}
