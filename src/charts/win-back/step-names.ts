import type { WinBackFactor } from '#core/rollout/win-back/sensitivity-inputs.ts';
import type { WinBackInputs } from '#core/rollout/win-back/win-back-inputs.ts';
import { winBackWords } from '#text/win-back/win-back-words.ts';

/** What the steps of keeping customers are called, the first one first. */
export function stepNames({ followUps }: WinBackInputs): readonly string[] {
  const t = winBackWords();
  return [
    t.thanksCall,
    ...followUps.map(({ name }, place) => name || t.furtherStep(String(place + 1))),
  ];
}

/** What the rows of the method's table are called. */
export function rowNames(inputs: WinBackInputs): readonly string[] {
  const t = winBackWords();
  const [, ...further] = stepNames(inputs);
  return [t.contacted, t.responded, t.retained, ...further.map(t.stayedAfter)];
}

/** What an input that is varied is called. */
export function factorName(factor: WinBackFactor, inputs: WinBackInputs): string {
  const t = winBackWords();
  const [, kind, number] = /^(kept|follow-up-cost|months)-(\d+)$/.exec(factor) ?? [];
  const name = t.factor[(kind ?? factor) as keyof typeof t.factor];
  return number ? t.ofStep(stepNames(inputs)[Number(number) - 1] ?? number, name) : name;
}
