/** A number as it stands in a field: 0.07 * 100 is 7.000000000000001 in binary, but 7 was meant. */
export function fieldText(value: number): string {
  return String(Number(value.toPrecision(12)));
}
