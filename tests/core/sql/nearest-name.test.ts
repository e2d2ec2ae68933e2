import { describe, expect, it } from 'vitest';
import { nearestName } from '#core/sql/nearest-name.ts';

describe('the name that was meant', () => {
  const known = ['customer_id', 'region', 'points_balance', '고객번호', '지역'];

  it.each([
    ['regoin', 'region'],
    ['REGION', 'region'],
    ['reigon', 'region'],
    ['custmer_id', 'customer_id'],
    ['point_balance', 'points_balance'],
    ['고갹번호', '고객번호'],
    ['지옄', '지역'],
    ['income', null],
    ['x', null],
    ['', null],
  ])('of %s is %s', (misspelt, meant) => expect(nearestName(misspelt, known)).toBe(meant));
});
