import { catalogue } from '#text/language.svelte.ts';
import type { WrittenIdea } from './ice-address.ts';

const scores: readonly WrittenIdea['scores'][] = [
  ['8', '7', '9'],
  ['10', '1', '10'],
  ['6', '5', '4'],
];

/** The ideas of an address without ideas, with names in the reader's language. */
export function iceExample(): readonly WrittenIdea[] {
  const names = catalogue().tools.ice.exampleNames;
  return scores.map((ofIdea, place) => ({ name: names[place] ?? '', scores: ofIdea }));
}
