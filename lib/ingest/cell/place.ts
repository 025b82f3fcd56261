import { brokenFormula, textSql } from './text';

/** Upper case, every run of anything else one space, and no space inside the district. */
const plainSql = (cell: string) =>
  `regexp_replace(trim(regexp_replace(upper(${cell}), '[^A-Z0-9]+', ' ', 'g')), '^([A-Z]{1,2}) ([0-9])', '\\1\\2')`;

const district = '[A-Z]{1,2}[0-9][0-9A-Z]?';

/** The district alone of a district, a sector or a full postcode; NULL off the standard's pattern. */
export function outwardSql(cell: string): string {
  const cut = `regexp_extract(${plainSql(cell)}, '^(${district})(?: ?[0-9][A-Z]{2}| [0-9][A-Z]?|[0-9])?$', 1)`;
  return `CASE WHEN regexp_full_match(${cell}, '${district}') THEN ${cell} ELSE nullif(${cut}, '') END`;
}

/**
 * A district (`BS14`), a sector (`BS14 9`; the rest of a full postcode is dropped), or the text as it stands. A sector
 * written without its space is read as one only where `holdsSectors`, a BOOLEAN, says the column holds sectors.
 */
export function homeSql(cell: string, holdsSectors: string): string {
  const plain = plainSql(cell);
  const full = `regexp_replace(${plain}, '^(${district}) ?([0-9])[A-Z]{2}$', '\\1 \\2')`;
  const long = `regexp_replace(${full}, '^([A-Z]{1,2}[0-9][0-9A-Z])([0-9])$', '\\1 \\2')`;
  const short = `CASE WHEN ${holdsSectors} THEN regexp_replace(${long}, '^([A-Z]{1,2}[0-9])([0-9])$', '\\1 \\2') ELSE ${long} END`;
  const read = `nullif(regexp_extract(${short}, '^${district}( [0-9])?$'), '')`;
  const ready = `regexp_full_match(${cell}, '${district} [0-9]') OR (NOT ${holdsSectors} AND regexp_full_match(${cell}, '${district}'))`;
  // ZZ99 is no place: which of its codes it is says why the home is nowhere.
  const nowhere = `regexp_matches(${plain}, '^ZZ99( |$)')`;
  return `CASE WHEN ${ready} THEN ${cell} WHEN ${nowhere} THEN ${textSql(cell)} ELSE coalesce(${read}, ${textSql(cell)}) END`;
}

const gap = '[\\s\\p{Z}]';
const unregistered = `un[\\s\\p{Z}\\p{Pd}_]?reg|not${gap}*(?:(?:yet|ofsted|currently)${gap}+)?reg|non[\\s\\p{Z}\\p{Pd}]?reg|no${gap}+registration`;
/** Another legal status than unregistered, and no number: it is said that it was not understood. */
const unregulated = `un[\\s\\p{Z}\\p{Pd}_]?regulated|not${gap}+regulated|non[\\s\\p{Z}\\p{Pd}]?regulated`;
const notGiven =
  "'na', 'n/a', 'none', 'nil', 'null', 'nan', 'not known', 'not applicable', 'not recorded', 'unknown', 'no urn', 'tbc', 'tba', '-', '?'";

/** True where a provider is called unregulated and has no number beside it. */
export function unregulatedSql(cell: string): string {
  return `(regexp_matches(lower(${cell}), '${unregulated}') AND NOT regexp_matches(${cell}, '[0-9]{5,7}'))`;
}

/** Ofsted's number as text; every way of writing an unregistered provider is `Unregistered`; NA and "unregulated" are not recorded. */
export function urnSql(cell: string): string {
  const text = textSql(cell);
  const bare = `regexp_replace(${text}, '^(?i:urn)?[\\s\\p{Z}:#.-]*([0-9]{1,3}),?([0-9]{3}),?([0-9]{1,3})(\\.0+)?$', '\\1\\2\\3')`;
  return `CASE
    WHEN regexp_full_match(${cell}, '[0-9]{6,7}') THEN ${cell}
    WHEN ${unregulatedSql(cell)} THEN NULL
    WHEN regexp_matches(regexp_replace(lower(${cell}), '${unregulated}', ''), '${unregistered}') THEN 'Unregistered'
    WHEN list_contains([${notGiven}], lower(${text})) OR ${text} SIMILAR TO '${brokenFormula}' THEN NULL
    ELSE regexp_replace(${bare}, '^(?i:sc)${gap}*([0-9]{6})$', 'SC\\1') END`;
}
