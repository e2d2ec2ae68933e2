import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDate,
  formatFigure,
  formatMoney,
  moneyUnit,
  formatPoints,
  formatPointSize,
  formatPValue,
  formatChance,
  formatShare,
  formatShareChange,
} from '#text/format.ts';

describe('a number in words of its language', () => {
  it('writes counts with separators', () => {
    expect(formatCount(13712, 'ko')).toBe('13,712');
    expect(formatCount(13712, 'en')).toBe('13,712');
  });

  it('never rounds a chance to 0 or 1', () => {
    expect(formatChance(5e-13, 'ko')).toBe('< 0.01%');
    expect(formatChance(0.0738, 'ko')).toBe('7.4%');
    expect(formatChance(0.99996, 'en')).toBe('> 99.99%');
    expect(formatChance(1, 'en')).toBe('100%');
  });

  it('writes shares with the digits that tell small ones apart', () => {
    expect(formatShare(0.104444, 'ko')).toBe('10.4%');
    expect(formatShare(0.5, 'ko')).toBe('50.0%');
    expect(formatShare(0.00123, 'ko')).toBe('0.12%');
    expect(formatShare(0.00012, 'ko')).toBe('0.012%');
    expect(formatShare(0, 'ko')).toBe('0%');
    expect(formatShare(1, 'ko')).toBe('100%');
    expect(formatShare(0.14, 'ko', 0)).toBe('14%');
  });

  it('writes differences in points, with their sign', () => {
    expect(formatPoints(0.0766667, 'ko')).toBe('+7.7%p');
    expect(formatPoints(-0.0766667, 'en')).toBe('-7.7 pp');
    expect(formatPoints(0.0049499, 'en')).toBe('+0.49 pp');
    expect(formatPoints(0, 'ko')).toBe('0.0%p');
    expect(formatPointSize(0.0197, 'ko')).toBe('2.0%p');
    expect(formatPointSize(-0.0766667, 'en')).toBe('7.7 pp');
    expect(formatFigure(0.0197, 'point-size', 'en', 'KRW')).toBe('2.0 pp');
  });

  it('writes won the way each language does', () => {
    expect(formatMoney(350000, 'KRW', 'ko')).toBe('350,000원');
    expect(formatMoney(350000, 'KRW', 'en')).toBe('₩350,000');
    expect([moneyUnit('KRW', 'ko'), moneyUnit('KRW', 'en'), moneyUnit('USD', 'ko')]).toEqual(['원', 'KRW', 'USD']); // prettier-ignore
    expect(formatMoney(-985000.4, 'KRW', 'ko')).toBe('-985,000원');
    expect(formatMoney(11.666, 'USD', 'en')).toBe('$11.67');
    expect(formatMoney(1200, 'KRW', 'ko', true)).toBe('+1,200원');
  });

  it('never rounds a p-value to nothing', () => {
    expect(formatPValue(5.94e-11, 'ko')).toBe('< 0.0001');
    expect(formatPValue(0.0023, 'ko')).toBe('0.0023');
    expect(formatPValue(0.146851, 'en')).toBe('0.147');
  });

  it('writes relative changes with their sign', () => {
    expect(formatShareChange(2.76, 'ko')).toBe('+276%');
    expect(formatShareChange(-0.37, 'en')).toBe('-37%');
    expect(formatShareChange(0.054, 'en')).toBe('+5.4%');
  });

  it('writes dates and sizes', () => {
    expect(formatDate('2017-03-26', 'ko')).toBe('2017년 3월 26일');
    expect(formatDate('2017-03-26T10:00:00Z', 'en')).toBe('26 March 2017');
    expect(formatDate('soon', 'en')).toBe('soon');
    expect(formatBytes(3_964_977, 'en')).toBe('4 MB');
    expect([0, 1, 181].map((bytes) => formatBytes(bytes, 'en'))).toEqual(['0 bytes', '1 byte', '181 bytes']); // prettier-ignore
    expect(formatBytes(181, 'ko')).toBe('181바이트');
  });

  it('knows every kind of figure', () => {
    expect(formatFigure(0.5, 'score', 'ko', 'KRW')).toBe('0.5');
    expect(formatFigure(8, 'score', 'ko', 'KRW')).toBe('8');
    expect(formatFigure(0.0004, 'seconds', 'ko', 'KRW')).toBe('< 0.01');
    expect(formatFigure(0.04, 'seconds', 'ko', 'KRW')).toBe('0.04');
    expect(formatFigure(4.179724, 'ratio', 'ko', 'KRW')).toBe('4.18');
    expect(formatFigure(-1500, 'money-change', 'ko', 'KRW')).toBe('-1,500원');
  });
});
