import type { Design } from '#core/design/design.ts';

/** How an arm of the data is shown: its name for people, and the place that gives it its colour on every screen. */
export interface ArmIdentity {
  /** The value in the data. */
  readonly id: string;
  readonly name: string;
  readonly place: number;
}

/** Names and colours of arms; control is 0. Arms that the design knows keep its names and places. */
export class ArmIdentities {
  readonly #known: ReadonlyMap<string, ArmIdentity>;

  constructor(arms: readonly string[], control: string, design: Design | null) {
    const strangers = arms.filter((id) => id !== control);
    this.#known = new Map(
      arms.map((id) => {
        const place = design?.arms.findIndex((arm) => arm.id === id) ?? -1;
        const planned = design?.arms[place];
        const shown = planned
          ? { id, name: planned.name, place }
          : { id, name: id, place: id === control ? 0 : strangers.indexOf(id) + 1 };
        return [id, shown];
      }),
    );
  }

  of(id: string): ArmIdentity {
    return this.#known.get(id) ?? { id, name: id, place: 0 };
  }
}
