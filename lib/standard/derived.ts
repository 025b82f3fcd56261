/** What methods §0 derives from each row, as SQL over the field columns: one expression a derived column. */
import { categoricalRisks } from '@/lib/standard/fields';
import { type NeedFlag, needColumn } from '@/lib/standard/needs';

const preferred = (column: string) => `coalesce(${column} = 'Preferred', false)::TINYINT`;
const suitabilities = ['fosterCareSuitability', 'residentialCareSuitability', 'supportedAccommodationSuitability'];
const month = (date: string) => `(year(${date}) * 12 + month(${date}) - 1)::INTEGER`;

/** `';a;b;'` holds `';a;'`: a value of a list as the pool joins it. */
export function listHolds(column: string, value: string): string {
  return `contains(';' || ${column} || ';', ';${value};')`;
}

const sought = `(CASE
  WHEN preferredCount = 0 THEN 'Not stated'
  WHEN preferredCount > 1 THEN 'Several preferred'
  WHEN fosterCareSuitability = 'Preferred' THEN 'Foster'
  WHEN residentialCareSuitability = 'Preferred' THEN 'Residential'
  ELSE 'Supported Accommodation' END)::sought_option`;

const secured = `(CASE placementType
  WHEN 'Foster' THEN 'Foster' WHEN 'Residential' THEN 'Residential'
  WHEN 'Supported Accommodation' THEN 'Supported Accommodation' ELSE 'No placement recorded' END)::secured_option`;

const securedSuitability = `CASE placementType
  WHEN 'Foster' THEN fosterCareSuitability WHEN 'Residential' THEN residentialCareSuitability
  WHEN 'Supported Accommodation' THEN supportedAccommodationSuitability END`;

const registration = `(CASE
  WHEN providerURN IS NULL THEN 'Not recorded' WHEN providerURN = 'Unregistered' THEN 'Unregistered'
  ELSE 'Registered' END)::registration_option`;

/** First the columns that others are derived from. */
export const countedColumns: Readonly<Record<string, string>> = {
  placed: 'placementType IS NOT NULL',
  preferredCount: suitabilities.map(preferred).join(' + '),
  securedSuitability,
  riskCount: categoricalRisks.map((risk) => `coalesce(${risk.name} = 'Risk Present', false)::TINYINT`).join(' + '),
  riskCollected: categoricalRisks.map((risk) => `(${risk.name} IS NOT NULL)::TINYINT`).join(' + '),
};

/** Then those that read `countedColumns`. `costOK`: £100 to £100,000 a week and placed. */
export const concludedColumns: Readonly<Record<string, string>> = {
  sought,
  secured,
  matched: `CASE WHEN placed AND preferredCount >= 1 THEN coalesce(securedSuitability = 'Preferred', false) END`,
  costOK: 'placed AND coalesce(totalWeeklyCost BETWEEN 100 AND 100000, false)',
  registration,
  referralMonth: month('referralDate'),
  placementMonth: month('placementDate'),
};

const support = (value: string) => listHolds('additionalSupport', value);

/** Recorded yes, recorded no, or NULL: Not Specified, Not Known, Other and blank are in neither arm. */
const otherNeeds: Readonly<Record<Exclude<NeedFlag, `risk${string}`>, string>> = {
  communicationNeeds: `CASE communicationNeeds WHEN 'Yes' THEN true WHEN 'No' THEN false END`,
  homeAdaptationRequired: 'homeAdaptationRequired',
  culturalNeeds: `CASE culturalNeeds WHEN 'Required' THEN true WHEN 'Not Required' THEN false END`,
  soloPlacement: `livingCompanions = 'Solo placement recommended'`,
  petsMust: `CASE pets WHEN 'Yes-must' THEN true WHEN 'Yes-can' THEN false WHEN 'No' THEN false END`,
  supportSupervision: support('Additional supervision'),
  supportTherapeutic: support('Therapeutic support'),
  supportRespite: support('A worker for respite'),
  supportTaxis: support('Taxis to school'),
  deprivationOfLiberty: 'deprivationOfLiberty',
  siblingGroup: 'CASE WHEN siblingsNotApplicable THEN false ELSE siblingCount >= 1 END',
  neededToday: `neededBy = 'Today'`,
};

/** The 23 need flags: each compares recorded yes with recorded no. */
export const needColumns: Readonly<Record<string, string>> = Object.fromEntries([
  ...categoricalRisks.map((risk) => [needColumn(risk.name as NeedFlag), `${risk.name} = 'Risk Present'`]),
  ...Object.entries(otherNeeds).map(([flag, sql]) => [needColumn(flag as NeedFlag), sql]),
]);
