import type { EditState } from './undo-history.ts';

/** An edit that was made. */
export interface MadeEdit {
  readonly state: EditState;
  /** Takes it back where it is the latest one: its name, or null. */
  undo(): string | null;
}

/** `stateOf` says where the edit stands, `undoLatest` takes back the latest edit, whichever that is. */
export function madeEdit(
  edit: number | null,
  stateOf: (edit: number) => EditState,
  undoLatest: () => string | null,
): MadeEdit | null {
  if (edit === null) return null;
  return {
    get state() {
      return stateOf(edit);
    },
    undo: () => (stateOf(edit) === 'latest' ? undoLatest() : null),
  };
}
