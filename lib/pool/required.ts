/** The cells the standard wants in every row: what completeness and the score are shares of. */
import { fields, type StandardField } from '@/lib/standard/fields';

/** The child's ID is left out: a row without one is set aside whole. */
export const requiredFields: readonly StandardField[] = fields.filter(
  ({ cardinality, type, name }) => cardinality.startsWith('1') && type !== 'officer' && name !== 'childId',
);

/**
 * True where a required cell is recorded. NA is the answer of a child who has no siblings to be placed with; every other
 * blank, and every value outside its list, is not recorded.
 */
export function recordedSql({ name }: StandardField): string {
  return name === 'siblingsPlacedTogether'
    ? '(siblingsPlacedTogether IS NOT NULL OR siblingsNotApplicable OR coalesce(siblingCount = 0, false))'
    : `${name} IS NOT NULL`;
}
