/** What to put in a cell instead, in words an officer can act on. */
import { type FieldName, fieldOf, labelOf, optionsOf } from '@/lib/standard/fields';

/** What the standard expects of a field's cell. */
export function expectation(name: FieldName): string {
  const field = fieldOf(name);
  switch (field.type) {
    case 'category':
      return `Give one of: ${optionsOf(name).join(', ')}.`;
    case 'many':
      return `Give one or more of: ${optionsOf(name).join(', ')}, separated by semicolons.`;
    case 'boolean':
      return 'Give Yes or No.';
    case 'integer':
      return field.notApplicable ? 'Give a whole number, or NA where it does not apply.' : 'Give a whole number.';
    case 'money':
      return 'Give one amount in pounds a week, excluding VAT, such as 4500.00.';
    case 'date':
      return 'Give a real date, day first, such as 12/02/2024.';
    case 'outward':
      return 'Give the first half of the postcode, such as TA3.';
    case 'home':
      return 'Give a postcode, or its first half, such as TA3 or TA3 1.';
    case 'miles':
      return 'Give the distance in miles as a number.';
    case 'authority':
      return 'Give the name, GSS code or DfE number of an English local authority.';
    default:
      return `Give the ${labelOf(name).toLowerCase()}.`;
  }
}
