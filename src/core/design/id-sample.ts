import { md5Hex } from '../random/md5.ts';

/**
 * Which first eight hexadecimal digits of an MD5 are in a sample: those below this number. The sample of a smaller share is
 * part of that of a larger one.
 * `share`: 0..1. Example: 0.05 gives 214,748,365 of 4,294,967,296.
 */
export function idSampleLimit(share: number): number {
  return Math.ceil(share * 2 ** 32);
}

/**
 * Whether a customer is in the sample of a seed: the first eight hexadecimal digits of MD5(`seed:id`), as a number, are below
 * `share` of 2^32. It depends on nothing else, so that the same customers are in it in every experiment and on any database.
 * Example: seed 'always-on' and customer 'C1' are the MD5 of 'always-on:C1'.
 */
export function isInIdSample(seed: string, id: string, share: number): boolean {
  return Number.parseInt(md5Hex(`${seed}:${id}`).slice(0, 8), 16) < idSampleLimit(share);
}
