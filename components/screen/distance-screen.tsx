'use client';
import { anchorChoices } from '@/lib/measure/distance/anchor';
import { distanceMeasures } from '@/lib/measure/distance/distance';
import { usePageChoice } from '@/lib/view/use-page-choice';
import { AnchorChoice } from '../chart/anchor';
import { EpisodesForm } from '../distance/episodes-form';
import { PlacesToCheck } from '../distance/places-to-check';
import { PublishedShares } from '../distance/published-shares';
import { folded, half, Screen, type Section } from './screen';

const sections: readonly Section[] = [
  {
    about:
      'Miles in a straight line between the home and the placement, by the Department for Education’s formula. A distance that is not known is its own category: for some children it is rightly so.',
    figures: half('distance-bands', 'distance-over-20'),
  },
  {
    title: 'From where to where',
    figures: [{ id: 'distance-flows' }, { id: 'distance-incoming', folded: true }],
  },
  { title: 'Inside or outside the placing authority', figures: half('distance-locality', 'distance-out-of-area') },
  {
    title: 'For whom',
    figures: [...half('distance-by-type', 'distance-by-need'), ...folded('distance-by-preference', 'distance-cost')],
  },
  { title: 'Over time and by authority', figures: half('distance-trend', 'distance-by-la') },
  {
    title: 'How distances spread, and how sure they are',
    figures: folded('distance-bands-fine', 'distance-spread', 'distance-certainty', 'distance-sources'),
  },
  {
    title: 'From the centre of the placing authority',
    about: 'A stand-in where homes are not recorded. It is not a distance from home and is never mixed with one.',
    figures: [{ id: 'distance-centre', folded: true }],
  },
];

export function DistanceScreen() {
  const [asked, choose] = usePageChoice('published');
  const chosen = anchorChoices.find(({ id }) => id === asked?.[0])?.id ?? null;
  return (
    <AnchorChoice value={chosen}>
      <Screen
        title="Distance from home"
        measures={distanceMeasures}
        sections={sections}
        records="placement"
        inShort={['distance-over-20', 'distance-by-type', 'distance-by-need', 'distance-out-of-area', 'distance-by-la']}
      >
        <PublishedShares chosen={chosen} onChoose={(id) => choose(id === null ? null : [id])} />
      </Screen>
      <PlacesToCheck />
      <EpisodesForm />
    </AnchorChoice>
  );
}
