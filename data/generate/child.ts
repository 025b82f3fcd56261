import { logistic, type Random } from './random';
import { type RiskName, riskNames } from './row';

/** The child behind a referral: `severity` drives risks, needs, what is sought, what is found and what it costs. */
export interface Child {
  readonly id: number;
  readonly age: number;
  readonly gender: 'Female' | 'Male';
  readonly severity: number;
  /** Unaccompanied asylum-seeking: no home in the country to be far from. */
  readonly unaccompanied: boolean;
}

/** Log-odds at severity 0, slope on severity, the age at which the risk is first recorded. */
const risks: Readonly<Record<RiskName, readonly [number, number, number]>> = {
  riskSelfHarm: [-1.45, 1.2, 8],
  riskSexualExploitation: [-2.1, 1.1, 10],
  riskCriminalExploitation: [-1.7, 1.2, 10],
  riskDrugAlcohol: [-1.7, 1.3, 11],
  riskEatingDisorder: [-3.2, 0.9, 9],
  riskMissing: [-1.4, 1.3, 9],
  riskToOthersPhysical: [-1.25, 1.2, 4],
  riskToOthersSexual: [-2.9, 0.9, 7],
  riskToOthersFire: [-3.3, 1.0, 6],
  riskToOthersAnimals: [-3.1, 1.0, 4],
  riskToOthersCriminal: [-2.4, 1.2, 11],
};
const commonerInGirls: ReadonlySet<RiskName> = new Set([
  'riskSelfHarm',
  'riskSexualExploitation',
  'riskEatingDisorder',
]);
const commonerInBoys: ReadonlySet<RiskName> = new Set(['riskCriminalExploitation', 'riskToOthersPhysical']);

export function drawAge(random: Random): number {
  const band = random.weighted({ baby: 0.09, toddler: 0.14, child: 0.19, teenager: 0.37, older: 0.21 });
  if (band === 'baby') return 0;
  if (band === 'toddler') return random.between(1, 4);
  if (band === 'child') return random.between(5, 9);
  if (band === 'older') return random.between(16, 17);
  return 10 + Math.floor(6 * random.next() ** 0.75);
}

function severityAt(age: number): number {
  if (age < 5) return -1.1;
  if (age < 10) return -0.45;
  if (age < 13) return 0.15;
  return age < 16 ? 0.6 : 0.3;
}

/** `years` since April 2024: needs rise slowly. */
export function drawChild(random: Random, id: number, age: number, years: number, unaccompanied: boolean): Child {
  const boy = random.chance(unaccompanied ? 0.93 : 0.54);
  const severity = severityAt(age) + 0.95 * random.normal() + 0.05 * years - (unaccompanied ? 0.9 : 0);
  return { id, age, gender: boy ? 'Male' : 'Female', severity, unaccompanied };
}

export function drawRisks(random: Random, child: Child): (boolean | null)[] {
  return riskNames.map((name) => {
    const [start, slope, from] = risks[name];
    if (child.age < from) return child.age >= 4 && random.chance(0.012);
    const girl = child.gender === 'Female';
    const shift = (girl && commonerInGirls.has(name)) || (!girl && commonerInBoys.has(name)) ? 0.5 : -0.1;
    return random.chance(logistic(start + shift + slope * child.severity));
  });
}
