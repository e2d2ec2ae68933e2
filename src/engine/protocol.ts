import type { CustomerSummary, StageRules } from '#core/customers/journey.ts';
import type { CustomerSource, Variable } from '#core/customers/variable.ts';
import type { Attribute, Design, QuotaCounts } from '#core/design/design.ts';
import type { EqualGroups, EqualGroupsProblem } from '#core/design/equal-groups.ts';
import type { ChosenPlan } from '#core/design/factorial/chosen-plan.ts';
import type { Factor, ForbiddenCombination } from '#core/design/factorial/factor-space.ts';
import type { PlanSuggestion } from '#core/design/factorial/plan-suggestion.ts';
import type { PlanSuggestions, SuggestionLimits } from '#core/design/factorial/suggest-plans.ts';
import type { Enlargement } from '#core/design/questions/enlarge-plan.ts';
import type { JudgedQuestion } from '#core/design/questions/judge-plan.ts';
import type { ColumnFormat } from '#core/import/column-format.ts';
import type { ColumnProfile } from '#core/import/column-profile.ts';
import type {
  BlankIdRule,
  Column,
  DataTable,
  DuplicateRule,
  ImportProblemCode,
  PersonalDataKind,
  TableRole,
} from '#core/import/column.ts';
import type { FileSignature } from '#core/import/file-signature.ts';
import type { KindGuess } from '#core/import/kind-guess.ts';
import type { ColumnMask } from '#core/import/personal-data.ts';
import type { RelationCheck } from '#core/import/relation-check.ts';
import type { SourceChoice, SourcePlan } from '#core/import/source-plan.ts';
import type { Problem, Result } from '#core/result.ts';
import type { PracticeName } from '#core/simulate/practice/practice-plan.ts';
import type { AllocationRequests } from './allocation-protocol.ts';
import type { AssignmentRequests, Planned } from './assignment-protocol.ts';
import type { LifetimeRequests } from './lifetime-protocol.ts';
import type { OutlookRequests } from './outlook-protocol.ts';
import type { OutcomeRequests } from './results-protocol.ts';
import type { RolloutListRequests } from './rollout-list-protocol.ts';
import type { RolloutRequests } from './rollout-protocol.ts';
import type { StorageKind } from './storage/file-store.ts';
import type { SavedRows } from './storage/row-image.ts';
import type { VariableDescription } from './variable-description.ts';

/**
 * Every request that the page can make of the worker that holds SQLite; those about allocations, drawn lists,
 * the outlook of a plan, the outcomes of an experiment, and the lists and the policy of a rollout stand in files of their own. The page never sends SQL text. A request
 * without a handler does not compile, and neither does a handler without a request.
 */
