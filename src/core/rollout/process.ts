import type { Brief } from '../design/brief.ts';
import type { ChannelKind } from '../design/channel.ts';

/** What is to be settled before, while and after a rollout goes out, in the order of the work. */
export const processChecks = [
  'consent',
  'budget',
  'reward-stock',
  'message-proof',
  'test-send',
  'night-sending',
  'holdout-blocked',
  'call-centre-told',
  'response-code',
  'outcome-date',
] as const;

export type ProcessCheck = (typeof processChecks)[number];

/** Who carries a rollout out, when, and how its responses are gathered. Texts are empty and days null until somebody says. */
export interface ProcessSheet {
  /** The unit that carries it out (수행 조직), and who answers for it. */
  readonly organisation: string;
  readonly responsible: string;
  /** Who sends or calls, by channel; a channel without an entry is the organisation's own. */
  readonly senders: readonly { readonly channel: string; readonly name: string }[];
  /** ISO date of the first wave; null takes the day after the experiment's responses are in, where that is planned. */
  readonly startsOn: string | null;
  /** Days from one wave to the next, whole, at least 1. */
  readonly daysBetweenWaves: number;
  /** Weekends are passed over. */
  readonly workdaysOnly: boolean;
  /** Local times between which messages go out, such as 09:00. */
  readonly sendFrom: string;
  readonly sendUntil: string;
  /** Customers have agreed to messages by night, beside the plain consent. */
  readonly nightConsent: boolean;
  /** Days after a wave in which a response counts; null takes the brief's. */
  readonly responseWindowDays: number | null;
  /** By what a response is known (coupon code, extension, link), in which file it comes, and who hands that over. */
  readonly responseCode: string;
  readonly responseFile: string;
  readonly responseSender: string;
  /** Settled already. */
  readonly checks: readonly ProcessCheck[];
  readonly memo: string;
}

/** A sheet on which nothing has been said: one wave a week, on working days, in office hours. */
export const usualProcess: ProcessSheet = {
  organisation: '',
  responsible: '',
  senders: [],
  startsOn: null,
  daysBetweenWaves: 7,
  workdaysOnly: true,
  sendFrom: '09:00',
  sendUntil: '18:00',
  nightConsent: false,
  responseWindowDays: null,
  responseCode: '',
  responseFile: '',
  responseSender: '',
  checks: [],
  memo: '',
};

const dayLength = 86_400_000;

/**
 * The days on which waves go out, from `first` on.
 * `first`: ISO date; `waves`: whole, 0 or more. With `workdaysOnly` a wave that would fall on a weekend goes out on the Monday
 * after it, and none before the one ahead of it.
 * Example: three waves a week apart from 2017-04-01, a Saturday, go out on 2017-04-03, 2017-04-10 and 2017-04-17.
 */
export function waveDays(
  first: string,
  waves: number,
  { daysBetweenWaves, workdaysOnly }: Pick<ProcessSheet, 'daysBetweenWaves' | 'workdaysOnly'>,
): readonly string[] {
  const days: string[] = [];
  let at = Date.parse(first);
  for (let wave = 0; wave < waves; wave++) {
    if (workdaysOnly) while (isWeekend(at)) at += dayLength;
    days.push(isoDay(at));
    at += daysBetweenWaves * dayLength;
  }
  return days;
}

/**
 * The day of the first wave: as the sheet says, or else the day after the experiment's own responses are in; null while
 * nobody has said either.
 * Example: contacts until 2000-02-25 with 14 days for responses let the rollout begin on 2000-03-11.
 */
export function firstDay(
  { startsOn }: Pick<ProcessSheet, 'startsOn'>,
  { endsOn, responseWindowDays }: Pick<Brief, 'endsOn' | 'responseWindowDays'>,
): string | null {
  if (startsOn !== null) return startsOn;
  if (endsOn === null || responseWindowDays === null) return null;
  return isoDay(Date.parse(endsOn) + (responseWindowDays + 1) * dayLength);
}

/**
 * The last day on which a response to the last wave counts. Example: 14 days after 2017-04-17 is 2017-05-01.
 */
export function responsesUntil(lastWave: string, windowDays: number): string {
  return isoDay(Date.parse(lastWave) + windowDays * dayLength);
}

/** The window of a sheet, or else of the brief; null while nobody has said. */
export function windowOf(
  { responseWindowDays }: Pick<ProcessSheet, 'responseWindowDays'>,
  brief: Pick<Brief, 'responseWindowDays'>,
): number | null {
  return responseWindowDays ?? brief.responseWindowDays;
}

/** From when on and until when no advertisement is sent without a consent of its own, and what is exempt. */
export const night = { from: '21:00', until: '08:00', exempt: ['e-mail'] } as const;

/**
 * The channels that would send by night without the consent for it.
 * Source: Korean Act on Promotion of Information and Communications Network Utilization, article 50 (3): from 21:00 to 08:00 of
 * the next day a separate prior consent is needed; e-mail is exempt (its decree, article 61). Letters and parcels are no
 * electronic messages.
 * Example: a text message between 18:00 and 21:30 is named, one until 21:00 is not.
 */
export function nightSenders(
  sheet: Pick<ProcessSheet, 'sendFrom' | 'sendUntil' | 'nightConsent'>,
  channels: readonly { readonly id: string; readonly kind: ChannelKind }[],
): readonly string[] {
  const { sendFrom, sendUntil, nightConsent } = sheet;
  const isByDay = sendFrom >= night.until && sendUntil <= night.from && sendFrom < sendUntil;
  if (nightConsent || isByDay) return [];
  return channels.filter(({ kind }) => kind !== 'e-mail' && kind !== 'dm').map(({ id }) => id);
}

function isWeekend(moment: number): boolean {
  return [0, 6].includes(new Date(moment).getUTCDay());
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
