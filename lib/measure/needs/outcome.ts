/** Reads the pool's packed `outcome` code: what was asked for, what was found and whether it was suitable. */
import type { Secured, Sought } from '@/lib/view/view';

/** 1 foster + 2 residential + 4 supported; 0 where none was preferred. */
export const preferredSql = '(outcome // 20)';

/** Conditions and labels over groups of `outcome`, not over placements: text is cheap there. */
export const placedSql = 'outcome // 5 % 4 < 3';
export const suitabilitySql = '(outcome % 5)';
export const soughtSql = `CASE ${preferredSql} WHEN 0 THEN 'Not stated' WHEN 1 THEN 'Foster' WHEN 2 THEN 'Residential'
  WHEN 4 THEN 'Supported Accommodation' ELSE 'Several preferred' END`;

const securedByCode: readonly Secured[] = ['Foster', 'Residential', 'Supported Accommodation', 'No placement recorded'];

export interface Outcome {
  /** 1 foster + 2 residential + 4 supported. */
  readonly preferredSet: number;
  readonly sought: Sought;
  readonly secured: Secured;
}

function soughtOf(set: number): Sought {
  switch (set) {
    case 0:
      return 'Not stated';
    case 1:
      return 'Foster';
    case 2:
      return 'Residential';
    case 4:
      return 'Supported Accommodation';
    default:
      return 'Several preferred';
  }
}

export function outcomeOf(code: number): Outcome {
  const preferredSet = Math.floor(code / 20);
  const secured = securedByCode[Math.floor(code / 5) % 4] ?? 'No placement recorded';
  return { preferredSet, sought: soughtOf(preferredSet), secured };
}
