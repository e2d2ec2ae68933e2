/** The ways to write yes and no; a column keeps to one of them. */
const writings: readonly { readonly yes: readonly string[]; readonly no: readonly string[] }[] = [
  { yes: ['y', 'yes'], no: ['n', 'no'] },
  { yes: ['예', '네'], no: ['아니오', '아니요'] },
  { yes: ['o', '○'], no: ['x', '×'] },
  { yes: ['true', 't'], no: ['false', 'f'] },
  { yes: ['1'], no: ['0'] },
];

const meanings = new Map<string, { meaning: 0 | 1; writing: number }>(
  writings.flatMap(({ yes, no }, writing) => [
    ...yes.map((word) => [word, { meaning: 1 as const, writing }] as const),
    ...no.map((word) => [word, { meaning: 0 as const, writing }] as const),
  ]),
);

/**
 * Reads yes (1) or no (0) in Korean or English, in any case: Y/N, yes/no, 예/아니오, O/X, true/false, 1/0. Null for
 * anything else. Example: `readYesNo('예')` is 1.
 */
export function readYesNo(text: string): 0 | 1 | null {
  return meanings.get(text.trim().toLowerCase())?.meaning ?? null;
}

/**
 * Whether texts write yes and no in one way only: Y/N with yes/no is one, O/X with Y/N is two (a column of x and y names
 * two things, neither of them yes). Texts that are neither yes nor no do not count; none at all is one way too.
 * Example: `isOneWriting(['O', 'X', 'o'])` is true, `isOneWriting(['x', 'y'])` is false.
 */
export function isOneWriting(texts: Iterable<string>): boolean {
  const found = new Set<number>();
  for (const text of texts) {
    const writing = meanings.get(text.trim().toLowerCase())?.writing;
    if (writing !== undefined) found.add(writing);
  }
  return found.size <= 1;
}
