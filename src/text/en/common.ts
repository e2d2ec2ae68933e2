import type { Catalogue } from '../ko.ts';
import { counted } from './counted.ts';
import { sampleName } from './sample.ts';

export const common: Catalogue['common'] = {
  brandLine: 'Test-marketing workbench',
  steps: {
    import: 'Data',
    customers: 'Customers',
    ideas: 'Ideas',
    design: 'Design',
    assignment: 'Assignment',
    results: 'Results',
    rollout: 'Rollout',
    history: 'History',
  },
  stepPurpose: {
    import: 'Read a CSV inside the tab',
    customers: 'Stages, dormancy, value',
    ideas: 'Rank by ICE',
    design: 'Quota table, arms, power',
    assignment: 'A reproducible stratified draw',
    results: 'How much, and how sure',
    rollout: 'Which carrot for whom',
    history: 'Where the next one starts',
  },
  navigation: {
    loop: 'Steps',
    tools: 'Calculators',
    methods: 'Methods',
    sql: 'SQL console',
    home: 'Home',
    skipToContent: 'Skip to content',
    menu: 'Menu',
    stepOf: (step: string, count: string) => `Step ${step} of ${count}`,
    done: 'done',
    open: 'not done yet',
    now: 'you are here',
  },
  progress: {
    importWithCustomers: (customers: string, files: string) =>
      `${counted(customers, 'customer')} · ${counted(files, 'table')}`,
    importFiles: (files: string) => counted(files, 'table'),
    asOf: (date: string) => `as of ${date}`,
    ideas: (count: string) => counted(count, 'idea'),
    design: (attributes: string, arms: string) =>
      `${counted(attributes, 'attribute')} · ${counted(arms, 'arm')}`,
    drawn: (count: string) => `${count} drawn`,
    read: (count: string) => `${count} analysed`,
    planned: 'planned',
    experiments: (count: string) => counted(count, 'experiment'),
  },
  privacy: {
    promise: 'Nothing leaves this tab.',
    enforced: (requests: string) =>
      `${counted(requests, 'foreign request')} · enforced by the browser`,
  },
  saving: {
    saved: 'saved',
    saving: 'saving…',
    notSaved: 'not saved',
    notSavedExplained:
      'This browser does not allow storage, or has run out of it. Closing the tab would lose your work: download the project file to keep it.',
    readOnly:
      'This project is open in another tab, so you can only look at it here. Take it over to go on working in this tab.',
    takeOver: 'Take over in this tab',
    lost: 'Another tab has taken this project over. You can only look at it here now.',
  },
  project: {
    download: 'Download project file',
    downloadWithoutPersonal: 'Download without personal data',
    withoutPersonalEnding: ' (no personal data)',
    hasPersonal: (columns) =>
      `The project file is a full copy, with the columns marked as personal (${columns}) as they are. To hand it on, download it without personal data: those columns are then empty.`,
    open: 'Open a project',
    untitled: 'New project',
    sampleName,
    none: 'No project open',
    rename: 'Project name',
    loading: 'Opening the project…',
    loadingSample: 'Making 24,000 sample customers…',
  },
  actions: {
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    remove: 'Delete',
    add: 'Add',
    edit: 'Edit',
    apply: 'Apply',
    undo: 'Undo',
    redo: 'Redo',
    download: 'Download',
    copy: 'Copy',
    retry: 'Try again',
    next: 'Next',
    back: 'Back',
    openSample: 'Start with the sample',
    uploadOwn: 'Use my own file',
    goTo: (step: string) => `Go to ${step}`,
  },
  preferences: {
    language: 'Language',
    otherLanguage: '한국어',
    otherLanguageLong: '한국어로 보기',
    theme: 'Colours',
    themeLight: 'Light',
    themeDark: 'Dark',
    themeSystem: 'As the system',
  },
  figure: {
    copy: (text: string) => `${text} · click to copy at full precision`,
    copied: 'Copied at full precision',
    notComputed: 'cannot be computed',
    unbounded: 'no upper limit',
  },
  units: {
    customers: (count: string) => counted(count, 'customer'),
    rows: (count: string) => counted(count, 'row'),
    months: (count: string) => `${count} months`,
    points: 'points',
    days: 'days',
    people: 'people',
    cells: 'cells',
  },
  explain: {
    title: 'About this number',
    formula: 'Formula',
    method: 'Method',
    inputs: 'Inputs',
    source: 'Source',
  },
  table: {
    total: 'Total',
    copyTable: 'Copy table',
    copied: 'Table copied. Paste it into Excel or PowerPoint.',
    downloadCsv: 'Download CSV',
    showSql: 'Show SQL',
    sqlGives: {
      counts: 'the counts this is computed from',
      population: 'the customers this is about',
      customers: 'customers on the list',
    },
  },
  chart: {
    downloadSvg: 'SVG',
    downloadPng: 'PNG',
    asTable: 'As a table',
    asChart: 'As a chart',
  },
  toast: {
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Redone: ${what}`,
    notUndone: {
      followed: 'Other edits followed it. “Undo” at the top takes them back one by one.',
      undone: 'It has been undone already.',
      gone: 'It can no longer be undone.',
    },
    region: 'Notices',
  },
  problem: {
    title: 'Something went wrong here',
    unexpected:
      'An unexpected error kept this screen from being drawn. Your last saved work is still there.',
    engineRestarted:
      'The data engine stopped and was opened again from the last save. Please repeat what you just did.',
    pageNotFound: 'There is no such screen.',
    goHome: 'Back to the start',
    experimentNotFound: (id: string) =>
      `This project has no experiment ${id}. Below is the current one.`,
    notSaved: 'No data is stored in this browser. If you have a project file, open it.',
    notADatabase: 'This is not a SQLite file. Choose a project file downloaded from Carrotlab.',
    notAProject:
      'This is a SQLite file but not a Carrotlab project. Choose a file downloaded from Carrotlab.',
    newerVersion: (version: string) =>
      `A newer Carrotlab made this file (format ${version}). Reload the page and open it again.`,
    damagedFile:
      'The file is cut off or damaged and could not be opened. Fetch it again or open another copy. Your current work is untouched.',
    storageFull: 'There is no room left to save. Download the project file to keep your work.',
    storageRefused: (detail: string) => `The browser refused to store the project. (${detail})`,
  },
};
