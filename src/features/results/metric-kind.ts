import type { MetricName } from '#core/results/metric.ts';
import type { FigureKind } from '#text/format.ts';

/** How a metric and its differences are written. */
export function metricKind(name: MetricName): { value: FigureKind; difference: FigureKind } {
  switch (name) {
    case 'response':
    case 'purchase':
      return { value: 'share', difference: 'points' };
    case 'orders':
      return { value: 'decimal', difference: 'deviations' };
    case 'whole-money':
    case 'capped-money':
    case 'money-per-order':
      return { value: 'money', difference: 'money-change' };
  }
}
