/** The letter of an arm by its place in the address; A is the control. */
export function armLabel(place: number): string {
  return String.fromCharCode(65 + place);
}
