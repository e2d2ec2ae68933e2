import { carrotArm } from '#core/design/arm.ts';
import type { Design } from '#core/design/design.ts';
import type { ArmNaming } from '#core/design/factor-arms.ts';
import type { ArmFactor, ArmLevel, FactorKind } from '#core/design/factor-plan.ts';
import { deckDesign } from './deck-design.ts';

export const joinedNames: ArmNaming = ({ channels }, levels, copy) => {
  const names = levels.map(({ name, channel }) =>
    channel === null ? name : (channels.find(({ id }) => id === channel)?.name ?? ''),
  );
  return names.join('/') + (copy > 1 ? ` (${copy})` : '');
};

export function armFactor(id: string, kind: FactorKind, levels: readonly string[]): ArmFactor {
  return {
    ...{ id, kind, name: id.toUpperCase() },
    levels: levels.map((level, place): ArmLevel => ({
      id: level,
      name: kind === 'channel' ? '' : level,
      offer:
        kind === 'carrot'
          ? { costPerReward: 1000 * (place + 1), valueToCustomer: 5000, redemptionShare: 0.8 }
          : null,
      channel: kind === 'channel' ? level : null,
    })),
  };
}

/** The deck's design with two channels, and three factors: carrot, channel, message. */
export const factorDesign: Design = {
  ...deckDesign,
  channels: [
    { id: 'tm', name: 'TM', kind: 'tm', costPerContact: 3500, reachShare: 0.9 },
    { id: 'dm', name: 'DM', kind: 'dm', costPerContact: 800, reachShare: 1 },
  ],
  arms: deckDesign.arms.map((arm) => (arm.role === 'carrot' ? { ...arm, channel: 'tm' } : arm)),
  factorPlan: {
    factors: [
      armFactor('carrot', 'carrot', ['coupon', 'gift']),
      armFactor('channel', 'channel', ['tm', 'dm']),
      armFactor('message', 'message', ['A', 'B']),
    ],
    forbidden: [
      [
        { factor: 'carrot', level: 'gift' },
        { factor: 'channel', level: 'dm' },
      ],
    ],
    kind: null,
  },
};

export const strangerArm = carrotArm('own', 'OWN', 'tm', 100);
