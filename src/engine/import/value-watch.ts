import type { SqlValue } from 'sql.js';
import { isImplausibleDate, mayLieAhead, standInDay } from '#core/import/implausible-date.ts';
import { hasLeadingZero } from '#core/import/number-value.ts';
import { UnitTally } from '#core/import/unit-tally.ts';
import type { PlanColumn } from '../protocol.ts';
import type { ProblemList } from './import-report.ts';

/**
 * Looks at the values of a column that were read, for what is odd and stays as it is: dates after today or that stand for
 * none, numbers in different units, and numbers that lost a zero before them.
 */
export class ValueWatch {
  readonly #column: PlanColumn;
  readonly #problems: ProblemList;
  readonly #today: string;
  readonly #mayLieAhead: boolean;
  readonly #units: UnitTally | null;

  constructor(column: PlanColumn, today: string, problems: ProblemList) {
    const { kind, name } = column;
    this.#column = column;
    this.#problems = problems;
    // Dates with a time sort behind their day: whatever is later today is not in the future.
    this.#today = `${today} 99`;
    this.#mayLieAhead = column.role === 'none' && mayLieAhead(name);
    this.#units = kind === 'integer' || kind === 'decimal' ? new UnitTally() : null;
  }

  take(value: SqlValue, field: string, line: number): void {
    if (this.#units && typeof value === 'number') {
      this.#units.take(field, value, line);
      if (mayBeginWithZero(field) && hasLeadingZero(field.trim())) {
        this.#problems.add('leading-zero', 'kept', this.#column.name, line, field);
      }
    }
    if (this.#column.kind === 'date' && typeof value === 'string')
      this.#takeDate(value, field, line);
  }

  /** Reports what only the whole column shows. */
  end(): void {
    for (const { unit, ...counted } of this.#units?.differing() ?? []) {
      const { name } = this.#column;
      this.#problems.addCounted({
        code: 'mixed-units',
        severity: 'kept',
        column: name,
        value: unit,
        ...counted,
      });
    }
  }

  #takeDate(iso: string, field: string, line: number): void {
    const { name, personal } = this.#column;
    const isImplausible = isImplausibleDate(iso, personal === 'birth-date');
    const isNoEnd = this.#mayLieAhead && iso > this.#today;
    if (isImplausible && !isNoEnd) {
      this.#problems.add('implausible-date', 'kept', name, line, field, standInDay(iso));
    } else if (!isImplausible && iso > this.#today && !this.#mayLieAhead) {
      this.#problems.add('future-date', 'kept', name, line, field, this.#today.slice(0, 10));
    }
  }
}

/** Most fields end here; a space or a minus may stand before the nought, and full-width digits come last. */
function mayBeginWithZero(field: string): boolean {
  const first = field.charCodeAt(0);
  return first === 48 || first === 45 || first <= 32 || first > 127;
}
