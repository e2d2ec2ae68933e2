import type { Design } from '#core/design/design.ts';
import type { Reading } from '#workspace/experiment-reading.svelte.ts';
import type { ArmTotals } from '#core/results/analysis.ts';
import type { OutcomeDetail } from '#core/results/outcome-detail.ts';
import type { CarrotComparison, ArmReading } from '#core/results/reading.ts';
import { stratumLevels, type StratumLevels } from '#core/results/stratum-levels.ts';
import {
  formatCount,
  formatDecimal,
  formatFigure,
  formatShare,
  type FigureKind,
} from '#text/format.ts';
import { currency } from '#text/currency.svelte.ts';
import { language } from '#text/language.svelte.ts';
import { ArmIdentities, type ArmIdentity } from './arm-identity.ts';

/** A stratum of the reading, as it is shown. */
export interface Cell {
  /** What names it in the data: a cell's index, or the level names. */
  readonly key: string;
  /** Example: `장기 · 상`. */
  readonly name: string;
  readonly levels: readonly string[];
  /** In the order of the data's arms. */
  readonly totals: readonly ArmTotals[];
}

/** A reading as the panels of the screen look at it. */
export class ResultsView {
  readonly reading: Reading;
  readonly identities: ArmIdentities;
  readonly strata: StratumLevels;

  constructor(reading: Reading, design: Design | null) {
    this.reading = reading;
    this.identities = new ArmIdentities(reading.totals.arms, reading.analysis.control, design);
    this.strata = stratumLevels(reading.totals, reading.plan.strata);
  }

  get analysis() {
    return this.reading.analysis;
  }

  /** Null until it has come, and where only counts are known. */
  get detail(): OutcomeDetail | null {
    return this.reading.detail;
  }

  get control(): ArmIdentity {
    return this.identities.of(this.analysis.control);
  }

  get controlReading(): ArmReading | undefined {
    return this.analysis.arms.find(({ isControl }) => isControl);
  }

  /** Arms in the order of the table: control first, then as the design or the data has them. */
  get arms(): readonly {
    reading: ArmReading;
    identity: ArmIdentity;
    comparison: CarrotComparison | null;
  }[] {
    return this.analysis.arms
      .map((reading) => ({
        reading,
        identity: this.identities.of(reading.name),
        comparison: this.analysis.comparisons.find(({ arm }) => arm === reading.name) ?? null,
      }))
      .toSorted((one, other) => one.identity.place - other.identity.place);
  }

  get confidence(): string {
    const share = this.analysis.confidenceShare;
    return formatShare(share, language.code).replace(/[.,]0(?=\s?%)/, '');
  }

  /** The strata in the order in which their levels are read. */
  get cells(): readonly Cell[] {
    const { attributes, levelsOfStratum } = this.strata;
    const rank = ({ levels }: Cell) =>
      attributes.reduce(
        (sum, { levels: order }, place) => sum * order.length + order.indexOf(levels[place] ?? ''),
        0,
      );
    return this.reading.totals.strata
      .map(({ key, totals }, stratum) => {
        const levels = levelsOfStratum[stratum] ?? [];
        return { key: key.join(' '), name: levels.join(' · '), levels, totals };
      })
      .toSorted((one, other) => rank(one) - rank(other));
  }

  write(value: number, kind: FigureKind): string {
    return formatFigure(value, kind, language.code, currency.code);
  }

  count(value: number): string {
    return formatCount(value, language.code);
  }

  decimal(value: number, digits = 4): string {
    return formatDecimal(value, language.code, digits);
  }

  /** `94/900` */
  fraction({ responders, customers }: ArmReading): string {
    return `${this.count(responders)}/${this.count(customers)}`;
  }
}
