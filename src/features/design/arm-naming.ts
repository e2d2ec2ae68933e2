import type { ArmNaming } from '#core/design/factor-arms.ts';
import type { Design } from '#core/design/design.ts';
import type { ArmLevel } from '#core/design/factor-plan.ts';
import { catalogue } from '#text/language.svelte.ts';
import { channelName } from './channel-name.ts';

/** What a level is called: one of a channel as the channel is. Empty where the channel is gone. */
export function levelName(
  { name, channel }: ArmLevel,
  { channels }: Pick<Design, 'channels'>,
): string {
  if (channel === null) return name;
  const known = channels.find(({ id }) => id === channel);
  return known ? channelName(known) : '';
}

/** What an arm of these levels is called, in the reader's language. */
export const nameArm: ArmNaming = (design, levels, copy) => {
  const t = catalogue().design.arms;
  const name = t.joined(levels.map((level) => levelName(level, design)));
  return copy === 1 ? name : t.copy(name, String(copy));
};
