import { language } from '#text/language.svelte.ts';
import { methodNames as english } from '#text/methods/en.ts';
import evidence from '#text/methods/evidence.json' with { type: 'json' };
import { methodNames as korean } from '#text/methods/ko.ts';
import type { MethodId, MethodText } from '#text/methods/method-text.ts';

export interface OracleEvidence {
  readonly script: string;
  readonly madeWith: string;
  readonly cases: number;
}

export interface Method extends MethodText {
  readonly id: MethodId;
  readonly topic: string;
  readonly file: string;
  readonly source: string;
  readonly oracles: readonly OracleEvidence[];
}

/** Every method of the statistics core in the language of the page, in the order of the topics. */
export function allMethods(): readonly Method[] {
  const names = { ko: korean, en: english }[language.code];
  return (Object.keys(evidence) as MethodId[]).map((id) => ({
    id,
    ...names[id],
    ...evidence[id],
  }));
}

/** The methods in which every typed word occurs: in the name, the question, the source or the function. */
export function matching(methods: readonly Method[], typed: string): readonly Method[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return methods.filter(({ id, name, answers, source }) => {
    const text = `${id} ${name} ${answers} ${source}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** How many cases of other programs there are, each script counted once. */
export function casesIn(methods: readonly Method[]): number {
  const scripts = new Map(
    methods.flatMap(({ oracles }) => oracles.map(({ script, cases }) => [script, cases] as const)),
  );
  return [...scripts.values()].reduce((sum, cases) => sum + cases, 0);
}
