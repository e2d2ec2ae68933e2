import type { Design } from '#core/design/design.ts';
import type { Effect } from '#core/design/factorial/effect.ts';
import type { LevelStep } from '#core/design/factorial/plan-question.ts';
import { everywhereWords } from '#text/everywhere/everywhere-words.ts';
import { catalogue } from '#text/language.svelte.ts';

/** How the factors of a design, their levels and their effects are called. */
export class FactorNames {
  readonly #design: Design;

  constructor(design: Design) {
    this.#design = design;
  }

  /** `채널 × 캐럿` */
  effect(effect: Effect): string {
    return effect.map((factor) => this.#factor(factor)?.name ?? '').join(' × ');
  }

  /** What is compared with what: `채널: 문자 − 전화`; of two factors with two levels each, their names say it. */
  step(steps: readonly LevelStep[]): string {
    const t = everywhereWords().factors;
    const isPlain = steps.every(({ factor }) => this.#factor(factor)?.levels.length === 2);
    if (steps.length > 1 && isPlain) return this.effect(steps.map(({ factor }) => factor));
    return steps
      .map(({ factor, level, against }) =>
        t.step(
          this.#factor(factor)?.name ?? '',
          this.#level(factor, level),
          this.#level(factor, against),
        ),
      )
      .join(' × ');
  }

  #factor(place: number) {
    return this.#design.factorPlan?.factors[place];
  }

  /** A level of a channel has no name of its own: theirs is the channel's. */
  #level(factor: number, place: number): string {
    const level = this.#factor(factor)?.levels[place];
    if (!level || level.channel === null) return level?.name ?? '';
    const channel = this.#design.channels.find(({ id }) => id === level.channel);
    return channel?.name || (channel ? catalogue().design.channels.kinds[channel.kind] : '');
  }
}
