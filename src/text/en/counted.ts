/** A formatted count with its noun. Example: `counted('1', 'table')` is `1 table`. */
export const counted = (count: string, noun: string) =>
  `${count} ${noun}${count === '1' ? '' : 's'}`;
