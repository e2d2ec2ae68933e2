/** The dialog about projects and storage; it is asked for from several places. */
class StorageDialogState {
  isOpen = $state(false);
  /** What was done last, said inside: notices of the page lie behind an open dialog and cannot be reached. */
  news = $state('');

  open(): void {
    this.news = '';
    this.isOpen = true;
  }
}

export const storageDialog = new StorageDialogState();
