import type { Problem } from '#core/result.ts';
import type { Arm, Design } from './design.ts';

/** The channels of the method, and those that have come since. */
export const channelKinds = ['dm', 'tm', 'sms', 'e-mail', 'push', 'other'] as const;

export type ChannelKind = (typeof channelKinds)[number];

/** A way to customers: what a contact costs, and what share of those contacted it reaches. */
export interface Channel {
  readonly id: string;
  /** Empty where the kind says it all. */
  readonly name: string;
  readonly kind: ChannelKind;
  /** Money per contacted customer, reached or not; 0 or more. */
  readonly costPerContact: number;
  /** Share of the contacted customers whom it reaches, above 0 and at most 1. */
  readonly reachShare: number;
}

export type ChannelProblem =
  | (Problem<'duplicate-channel'> & { position: number })
  | (Problem<'negative-contact-cost'> & { position: number; cost: number })
  | (Problem<'reach-out-of-range'> & { position: number; reachShare: number })
  | (Problem<'arm-without-channel'> & { arm: string });

/** The channel of an arm; null for the holdout, and for an arm whose channel is gone. */
export function channelOf({ channels }: Pick<Design, 'channels'>, arm: Arm): Channel | null {
  return arm.role === 'holdout' ? null : (channels.find(({ id }) => id === arm.channel) ?? null);
}

/**
 * The rise of the response share over all contacted customers: the lift among those whom the channel reaches (the arm's
 * own, or the plan's), times the share it reaches.
 * Example: 5 points among the reached, of whom there are 80 percent, are 4 points over all.
 */
export function liftOfArm(design: Pick<Design, 'channels' | 'power'>, arm: Arm): number {
  return (arm.expectedLift ?? design.power.lift) * (channelOf(design, arm)?.reachShare ?? 1);
}

/** What keeps channels and arms from each other, in the order of the screen; empty when all is well. */
export function channelProblems({
  arms,
  channels,
}: Pick<Design, 'arms' | 'channels'>): readonly ChannelProblem[] {
  return [
    ...channels.flatMap((channel, position): ChannelProblem[] => {
      const { name, costPerContact: cost, reachShare } = channel;
      const problems: ChannelProblem[] = [];
      const isTaken = channels
        .slice(0, position)
        .some((other) => other.name === name && (name !== '' || other.kind === channel.kind));
      if (isTaken) problems.push({ code: 'duplicate-channel', position });
      if (!(cost >= 0)) problems.push({ code: 'negative-contact-cost', position, cost });
      if (!(reachShare > 0 && reachShare <= 1))
        problems.push({ code: 'reach-out-of-range', position, reachShare });
      return problems;
    }),
    ...arms
      .filter((arm) => arm.role === 'carrot' && channelOf({ channels }, arm) === null)
      .map(({ name }): ChannelProblem => ({ code: 'arm-without-channel', arm: name })),
  ];
}

/**
 * The carrots that customers value alike: groups of two and more arms with the same value, in the order of the arms.
 * Which of them is preferred is a fair question, since it is not one of money.
 * Example: of carrots worth 5000, 4800 and 5000 the first and the third are one group.
 */
export function equalValueGroups(
  arms: readonly Pick<Arm, 'id' | 'role' | 'valueToCustomer'>[],
): readonly (readonly string[])[] {
  const groups = new Map<number, string[]>();
  for (const { id, role, valueToCustomer: value } of arms)
    if (role === 'carrot' && value !== null) groups.set(value, [...(groups.get(value) ?? []), id]);
  return [...groups.values()].filter((group) => group.length > 1);
}
