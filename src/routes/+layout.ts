import { preferences } from '#workspace/preferences.svelte.ts';

// Every route becomes a small static page that the browser fills: the data never exists on a server.
export const ssr = false;
export const prerender = true;
export const trailingSlash = 'always';

/** The texts come before the first screen, in the reader's language alone. */
export const load = () => preferences.start();
