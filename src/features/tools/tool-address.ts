import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { language } from '#text/language.svelte.ts';
import { queryString } from './parameter.ts';

/** A calculator, by the name of its route. */
export type ToolName = 'significance' | 'sample-size' | 'win-back' | 'ice';

type Changes = Readonly<Record<string, string>>;

/** Parameters that belong to the whole site and outlive a change of the inputs. */
const kept = ['lang', 'project'];

/** The query string of this page with these inputs; an empty change takes a parameter out. */
export function toolSearch(query: string, changes: Changes = {}): `?${string}` {
  const parameters = { ...Object.fromEntries(new URLSearchParams(query)), ...changes };
  const written = Object.entries(parameters).filter(([, value]) => value !== '');
  const site = kept.flatMap((name) => {
    const value = page.url.searchParams.get(name);
    return value === null ? [] : [[name, name === 'lang' ? language.code : value]];
  });
  return `?${queryString(Object.fromEntries([...written, ...site]))}`;
}

/** Puts changed inputs into the address without a new step in the browser's history. The screen follows the address. */
export function rewriteAddress(tool: ToolName, query: string, changes: Changes = {}): void {
  const address = resolve(`tools/${tool}/${toolSearch(query, changes)}`);
  void goto(address, { shallow: true, replace: true });
}
