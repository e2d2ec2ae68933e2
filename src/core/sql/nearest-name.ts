/**
 * The known name that is closest to a misspelt one, or null where none is close. Case does not count, and Hangul is
 * compared by letters, so that one wrong vowel is one mistake. A third of the letters may be wrong, at most three.
 * Source: Damerau (1964), optimal string alignment: a letter more, less, wrong, or two in the wrong order.
 * Example: `nearestName('regoin', ['region', 'name'])` is 'region'.
 */
export function nearestName(misspelt: string, known: Iterable<string>): string | null {
  const wanted = letters(misspelt);
  let nearest: string | null = null;
  let least = Math.min(3, Math.max(1, Math.floor(wanted.length / 3))) + 1;
  for (const name of known) {
    const candidate = letters(name);
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const mistakes = distance(wanted, candidate);
    if (mistakes < least) {
      least = mistakes;
      nearest = name;
    }
  }
  return nearest;
}

function letters(name: string): string {
  return name.toLowerCase().normalize('NFD');
}

function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(
        (now[column - 1] as number) + 1,
        (last[column] as number) + 1,
        (last[column - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) least = Math.min(least, (beforeLast[column - 2] as number) + 1);
      now.push(least);
    }
    beforeLast = last;
    last = now;
  }
  return last[other.length] as number;
}
