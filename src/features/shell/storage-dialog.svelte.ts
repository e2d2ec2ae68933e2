/** The dialog about projects and storage; it is asked for from several places. */
class StorageDialogState {
  isOpen = $state(false);
  /** The dialog is loaded by those who ask for it. */
  #wasAskedFor = $state(false);
  /** What was done last, said inside: notices of the page lie behind an open dialog and cannot be reached. */
  news = $state('');

  get wasAskedFor(): boolean {
    return this.#wasAskedFor;
  }

  open(): void {
    this.#wasAskedFor = true;
    this.news = '';
    this.isOpen = true;
  }
}

export const storageDialog = new StorageDialogState();
