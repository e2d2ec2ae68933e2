import type { Catalogue } from '../ko.ts';

export const project: Catalogue['project'] = {
  menu: {
    readOnly: 'read-only',
    manage: 'Projects and storage',
  },
  storage: {
    title: 'Projects and storage',
    where: {
      'origin-private-files':
        'Kept in the private storage that this browser has for the site. Nothing leaves this computer.',
      'indexed-database':
        'Kept in this browser’s database (IndexedDB). Nothing leaves this computer.',
      memory: 'Not kept.',
    },
    used: (used: string) => `${used} used`,
    usedOf: (used: string, quota: string) => `${used} of ${quota} used`,
    persisted: 'The browser will not remove these projects when it needs room.',
    notPersisted:
      'The browser may remove them when the disk runs low. Download important projects as files too.',
    askPersistence: 'Ask to keep them',
    stillNotPersisted:
      'The browser has not agreed yet. Many agree once the site is bookmarked or used often.',
    projects: 'Projects',
    none: 'No project is stored. Bring a file or start with the sample, and it appears here.',
    removed: {
      title: 'Tables kept for Undo',
      hint: (rows: string) =>
        `Tables that you took out of the project are still stored, so that Undo can bring them back (${rows} rows in all). They are erased the next time the project is opened. If you erase them now, your edits so far can no longer be undone.`,
      erase: 'Erase now',
      erased: 'The removed tables are erased and their space is free.',
    },
    rowsUnit: ' rows',
    changed: (date: string) => `changed ${date}`,
    isOpen: 'open',
    name: (name: string) => `Name of “${name}”`,
    open: 'Open',
    openNamed: (name: string) => `Open “${name}”`,
    rename: 'Rename',
    renameNamed: (name: string) => `Rename “${name}”`,
    duplicate: 'Duplicate',
    duplicateNamed: (name: string) => `Duplicate “${name}”`,
    remove: 'Delete',
    removeNamed: (name: string) => `Delete “${name}”`,
    copyName: (name: string, place = 1) =>
      place === 1 ? `${name} (copy)` : `${name} (copy ${place})`,
    deleted: 'Just deleted',
    deletedHint:
      'Taken off the disk for good when the site is next opened. Until then you can have them back.',
    restore: 'Restore',
    restoreNamed: (name: string) => `Restore “${name}”`,
    erase: 'Erase now',
    eraseNamed: (name: string) => `Erase “${name}” now`,
  },
  toast: {
    removed: (name: string) => `Deleted: ${name}`,
    restored: (name: string) => `Restored: ${name}`,
    duplicated: (name: string) => `Duplicated: ${name}`,
    renamed: (name: string) => `Renamed: ${name}`,
    fellBack: (when: string) =>
      `The last save was damaged, so the one before it (${when}) is open. Please check that nothing is missing.`,
    outOfMemory:
      'This tab ran out of memory, and the data engine was opened again from the last save. Close other tabs or split the file, then try again.',
    notMoved: (detail: string) =>
      `Projects stored by an earlier version could not be moved to the new storage. They are where they were: make room and reload. (${detail})`,
  },
  stale: {
    explained:
      'The site has been updated, and this tab can no longer load some of its screens. Save your work and reload.',
    reload: 'Save and reload',
    unsaved:
      'Some work is not saved yet and would be lost by reloading. Download the project file first.',
  },
  notSaved: {
    full: 'Storage is full and your work is not being saved. It is gone when the tab closes: download the project file, or delete projects you do not need and save again.',
    again: 'Save again',
  },
  problem: {
    foreignPart: (kind: string, name: string) =>
      `The file holds something that no project file has, so it was not opened: ${kind} “${name}”. Your current work is untouched.`,
    partKinds: { view: 'the view', trigger: 'the trigger', index: 'the index', table: 'the table' },
    oversized: (what: string, found: string, most: string) =>
      `The file is too large to open: ${what} ${found}, at most ${most}. Your current work is untouched.`,
    bounds: {
      bytes: 'file size',
      tables: 'tables',
      columns: 'columns of a table',
      rows: 'rows',
      document: 'size of the project’s content',
    },
    damagedSave:
      'The project stored in this browser is damaged and could not be opened. If you have downloaded its project file, open that.',
    rowsMissing:
      'The browser has removed this project’s data, so it could not be opened. If you have downloaded its project file, open that.',
    outOfMemory: 'This tab does not have memory enough to open it. Close other tabs and try again.',
    openElsewhere:
      'This project is open in another tab. Do it there, or close that tab and try again.',
  },
};
