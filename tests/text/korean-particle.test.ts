import { describe, expect, it } from 'vitest';
import { withParticle } from '#text/korean-particle.ts';

describe('a Korean particle', () => {
  it('follows the last syllable of the word', () => {
    expect(withParticle('쿠폰', '은')).toBe('쿠폰은');
    expect(withParticle('포인트', '은')).toBe('포인트는');
    expect(withParticle('사은품', '을')).toBe('사은품을');
    expect(withParticle('포인트', '과')).toBe('포인트와');
  });

  it('takes 로 after ㄹ, which otherwise counts as a consonant', () => {
    expect(withParticle('메일', '으로')).toBe('메일로');
    expect(withParticle('메일', '이')).toBe('메일이');
    expect(withParticle('쿠폰', '으로')).toBe('쿠폰으로');
  });

  it('reads digits as Koreans do', () => {
    expect(withParticle('1,000', '이')).toBe('1,000이');
    expect(withParticle('1,002', '이')).toBe('1,002가');
    expect(withParticle('2017', '으로')).toBe('2017로');
    expect(withParticle('5%', '을')).toBe('5%를');
    expect(withParticle('1.5%p', '으로')).toBe('1.5%p로');
  });

  it('reads a Latin letter that stands alone by its name', () => {
    expect(withParticle('N, Y', '을')).toBe('N, Y를');
    expect(withParticle('O, X', '을')).toBe('O, X를');
    expect(withParticle('Y, N', '을')).toBe('Y, N을');
    expect(withParticle('실험군 L', '으로')).toBe('실험군 L로');
    expect(withParticle('쿠폰M', '으로')).toBe('쿠폰M으로');
    expect(withParticle('ID', '은')).toBe('ID은(는)');
  });

  it('looks through marks behind the word', () => {
    expect(withParticle('쿠폰(5천원)', '을')).toBe('쿠폰(5천원)을');
    expect(withParticle('⟦1|쿠폰⟧', '이')).toBe('⟦1|쿠폰⟧이');
  });

  it('offers both forms after a word that is not read in Korean', () => {
    expect(withParticle('POINT', '은')).toBe('POINT은(는)');
    expect(withParticle('POINT', '으로')).toBe('POINT(으)로');
  });
});
