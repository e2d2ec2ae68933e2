import { untrack } from 'svelte';
import { openExperiment } from '#core/history/edit-experiment.ts';
import { workspace } from './workspace.svelte.ts';

/** Opens the experiment that an address asks for (`?experiment=3`). To be made while a screen starts. */
export class ExperimentAddress {
  #asked: () => string | null;

  /** What was asked for where the project has no such experiment. */
  readonly unknown = $derived.by(() => {
    const asked = this.#asked();
    if (asked === null || !workspace.document) return null;
    return workspace.document.experiments.some(({ id }) => String(id) === asked) ? null : asked;
  });

  /** `asked`: the value in the address, null where there is none. */
  constructor(asked: () => string | null) {
    this.#asked = asked;
    const isOpen = $derived(workspace.document !== null);
    $effect(() => {
      const id = Number(asked() ?? NaN);
      if (!isOpen || !Number.isInteger(id)) return;
      // Only the address opens an experiment here; one that is chosen later stays.
      untrack(() => {
        if (workspace.document?.currentExperiment !== id)
          workspace.note((document) => openExperiment(document, id));
      });
    });
  }
}
