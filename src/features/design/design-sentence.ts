import { cellName } from '#core/design/cell-name.ts';
import type { DesignProblem } from '#core/design/design-checks.ts';
import type { Design } from '#core/design/design.ts';
import { currency } from '#text/currency.svelte.ts';
import { formatCount, formatMoney } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { channelName } from './channel-name.ts';
import { numberWords } from './range-words.ts';

/** Places of rules as the screen numbers them. Example: `rulePlaces([0, 2])` is '1, 3'. */
export function rulePlaces(places: readonly number[]): string {
  return places.map((place) => formatCount(place + 1, language.code)).join(', ');
}

/** What is wrong with a design as a sentence with its facts. */
export function designSentence(problem: DesignProblem, design: Design): string {
  const t = catalogue().design.checks;
  const count = (value: number) => formatCount(value, language.code);
  const money = (amount: number) => formatMoney(amount, currency.code, language.code);
  const place = (position: number) => count(position + 1);
  switch (problem.code) {
    case 'quota-exceeds-cell': {
      const others = problem.shortCells.length - 1;
      const { cell, available, most, wanted } = problem;
      const arms = count(design.arms.length);
      const name = cellName(design.attributes, cell);
      const each = count(Math.round(wanted / design.arms.length));
      const sentence = t[problem.code](name, count(available), arms, count(most), each);
      return others > 0 ? `${sentence} ${t.alsoShort(count(others))}` : sentence;
    }
    case 'total-exceeds-caps':
      return t[problem.code](count(problem.wanted), count(problem.available));
    case 'floors-exceed-total':
      return t[problem.code](count(problem.floors), numberWords(problem.total));
    case 'floor-above-cap':
      return t[problem.code](
        cellName(design.attributes, problem.cell),
        count(problem.least),
        count(problem.most),
      );
    case 'floor-exceeds-cell':
      return t[problem.code](
        cellName(design.attributes, problem.cell),
        count(problem.least),
        count(problem.available),
      );
    case 'budget-below-least':
      return t[problem.code](money(problem.budget), money(problem.least));
    case 'cost-exceeds-budget': {
      const { cost, budget, nearest } = problem;
      const sentence = t[problem.code](money(cost), money(budget), money(cost - budget));
      if (!nearest) return `${sentence} ${t.nothingFits}`;
      const { leftOut, sample, cost: paid } = nearest;
      const size = count(sample);
      const fits = leftOut.length
        ? t.fitsWithout(leftOut.join(', '), size, money(paid))
        : t.fits(size, money(paid));
      return `${sentence} ${fits}`;
    }
    case 'window-not-days':
      return t[problem.code](numberWords(problem.days));
    case 'too-many-cells':
      return t[problem.code](count(problem.cells), count(problem.most));
    case 'total-exceeds-eligible':
      return t[problem.code](count(problem.wanted), count(problem.available));
    case 'sample-not-whole':
      return t[problem.code](numberWords(problem.sample));
    case 'too-many-arms':
      return t[problem.code](count(problem.arms), count(problem.most));
    case 'duplicate-factor-name':
    case 'factor-too-few-levels':
    case 'unnamed-factor-level':
    case 'duplicate-factor-level':
    case 'factor-channel-lost':
      return t[problem.code](problem.factor);
    case 'several-holdouts':
      return t[problem.code](count(problem.holdouts));
    case 'duplicate-channel':
    case 'negative-contact-cost':
    case 'reach-out-of-range': {
      const channel = design.channels[problem.position];
      return t[problem.code](channel ? channelName(channel) : '');
    }
    case 'unnamed-arm':
    case 'unnamed-factor':
    case 'unnamed-attribute':
    case 'filter-without-values':
    case 'filter-range-empty':
    case 'rule-without-conditions':
    case 'rule-data-missing':
    case 'sample-not-a-share':
      return t[problem.code](place(problem.position));
    case 'days-not-whole':
      return t[problem.code](place(problem.position), numberWords(problem.days));
    case 'rules-leave-nobody': {
      const { position, relief } = problem;
      const sentence = t[problem.code](place(position));
      if (!relief) return sentence;
      return `${sentence} ${t.relief(rulePlaces(relief.rules), count(relief.customers))}`;
    }
    case 'nobody-in-a-cell':
      return t[problem.code](count(problem.eligible));
    case 'in-other-experiments':
      return t[problem.code](count(problem.customers));
    case 'duplicate-arm-name':
    case 'negative-reward-cost':
    case 'negative-value':
    case 'redemption-out-of-range':
    case 'arm-without-channel':
      return t[problem.code](problem.arm);
    case 'as-of-not-a-date':
      return t[problem.code](problem.asOf);
    case 'duplicate-attribute-name':
    case 'no-levels':
    case 'cut-not-a-number':
    case 'level-name-count':
      return t[problem.code](problem.attribute);
    case 'cut-not-whole-months':
      return t[problem.code](problem.attribute, numberWords(problem.cut));
    case 'cuts-not-increasing':
      return t[problem.code](
        problem.attribute,
        numberWords(problem.cut),
        numberWords(problem.next),
      );
    case 'empty-level-group': {
      const attribute = design.attributes.find(({ name }) => name === problem.attribute);
      return t[problem.code](problem.attribute, attribute?.levelNames[problem.level] ?? '');
    }
    case 'value-in-two-levels':
      return t[problem.code](problem.attribute, problem.value);
    case 'duplicate-level-name':
      return t[problem.code](problem.attribute, problem.name);
    case 'unclassified-customers':
      return t[problem.code](count(problem.customers));
    case 'empty-cell':
      return t[problem.code](cellName(design.attributes, problem.cell));
    default:
      return t[problem.code];
  }
}
