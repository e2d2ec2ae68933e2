import { refuse, succeed } from '#core/result.ts';
import type { RequestContext } from './engine.ts';
import type { ReplayProgress } from './outlook-protocol.ts';
import type { Answer, Params } from './protocol.ts';

/** Loaded when it is first asked for: few projects ever are. */
const outlook = () => import('#core/design/planning/design-outlook.ts');

/** The two sizes of an experiment, see `turnDial`. */
export async function turnDialOf({
  question,
  simulation,
  ...counted
}: Params<'turn-dial'>): Promise<Answer<'turn-dial'>> {
  return (await outlook()).turnDial(counted, question, simulation);
}

/** Milliseconds of work before the worker listens whether it is to stop. */
const pieceMilliseconds = 60;
const mostRepetitions = 1_000_000;

/**
 * The long run of a plan, in pieces between which a cancellation is heard; the pieces do not change the figures.
 * Refuses what `startReplay` refuses, `invalid-repetitions` (not 1 to a million) and `cancelled`.
 */
export async function replayPlan(
  { seed, repetitions, ...counted }: Params<'replay-plan'>,
  { progress, isCancelled }: RequestContext<ReplayProgress>,
): Promise<Answer<'replay-plan'>> {
  if (!(Number.isInteger(repetitions) && repetitions >= 1 && repetitions <= mostRepetitions)) {
    return refuse({ code: 'invalid-repetitions', repetitions });
  }
  const replay = (await outlook()).startReplay(counted, seed);
  if (!replay.ok) return replay;
  const { questions, leftOut } = replay.value;
  if (replay.value.kind === 'counted') {
    return succeed({ questions, leftOut, characteristics: replay.value.characteristics });
  }
  const { simulation } = replay.value;
  let piece = 10;
  for (let done = 0; done < repetitions;) {
    const next = Math.min(piece, repetitions - done);
    const before = performance.now();
    simulation.run(next);
    done += next;
    const took = Math.max(1, performance.now() - before);
    piece = Math.max(1, Math.min(2000, Math.round((next * pieceMilliseconds) / took)));
    progress({ done });
    await new Promise((resolve) => setTimeout(resolve));
    if (isCancelled()) return refuse({ code: 'cancelled', done });
  }
  return succeed({ questions, leftOut, characteristics: simulation.summary() });
}
