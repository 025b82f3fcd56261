'use client';
import { costMeasures, driverMeasures, likeForLikeMeasures } from '@/lib/measure/cost/pages';
import { CostTabs } from './cost-tabs';
import { ProviderStrata } from './provider-strata';
import { folded, half, Screen, type Section } from './screen';
import { ThreeThings } from './three-things';

const caution =
  'Every cost is a recorded estimate of the total weekly fee, excluding VAT, of a newly agreed placement. Contracts differ and were recorded at different times: use caution in benchmarking.';

const costSections: readonly Section[] = [
  { about: caution, figures: [{ id: 'cost-by-type' }] },
  {
    title: 'For which needs',
    figures: [{ id: 'cost-by-need' }, ...half('cost-by-band', 'cost-by-match')],
  },
  {
    title: 'At what notice, and in what kind of home',
    figures: folded('cost-by-notice', 'cost-by-dol', 'cost-by-solo', 'cost-by-registration'),
  },
  { title: 'Over time', figures: [...half('cost-trend', 'cost-commitment'), ...folded('cost-trend-quarterly')] },
  {
    title: 'By authority',
    about:
      'These are plain medians: authorities differ in the needs of their children. For a fair comparison see “Like for like”.',
    figures: [{ id: 'cost-by-la' }],
  },
  { title: 'What the fee is made of, and costs set aside', figures: half('cost-breakdown', 'cost-set-aside') },
];

export function CostScreen() {
  return (
    <Screen
      title="Cost per week"
      measures={costMeasures}
      sections={costSections}
      records="placement"
      inShort={['cost-by-type', 'cost-by-need', 'cost-by-registration', 'cost-trend-quarterly', 'cost-commitment']}
      lead={(stale) => <ThreeThings stale={stale} />}
    >
      <CostTabs />
    </Screen>
  );
}

const likeSections: readonly Section[] = [
  {
    about: `What each paid against what the region paid for the same type of home, the same band of need and the same year. It is not adjusted for anything else: contract terms, ages, relationships and needs that are not in the data. ${caution}`,
    figures: [{ id: 'like-for-like' }, { id: 'like-for-like-types' }, { id: 'like-for-like-strata' }],
  },
  { title: 'A second opinion', figures: [{ id: 'like-for-like-check' }] },
  { title: 'Providers', figures: [{ id: 'like-for-like-providers' }] },
];

export function LikeForLikeScreen() {
  return (
    <Screen
      title="Like for like"
      measures={likeForLikeMeasures}
      sections={likeSections}
      inShort={['like-for-like', 'like-for-like-types', 'like-for-like-check', 'like-for-like-providers']}
      foot={(figures) => <ProviderStrata figures={figures} />}
    >
      <CostTabs />
    </Screen>
  );
}

const driverSections: readonly Section[] = [
  {
    about: `How the weekly cost of newly agreed placements changed between two periods of the same length, shared out over five causes that add up to the change exactly. More children may also be more authorities sending returns, or a first month that is not whole. ${caution}`,
    figures: [{ id: 'cost-drivers' }],
  },
  { title: 'Each authority', figures: [{ id: 'cost-drivers-by-la' }] },
];

export function DriversScreen() {
  return (
    <Screen
      title="What drove the change in cost"
      measures={driverMeasures}
      sections={driverSections}
      inShort={['cost-drivers', 'cost-drivers-by-la']}
    >
      <CostTabs />
    </Screen>
  );
}
