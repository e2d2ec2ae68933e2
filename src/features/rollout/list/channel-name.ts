import type { Channel } from '#core/design/channel.ts';
import { catalogue } from '#text/language.svelte.ts';

/** What a channel is called: by its kind, until it has a name of its own. */
export function channelName({ name, kind }: Pick<Channel, 'name' | 'kind'>): string {
  return name === '' ? catalogue().design.channels.kinds[kind] : name;
}
