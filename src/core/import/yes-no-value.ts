const meanings = new Map<string, 0 | 1>([
  ['y', 1],
  ['n', 0],
  ['yes', 1],
  ['no', 0],
  ['예', 1],
  ['네', 1],
  ['아니오', 0],
  ['아니요', 0],
  ['o', 1],
  ['x', 0],
  ['○', 1],
  ['×', 0],
  ['true', 1],
  ['false', 0],
  ['t', 1],
  ['f', 0],
  ['1', 1],
  ['0', 0],
]);

/**
 * Reads yes (1) or no (0) in Korean or English, in any case: Y/N, yes/no, 예/아니오, O/X, true/false, 1/0. Null for
 * anything else. Example: `readYesNo('예')` is 1.
 */
export function readYesNo(text: string): 0 | 1 | null {
  return meanings.get(text.trim().toLowerCase()) ?? null;
}
