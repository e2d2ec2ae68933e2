/** The version number of a copy: one more than the experiments that share its name's beginning. */
export function nextVersion(name: string, names: readonly string[]): number {
  return names.filter((other) => other === name || other.startsWith(`${name} ·`)).length + 1;
}