export interface Requests
  extends
    AllocationRequests,
    AssignmentRequests,
    LifetimeRequests,
    OutlookRequests,
    OutcomeRequests,
    RolloutListRequests,
    RolloutRequests {
  /** Forgets everything and starts with an empty database. */
  'start-empty': { params: Record<never, never>; result: undefined };
  /** Fills an empty database with the sample tables. */
  'load-sample': { params: Record<never, never>; result: { tables: DataTable[]; asOf: string } };
  /** Adds the table of a practice campaign. */
  'add-practice': { params: { name: PracticeName }; result: DataTable };
  /** The same table as the bytes of a CSV file. */
  'practice-file': { params: { name: PracticeName }; result: Uint8Array<ArrayBuffer> };
  /**
   * Opens rows that this browser keeps. Tables that `keep` does not name are left out (null keeps all); `isTrimmed` says
   * that some were, and that the rows are worth saving again.
   */
  'open-saved': {
    params: { storage: StorageKind; projectId: string; rows: SavedRows; keep: string[] | null };
    result: Result<{ tables: string[]; isTrimmed: boolean }, OpenProblem>;
  };
  /**
   * Writes what changed in the rows since `saved` into the browser's own storage, or everything where that is null, as
   * a new file. It counts once the record of the project names it.
   */
  'save-rows': {
    params: {
      storage: StorageKind;
      projectId: string;
      fileName: string;
      saved: SavedRows | null;
    };
    result: Result<{ rows: SavedRows; bytesWritten: number }, SaveProblem>;
  };
  /**
   * Opens a project file: it is checked, and its known tables are copied into a fresh database. What was open stays
   * open until all of that has been done; the document is proven to be one.
   */
  'open-file': {
    params: { file: Blob };
    result: Result<{ documentText: string; tables: string[] }, OpenProblem>;
  };
  /** Takes every table out for good that `keep` does not name, with the space it took; false where there was none. */
  'drop-tables': { params: { keep: string[] }; result: boolean };
  /** A text that is another one after every change of the rows. */
  'rows-state': { params: Record<never, never>; result: string };
  /** All rows as the bytes of a SQLite file, for the SQL console. */
  'copy-rows': { params: Record<never, never>; result: Uint8Array };
  /** The project as one SQLite file. */
  'export-file': {
    /**
     * `withheld`: columns of kept tables that are empty in the file; the rejected rows of those tables are not in it
     * then. Default: none.
     */
    params: {
      documentText: string;
      keep: string[];
      withheld?: readonly { readonly table: string; readonly columns: readonly string[] }[];
    };
    result: Uint8Array;
  };

  /** Reads the beginning of a file and says what it seems to be; `chosen` is what the reader knows better. */
  'preview-file': {
    params: { file: Blob; fileName: string; chosen: SourceChoice };
    result: Result<FilePreview, ReadProblem>;
  };
  /**
   * Reads a whole file, and the rows of those that follow it below its own, into a new table; `plan.into` may begin it with
   * the rows of a table that is there (the first plan decides that, and the duplicate rule). Reports progress; cancelling,
   * or a file that is refused, leaves nothing behind.
   */
  'import-file': {
    params: FileToImport & { followedBy?: readonly FileToImport[] };
    result: Result<DataTable, ImportRefusal>;
    progress: Progress;
  };
  /**
   * The rejected rows of an import, as CSV: line number, code, reason in the words of the page, and the fields as they
   * were. Columns in `masks` are masked; a row with more or fewer fields than columns then shows no words at all, since
   * nobody knows which of its fields is which.
   */
  'rejected-rows': {
    params: { table: string; masks: readonly ColumnMask[]; words: RejectWords };
    result: Uint8Array;
  };
  /** A page of a table, for looking at. Columns in `masks` are masked. Default: none. */
  'read-rows': {
    params: { table: string; offset: number; limit: number; masks?: readonly ColumnMask[] };
    result: { columns: string[]; rows: (string | number | null)[][] };
  };
  /**
   * What is in one column, over all rows: a table is profiled column by column, so that the first are there at once and
   * other requests get between. `personal` as `maskedAs` says: then no value of it is shown in full. `today`: ISO day.
   * Refuses: cancelled.
   */
  'profile-column': {
    params: { table: string; column: string; personal: PersonalDataKind | null; today: string };
    result: Result<ColumnProfile, Problem<'cancelled'>>;
  };
  /**
   * Whether the rows of a table fit the customer list by the customer id, and its dates the list's last purchases.
   * `dateColumn` and `lastPurchaseColumn` are columns of dates, or null. Refuses: cancelled.
   */
  'check-relations': {
    params: {
      list: { table: string; idColumn: string; lastPurchaseColumn: string | null };
      other: { table: string; idColumn: string; dateColumn: string | null };
      asOf: string | null;
    };
    result: Result<RelationCheck, Problem<'cancelled'>>;
  };

  'summarise-customers': {
    params: { source: CustomerSource; asOf: string; rules: StageRules };
    result: CustomerSummary;
  };
  /**
   * The latest date in the data that is a purchase and not after today (an ISO day): a sensible as-of date. Null where there
   * is none.
   */
  'latest-purchase': { params: { source: CustomerSource; today: string }; result: string | null };
  /** What values a variable takes: range and histogram, or the most frequent categories. */
  'describe-variable': {
    params: { source: CustomerSource; variable: Variable; asOf: string; rules: StageRules };
    result: VariableDescription;
  };
  /** Draws some of the values of a variable by the MD5 of `seed:value`; `of` is how many different ones there are. */
  'sample-values': {
    params: {
      source: CustomerSource;
      variable: Variable;
      asOf: string;
      rules: StageRules;
      count: number;
      seed: string;
    };
    result: { values: string[]; of: number };
  };
  /** What a plan can answer; in the worker, since many cells and arms take longer than a frame. */
  'judge-plan': {
    params: {
      design: Design;
      population: readonly number[];
      counts: readonly (readonly number[])[];
    };
    result: { judged: readonly JudgedQuestion[]; enlargement: Enlargement | null };
  };
  /** Plans over factors; in the worker, since the search for D-optimal ones takes up to two seconds. */
  'suggest-plans': {
    params: {
      factors: readonly Factor[];
      forbidden: readonly ForbiddenCombination[];
      limits: SuggestionLimits;
    };
    result: Result<PlanSuggestions>;
  };
  /** What a plan of factors that was chosen can and cannot tell. */
  'describe-plan': { params: ChosenPlan; result: Result<PlanSuggestion> };
  /** Who is eligible and in which cell. */
  'count-quota': {
    params: Planned;
    result: QuotaCounts;
  };

  /** Cuts that divide the eligible customers into groups of about the same size by an attribute of numbers or dates. */
  'divide-equally': {
    params: Planned & { attribute: Attribute; groups: number };
    result: Result<EqualGroups, EqualGroupsProblem>;
  };

  /** The distinct values of a column with their counts, most frequent first (at most 50). */
  'list-values': {
    params: { table: string; column: string };
    result: { value: string; count: number }[];
  };
}

