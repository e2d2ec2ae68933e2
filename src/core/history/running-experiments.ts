import { windowClosesOn } from '../design/brief.ts';
import type { Experiment, ProjectDocument } from './project-document.ts';

type Experiments = Pick<ProjectDocument, 'experiments'>;

/**
 * The other experiments of a project that are still running, by their ids: their list is drawn, and their response
 * window is open at the as-of date, or, where no window is planned, nothing has been found yet.
 * `id`: of the experiment that asks; its own list never counts. `asOf`: ISO date of its design.
 * Example: with a window that closes on 2017-04-14 an experiment runs at 2017-04-14 and not at 2017-04-15.
 */
export function runningNow(
  { experiments }: Experiments,
  id: number,
  asOf: string,
): readonly number[] {
  return experiments
    .filter((experiment) => experiment.id !== id && isRunning(experiment, asOf))
    .map((experiment) => experiment.id);
}

/**
 * The experiments that count as running for a design: where its list has been drawn, those that ran then, so that the
 * list can be drawn again and its cells counted at any time; otherwise those that run now.
 */
export function runningExperiments(
  document: Experiments,
  id: number,
  asOf: string,
): readonly number[] {
  const own = document.experiments.find((experiment) => experiment.id === id);
  return own?.assignment?.runningExperiments ?? runningNow(document, id, asOf);
}

function isRunning({ design, assignment, outcome }: Experiment, asOf: string): boolean {
  if (!design || !assignment) return false;
  const closes = windowClosesOn(design.brief);
  return closes === null ? outcome === null : closes >= asOf;
}
