import { language, loadCatalogue } from '#text/language.svelte.ts';

// What a page does before it is drawn, in either language. Every file of tests begins in Korean.
await Promise.all([loadCatalogue('ko'), loadCatalogue('en')]);
language.code = 'ko';