export type RequestName = keyof Requests;
export type Params<Name extends RequestName> = Requests[Name]['params'];
export type Answer<Name extends RequestName> = Requests[Name]['result'];
/** What a request tells while it is at work; most tell nothing. */
export type ProgressOf<Name extends RequestName> = Requests[Name] extends { progress: infer Told }
  ? Told
  : never;

/** How far the reading of files is. Seconds left are an estimate, null while it is too early for one. */
export interface Progress {
  readonly rows: number;
  /** Of several files the place of the one that is at work, from 1. */
  readonly file: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly secondsLeft: number | null;
}

export type ReadProblem =
  | Problem<'empty-file'>
  | (Problem<'not-a-table'> & { looksLike: FileSignature })
  | Problem<'no-rows'>
  | Problem<'cancelled'>
  /** Under the rule 'stop': how many rows repeat a customer id, and the first of them. */
  | (Problem<'duplicate-ids'> & { count: number; example: string; line: number })
  /** Under the rule 'stop' for blank ids: how many rows have none, and the line of the first. */
  | (Problem<'blank-ids'> & { count: number; line: number })
  | (Problem<'too-many-columns'> & { columns: number; most: number })
  /** A workbook or archive that wants a password first. */
  | Problem<'password-protected'>
  /** A compressed file, a workbook or a Parquet file that is cut off or broken; `detail` is what its reader says. */
  | (Problem<'damaged-file'> & { detail: string })
  /** It unpacks to more than `most` bytes. */
  | (Problem<'unpacked-too-large'> & { most: number })
  /** The table to append to is not there, or shares no column with the file. */
  | (Problem<'no-common-column'> & { table: string })
  | (Problem<'unreadable-file'> & { detail: string });

/** Why an import was refused; of several files `fileName` is the one that was. */
export type ImportRefusal = ReadProblem & { readonly fileName?: string };

export type OpenProblem =
  | Problem<'not-saved'>
  | Problem<'not-a-database'>
  | Problem<'not-a-project'>
  | (Problem<'newer-version'> & { version: number })
  | (Problem<'damaged-file'> & { detail: string })
  /** A part that no project file has: a view, a trigger, an index, a virtual table, a table of another program. */
  | (Problem<'foreign-part'> & { kind: string; name: string })
  /** Larger than is read: `what` is over `most`. */
  | (Problem<'oversized-file'> & { what: FileBound; found: number; most: number })
  /** What this browser keeps is not what was saved. */
  | Problem<'damaged-save'>
  /** The browser has removed what it kept. */
  | Problem<'rows-missing'>
  | Problem<'out-of-memory'>;

