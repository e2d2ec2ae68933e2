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
  const here = new URLSearchParams(currentSearch());
  const site = kept.flatMap((name) => {
    const value = here.get(name);
    return value === null ? [] : [[name, name === 'lang' ? language.code : value]];
  });
  return `?${queryString(Object.fromEntries([...written, ...site]))}`;
}

/** Inputs written since the last navigation: Kit's `page.url` does not follow a shallow change of the address. */
class WrittenSearch {
  #written = $state.raw<{ readonly since: object; readonly search: string } | null>(null);

  get current(): string {
    return this.#written?.since === page.url ? this.#written.search : page.url.search;
  }

  write(search: string): void {
    this.#written = { since: page.url, search };
  }
}

const writtenSearch = new WrittenSearch();

/** The query string that the calculator reads. */
export function currentSearch(): string {
  return writtenSearch.current;
}

/** Puts changed inputs into the address, at once and without a new step in the browser's history. */
export function rewriteAddress(tool: ToolName, query: string, changes: Changes = {}): void {
  const search = toolSearch(query, changes);
  writtenSearch.write(search);
  void goto(resolve(`tools/${tool}/${search}`), { shallow: true, replace: true });
}
