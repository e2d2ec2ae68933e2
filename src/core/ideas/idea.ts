/** An idea for an experiment with its ICE scores (whole numbers 1..10). */
export interface Idea {
  readonly id: number;
  readonly name: string;
  /** Who it is for. */
  readonly target: string;
  readonly impact: number;
  readonly confidence: number;
  readonly ease: number;
}
