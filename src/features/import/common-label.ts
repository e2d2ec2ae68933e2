/**
 * A name for a table that several files make up: what their names begin with, or else the first with how many follow.
 * Example: `매출_2026-01` and `매출_2026-02` are `매출`.
 */
export function commonLabel(labels: readonly string[]): string {
  const [first = '', ...others] = labels;
  const letters = [...first];
  const differing = letters.findIndex((letter, place) =>
    others.some((label) => [...label][place] !== letter),
  );
  const start = differing < 0 ? first : letters.slice(0, differing).join('');
  const name = start.replace(/[\s\d._()년월일-]+$/u, '');
  if (name.length >= 2) return name;
  return others.length === 0 ? first : `${first} +${others.length}`;
}
