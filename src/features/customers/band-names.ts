import type { DormancyBand } from '#core/customers/dormancy-bands.ts';
import { catalogue } from '#text/language.svelte.ts';

/** A band by its months. Example: `3–5개월`, `6개월 이상`. */
export function bandRange({ from, to }: Pick<DormancyBand, 'from' | 'to'>): string {
  const t = catalogue().customers.dormancy;
  return to === null ? t.open(String(from)) : t.range(String(from), String(to));
}

/** The method's own names where the bands are its own: recent, short, mid, long. Null where they are not. */
export function bandLevel(band: number, bandCount: number): string | null {
  const t = catalogue().customers.dormancy;
  if (bandCount !== t.levels.length + 1) return null;
  return band === 0 ? t.active : (t.levels[band - 1] ?? null);
}