/** What is bounded in a project file. */
export type FileBound = 'bytes' | 'tables' | 'columns' | 'rows' | 'document';

export type SaveProblem =
  Problem<'storage-full'> | (Problem<'storage-refused'> & { detail: string });

/** A column as it is to be read: its values are written in this format. */
export interface PlanColumn extends Column {
  readonly format: ColumnFormat;
}

/**
 * A column as the preview guesses it, with the reason in facts that `text/` can say. Reason and notes show nothing of a
 * column that is guessed to be personal; `examples` do, and are for the page to mask.
 */
export interface ColumnGuess extends PlanColumn, KindGuess {
  readonly header: string;
  readonly examples: readonly string[];
  /** Names of other columns that could play this role as well, the likeliest first: the choice is worth a look. */
  readonly rivals: readonly string[];
}

/** Headings of the rejected rows, and what each code means. */
export interface RejectWords {
  /** Over the names of the files, where the table was read from several. */
  readonly file: string;
  readonly line: string;
  readonly code: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<ImportProblemCode, string>>;
}

/** How sure the encoding of a text file is: by its byte order mark, by strict decoding, or by likelihood. */
export type EncodingEvidence = 'byte-order-mark' | 'strict' | 'likely' | 'chosen';

/** A sheet of a workbook. `rowCount` is what the workbook says of itself, null where it says nothing. */
export interface SheetFacts {
  readonly name: string;
  readonly rowCount: number | null;
  readonly isHidden: boolean;
}

/** A line of the file that is no row of the table: a title above it, a remark, a total. */
export interface LineAside {
  readonly line: number;
  readonly text: string;
}

export interface FilePreview {
  /** How the file would be read: what was detected, and what the reader chose. */
  readonly source: SourcePlan;
  /** The file was compressed (zip: with one file in it), and is unpacked before it is read. */
  readonly compression: 'gzip' | 'zip' | null;
  /** Null where the file is no text. */
  readonly encodingEvidence: EncodingEvidence | null;
  /** The first lines that are in another encoding than the rest. */
  readonly mixedEncodingLines: readonly number[];
  /** The sheets of a workbook, in its order; none of any other file. */
  readonly sheets: readonly SheetFacts[];
  /** Lines above the header: titles, dates of issue, a `sep=` line. */
  readonly linesAbove: readonly LineAside[];
  /** Rows in the looked-at part that add up others, and would be left out. */
  readonly totalLines: readonly LineAside[];
  /** Further tables in the looked-at part: `headerLine` of the layout chooses one. */
  readonly otherTables: readonly {
    readonly headerLine: number;
    readonly titles: readonly string[];
  }[];
  readonly tableRole: TableRole;
  readonly suggestedLabel: string;
  readonly columns: readonly ColumnGuess[];
  /** The first rows as text, without the header. */
  readonly rows: readonly (readonly string[])[];
  /** The line of each of these rows in its file or sheet; none where the format has no lines. */
  readonly rowLines: readonly number[];
}

export interface ImportPlan {
  readonly label: string;
  readonly tableRole: TableRole;
  readonly source: SourcePlan;
  readonly columns: readonly PlanColumn[];
  readonly duplicates: DuplicateRule;
  readonly blankIds: BlankIdRule;
  /** ISO day: later dates are kept, counted and reported. */
  readonly today: string;
  /**
   * What becomes of the rows: a table of their own, or one that begins with the rows of a table that is there, whose
   * columns are given; the file's are matched with them by name, see `appendColumns`. The table that is there stays as it
   * is, so that the step can be undone.
   */
  readonly into:
    | { readonly mode: 'new' }
    | { readonly mode: 'append'; readonly table: string; readonly columns: readonly Column[] };
}

/** A file with the way it is to be read. */
export interface FileToImport {
  readonly file: Blob;
  readonly fileName: string;
  readonly plan: ImportPlan;
}
