import { channelOf } from '#core/design/channel.ts';
import { carrotWaves, type RolloutList } from '#core/rollout/list/rollout-list.ts';
import {
  firstDay,
  responsesUntil,
  waveDays,
  windowOf,
  type ProcessSheet,
} from '#core/rollout/process.ts';

/** One sending: the customers of a carrot in a wave. */
export interface Sending {
  /** The carrot's place among the arms of the design. */
  readonly place: number;
  readonly arm: string;
  readonly name: string;
  /** Id of the channel; null where the design has lost it. */
  readonly channel: string | null;
  /** From 1. */
  readonly wave: number;
  readonly customers: number;
  /** ISO date; null while the first day is open. */
  readonly day: string | null;
  /** ISO date of the last day on which a response counts; null while day or window are open. */
  readonly until: string | null;
}

/** What goes out when: every carrot of a list by wave, in the order of the design. */
export function sendings(list: RolloutList, sheet: ProcessSheet): readonly Sending[] {
  const { design } = list;
  const first = firstDay(sheet, design.brief);
  const window = windowOf(sheet, design.brief);
  return carrotWaves(list).flatMap(({ arm, waves }) => {
    const place = design.arms.findIndex(({ id }) => id === arm);
    const found = design.arms[place];
    const days = first === null ? [] : waveDays(first, waves.length, sheet);
    return waves.flatMap((customers, wave): Sending[] => {
      const day = days[wave] ?? null;
      const until = day !== null && window !== null ? responsesUntil(day, window) : null;
      const channel = (found && channelOf(design, found)?.id) ?? null;
      return customers === 0
        ? []
        : [
            {
              place,
              arm,
              name: found?.name ?? arm,
              channel,
              wave: wave + 1,
              customers,
              day,
              until,
            },
          ];
    });
  });
}
