import { catalogue } from '#text/language.svelte.ts';
import type { ToastAction } from './toasts.svelte.ts';

/** An edit that may be taken back as long as no other follows it. */
export interface UndoableEdit {
  readonly state: 'latest' | 'followed' | 'undone' | 'gone';
  undo(): unknown;
}

/** The Undo of a notice: it takes back the edit that the notice is about, or says why it cannot. Null for no edit. */
export function undoOffer(edit: UndoableEdit | null): ToastAction | null {
  if (!edit) return null;
  return {
    label: catalogue().common.actions.undo,
    run: () => void edit.undo(),
    blocked: () =>
      edit.state === 'latest' ? null : catalogue().common.toast.notUndone[edit.state],
  };
}
