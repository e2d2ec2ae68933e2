import { untrack } from 'svelte';
import { openExperiment } from '#core/history/edit-experiment.ts';
import { workspace } from './workspace.svelte.ts';

/** Opens the experiment that the address of a screen asks for (`?experiment=3`). To be made while a component starts. */
export class AskedExperiment {
  #asked: () => string | null;

  /** `asked`: what the address says, or null. */
  constructor(asked: () => string | null) {
    this.#asked = asked;
    const isOpen = $derived(workspace.document !== null);
    $effect(() => {
      const id = asked();
      if (!isOpen || id === null) return;
      // Only a new address opens an experiment; edits of the project do not.
      untrack(() => {
        if (workspace.readOnly === 'no' && this.unknown === null)
          workspace.note((document) =>
            document.currentExperiment === Number(id)
              ? document
              : openExperiment(document, Number(id)),
          );
      });
    });
  }

  /** What the address asks for, where the project has no such experiment; else null. */
  get unknown(): string | null {
    const id = this.#asked();
    const experiments = workspace.document?.experiments;
    if (id === null || !experiments) return null;
    return experiments.some((experiment) => String(experiment.id) === id) ? null : id;
  }
}
