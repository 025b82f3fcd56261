'use client';
import { acceptableRate } from '@/lib/measure/needs/acceptable-rate';
import { displacement, displacementTrend } from '@/lib/measure/needs/displacement';
import { education } from '@/lib/measure/needs/education';
import { locationMatch, locationMatchByAuthority } from '@/lib/measure/needs/location-match';
import { matchRate, matchRateByAuthority, matchRateTrend } from '@/lib/measure/needs/match-rate';
import { netFlow } from '@/lib/measure/needs/net-flow';
import { placedRate } from '@/lib/measure/needs/placed-rate';
import { siblings } from '@/lib/measure/needs/siblings';
import { soughtSecured } from '@/lib/measure/needs/sought-secured';
import { strictMatch } from '@/lib/measure/needs/strict-match';
import { unmetByNeed } from '@/lib/measure/needs/unmet-by-need';
import { unsuitableRate } from '@/lib/measure/needs/unsuitable-rate';
import { Screen, type Section } from './screen';

const measures = [soughtSecured, matchRate, strictMatch, acceptableRate, unsuitableRate, placedRate, displacement, netFlow, unmetByNeed, locationMatch, siblings, education, matchRateByAuthority, locationMatchByAuthority, matchRateTrend, displacementTrend];

const sections: readonly Section[] = [
  { figures: [{ id: 'sought-secured' }] },
  { title: 'How often the right type of home was secured', figures: ['match-rate', 'strict-match', 'acceptable-rate', 'unsuitable-rate', 'placed-rate', 'net-flow'].map((id) => ({ id, span: 'half' as const })) },
  { title: 'What was secured instead', figures: [{ id: 'displacement', span: 'half' }, { id: 'displacement-trend', span: 'half' }] },
  { title: 'Harder to place', figures: [{ id: 'unmet-by-need' }] },
  { title: 'Location, siblings, education', figures: [{ id: 'location-match', span: 'half' }, { id: 'siblings', span: 'half' }, { id: 'education', span: 'half' }] },
  { title: 'By authority and over time', figures: [{ id: 'match-rate-by-la', span: 'half' }, { id: 'location-match-by-la', span: 'half' }, { id: 'match-rate-trend' }] },
];

export function NeedsScreen() {
  return <Screen title="Needs sought and provision secured" measures={measures} sections={sections} />;
}
