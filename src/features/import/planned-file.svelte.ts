import { dateOrders, type ColumnFormat, type DateOrder } from '#core/import/column-format.ts';
import type {
  BlankIdRule,
  ColumnKind,
  ColumnRole,
  DataTable,
  DuplicateRule,
  PersonalDataKind,
  TableRole,
} from '#core/import/column.ts';
import { guessRoles } from '#core/import/column-roles.ts';
import { giveRole } from '#core/import/give-role.ts';
import type { SourceChoice } from '#core/import/source-plan.ts';
import { needsDateOrder } from './date-question.ts';
import type { ColumnGuess, FilePreview, PlanColumn, ReadProblem } from './reading.ts';

/** Where a file is on its way. `joined`: it is read into the table of another file. */
export type FileState = 'waiting' | 'looking' | 'ready' | 'joined' | 'reading' | 'read' | 'refused';

/** What becomes of the rows: a table of their own, the rows after those of a table that is there, or its place. */
export type Target =
  | { readonly mode: 'new' }
  | { readonly mode: 'append'; readonly table: string }
  | { readonly mode: 'replace'; readonly table: string };

/** One chosen file: what was found in it, and what the reader decided about it. */
export class PlannedFile {
  readonly id: number;
  readonly file: File;
  #preview = $state.raw<FilePreview | null>(null);
  #columns = $state.raw<readonly PlanColumn[]>([]);
  #chosen = $state.raw<SourceChoice>({});
  #ordered = $state.raw<ReadonlySet<string>>(new Set());
  #looks = 0;

  state = $state<FileState>('waiting');
  problem = $state.raw<ReadProblem | null>(null);
  label = $state('');
  tableRole = $state<TableRole>('other');
  duplicates = $state<DuplicateRule>('keep-first');
  blankIds = $state<BlankIdRule>('reject');
  target = $state.raw<Target>({ mode: 'new' });
  /** The file whose table this one goes into, by its number; null for a table of its own. */
  joinedTo = $state<number | null>(null);
  /** Whether personal values are shown in full while this file is decided on. */
  isUnmasked = $state(false);

  constructor(id: number, file: File) {
    this.id = id;
    this.file = file;
  }

  get preview(): FilePreview | null {
    return this.#preview;
  }

  /** The columns as they will be read: guessed, then corrected. */
  get columns(): readonly PlanColumn[] {
    return this.#columns;
  }

  /** What the reader decided about how the file is written; the rest is detected. */
  get chosen(): SourceChoice {
    return this.#chosen;
  }

  /** Columns of dates that nobody but the reader can tell the order of, and that are not decided yet. */
  readonly openDates = $derived.by((): readonly ColumnGuess[] =>
    (this.#preview?.columns ?? []).filter(
      (guess) => needsDateOrder(guess) && !this.#ordered.has(guess.name),
    ),
  );

  /** Numbers the looks, since a later one may be answered first. */
  beginLook(): number {
    return ++this.#looks;
  }

  isLatestLook(look: number): boolean {
    return look === this.#looks;
  }

  /** What was found on looking. A first look sets every choice; a later one keeps those about the table. */
  show(preview: FilePreview, chosen: SourceChoice): void {
    const isFirst = this.#preview === null;
    if (isFirst) {
      this.label = preview.suggestedLabel;
      this.tableRole = preview.tableRole;
    }
    const kept = isFirst ? [] : this.#columns;
    this.#preview = preview;
    this.#chosen = chosen;
    this.#ordered = new Set();
    this.#columns = preview.columns.map(({ name, kind, role, personal, format }) => ({
      name,
      kind,
      role: kept.find((column) => column.name === name)?.role ?? role,
      personal: kept.find((column) => column.name === name)?.personal ?? personal,
      format,
    }));
    this.state = 'ready';
    this.problem = null;
  }

  setKind(name: string, kind: ColumnKind): void {
    this.#change(name, () => ({ kind }));
    if (kind !== 'date') this.#ordered = new Set([...this.#ordered, name]);
  }

  setRole(name: string, role: ColumnRole): void {
    this.#columns = giveRole(this.#columns, name, role);
  }

  setPersonal(name: string, personal: PersonalDataKind | null): void {
    this.#change(name, () => ({ personal }));
  }

  /** Answers which number of a date is the month; null keeps the column as text. */
  setDateOrder(name: string, order: DateOrder | null): void {
    this.#ordered = new Set([...this.#ordered, name]);
    this.#change(name, ({ format }) =>
      order === null
        ? { kind: 'text' }
        : { kind: 'date', format: { ...format, dateOrder: order } satisfies ColumnFormat },
    );
    if (order !== null) this.#guessRoleOf(name);
  }

  /** The order that was answered for a column, or null. */
  dateOrderOf(name: string): DateOrder | 'text' | null {
    if (!this.#ordered.has(name)) return null;
    const column = this.#columns.find((each) => each.name === name);
    if (column?.kind !== 'date') return 'text';
    return dateOrders.find((order) => order === column.format.dateOrder) ?? null;
  }

  /** Makes the file one that goes into a table that is there: its columns take that table's parts and kinds. */
  setTarget(target: Target, table: DataTable | null): void {
    this.target = target;
    if (table) this.tableRole = table.role;
    else this.tableRole = this.#preview?.tableRole ?? 'other';
  }

  /** A column that has become one of dates may play a part that it could not play as text, and the table with it. */
  #guessRoleOf(name: string): void {
    const preview = this.#preview;
    const place = this.#columns.findIndex((column) => column.name === name);
    if (!preview || this.#columns[place]?.role !== 'none') return;
    const { roles, tableRole } = guessRoles(
      this.#columns.map(({ name, kind }, at) => ({
        header: preview.columns[at]?.header ?? name,
        kind,
        distinct: preview.columns[at]?.examples.length ?? 0,
      })),
    );
    const role = roles[place] ?? 'none';
    if (role === 'none' || this.#columns.some((column) => column.role === role)) return;
    this.#columns = giveRole(this.#columns, name, role);
    if (this.tableRole === preview.tableRole) this.tableRole = tableRole;
  }

  #change(name: string, change: (column: PlanColumn) => Partial<PlanColumn>): void {
    this.#columns = this.#columns.map((column) =>
      column.name === name ? { ...column, ...change(column) } : column,
    );
  }
}
