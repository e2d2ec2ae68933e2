import type { Factor } from '#core/design/factorial/factor-space.ts';

/** A factor whose names are its ids. */
export function factor(id: string, ...levels: string[]): Factor {
  return { id, name: id, levels: levels.map((level) => ({ id: level, name: level })) };
}

/** Factors A, B, C … with levels 0, 1, 2 …. */
export function factorsWith(levelCounts: readonly number[]): Factor[] {
  return levelCounts.map((levels, place) =>
    factor(letter(place), ...Array.from({ length: levels }, (_, level) => String(level))),
  );
}

/** A for 0, B for 1 and so on. */
export function letter(place: number): string {
  return String.fromCharCode(65 + place);
}

/** An effect as statisticians write it. */
export function written(effect: readonly number[]): string {
  return effect.map(letter).join('');
}
