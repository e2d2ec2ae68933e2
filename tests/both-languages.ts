import { loadCatalogue } from '#text/language.svelte.ts';

// What a page does before it is drawn, in either language.
await Promise.all([loadCatalogue('ko'), loadCatalogue('en')]);
