'use client';
import { needsFigures } from '@/lib/measure/figures';
import { BespokeSplit } from './bespoke-split';
import { folded, half, Screen, type Section } from './screen';

const sections: readonly Section[] = [
  { figures: [{ id: 'sought-secured' }] },
  {
    title: 'How often the right home was found',
    figures: [
      ...half('match-rate', 'location-match'),
      ...folded('strict-match', 'acceptable-rate', 'unsuitable-rate', 'placed-rate'),
    ],
  },
  {
    title: 'What was secured instead',
    // Each move is named by two types: at half the width the names would be cut to the same letters.
    figures: [{ id: 'displacement' }, ...half('net-flow'), ...folded('displacement-trend')],
  },
  {
    title: 'Harder to place',
    about:
      'Among children for whom the same type of home was sought, how much more likely were those with each need to be placed in another type? One is no difference. A need is called harder to place only where chance is an unlikely reason.',
    figures: [{ id: 'unmet-by-need' }],
  },
  { title: 'Notice', figures: [{ id: 'by-notice' }] },
  { title: 'Siblings and education', figures: half('siblings', 'education') },
  {
    title: 'Over time',
    figures: [
      ...half('referrals-trend', 'match-rate-trend'),
      ...folded(
        'location-match-trend',
        'siblings-trend',
        'strict-match-trend',
        'acceptable-rate-trend',
        'unsuitable-rate-trend',
        'placed-rate-trend',
      ),
    ],
  },
  {
    title: 'By authority',
    figures: [
      ...half('match-rate-by-la', 'location-match-by-la'),
      ...folded(
        'siblings-by-la',
        'strict-match-by-la',
        'acceptable-rate-by-la',
        'unsuitable-rate-by-la',
        'placed-rate-by-la',
      ),
    ],
  },
];

export function NeedsScreen() {
  return (
    <>
      <Screen
        title="Needs sought and provision secured"
        measures={needsFigures}
        sections={sections}
        records="referral"
        inShort={['match-rate', 'displacement', 'unmet-by-need', 'by-notice', 'location-match']}
      />
      <BespokeSplit />
    </>
  );
}
