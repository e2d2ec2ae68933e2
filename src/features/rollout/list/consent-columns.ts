import type { ChannelKind } from '#core/design/channel.ts';
import { consentKind } from '#core/design/consent-columns.ts';
import type { Channel } from '#core/design/channel.ts';
import type { Column } from '#core/import/column.ts';
import { readYesNo } from '#core/import/yes-no-value.ts';
import type { ChannelConsent } from '#core/rollout/list/list-plan.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

/** What a column of consents is called where it is about one channel. */
const namesOfChannel: Readonly<Record<ChannelKind, RegExp | null>> = {
  dm: /dm|우편|direct/i,
  tm: /tm|전화|call|phone/i,
  sms: /sms|lms|문자|카카오|알림톡/i,
  'e-mail': /e-?mail|이메일|메일/i,
  push: /push|푸시|앱/i,
  other: null,
};

/** The columns of the customer table that hold a consent to be contacted. */
export function consentColumns(columns: readonly Column[]): readonly Column[] {
  return columns.filter(
    ({ name, kind, role }) =>
      (kind === 'boolean' || kind === 'text') &&
      (consentKind(name) === 'consent' || (role === 'consent' && consentKind(name) === null)),
  );
}

/**
 * The consents that a list asks for: as somebody said, and of other channels the column that is named after the channel, where
 * there is one of yes and no.
 */
export function askedConsents(
  channels: readonly Channel[],
  said: readonly ChannelConsent[],
  columns: readonly Column[],
): readonly ChannelConsent[] {
  return channels.map(({ id, kind }): ChannelConsent => {
    const found = said.find(({ channel }) => channel === id);
    if (found) return found;
    const named = consentColumns(columns).find(
      (column) => column.kind === 'boolean' && namesOfChannel[kind]?.test(column.name),
    );
    return { channel: id, column: named?.name ?? null, values: named ? ['1'] : [] };
  });
}

/** A column as the consent for a channel, with the values that say yes. */
export async function consentBy(
  channel: string,
  column: Column | null,
  table: string,
): Promise<ChannelConsent> {
  if (!column) return { channel, column: null, values: [] };
  if (column.kind === 'boolean') return { channel, column: column.name, values: ['1'] };
  const values = await workspace.ask('list-values', { table, column: column.name });
  return {
    channel,
    column: column.name,
    values: values.map(({ value }) => value).filter((value) => readYesNo(value) === 1),
  };
}
