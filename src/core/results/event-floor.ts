/** Below this many responses over both arms a comparison says too little to stand alone. */
const fewestResponses = 10;

/**
 * Whether a carrot and its control have too few responses to be judged by themselves.
 * `responders`, `controlResponders`: whole numbers, 0 or more. Example: 4 and 5 are too few; 4 and 6 are not.
 */
export function isTooFewToJudge(responders: number, controlResponders: number): boolean {
  return responders + controlResponders < fewestResponses;
}
