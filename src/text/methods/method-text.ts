import type evidence from './evidence.json';

/** The name of a function of the statistics core that is a method in itself. */
export type MethodId = keyof typeof evidence;

/** What a reader is told of a method: its usual name, and the question it answers. */
export interface MethodText {
  readonly name: string;
  readonly answers: string;
}
