/**
 * Every closed list a view can choose from, once: the value the pool holds, its short name in a link,
 * its label in a filter and the words of its chip. Links, filters and descriptions all read it.
 */
import { type NeedFlag, needFlags } from '@/lib/standard/needs';
import type { DistanceBand, NeedBand, Notice, Secured, Sought } from '@/lib/view/view';

export interface Choice<Value extends string = string> {
  readonly value: Value;
  /** Published in links: never change one, never reuse one. */
  readonly slug: string;
  readonly label: string;
  readonly chip: string;
}

export const soughtChoices: readonly Choice<Sought>[] = [
  { value: 'Foster', slug: 'foster', label: 'Foster', chip: 'Foster sought' },
  { value: 'Residential', slug: 'residential', label: 'Residential', chip: 'Residential sought' },
  {
    value: 'Supported Accommodation',
    slug: 'supported',
    label: 'Supported accommodation',
    chip: 'Supported accommodation sought',
  },
  { value: 'Several preferred', slug: 'several', label: 'Several preferred', chip: 'Several types preferred' },
  { value: 'Not stated', slug: 'not-stated', label: 'Not stated', chip: 'Type sought not stated' },
];

export const securedChoices: readonly Choice<Secured>[] = [
  { value: 'Foster', slug: 'foster', label: 'Foster', chip: 'Foster secured' },
  { value: 'Residential', slug: 'residential', label: 'Residential', chip: 'Residential secured' },
  {
    value: 'Supported Accommodation',
    slug: 'supported',
    label: 'Supported accommodation',
    chip: 'Supported accommodation secured',
  },
  {
    value: 'No placement recorded',
    slug: 'not-recorded',
    label: 'No placement recorded',
    chip: 'No placement recorded',
  },
];

export const needChoices: readonly Choice<NeedFlag>[] = needFlags.map(({ name, label }) => ({
  value: name,
  slug: name,
  label,
  chip: label,
}));

export const noticeChoices: readonly Choice<Notice>[] = [
  { value: 'Today', slug: 'today', label: 'Today', chip: 'Needed today' },
  { value: '< 5 days', slug: 'under-5-days', label: 'In less than 5 days', chip: 'Needed in less than 5 days' },
  { value: '> 5 days', slug: 'over-5-days', label: 'In more than 5 days', chip: 'Needed in more than 5 days' },
];

export const bandChoices: readonly Choice<NeedBand>[] = [
  { value: 'Lower', slug: 'lower', label: 'Lower', chip: 'Lower need' },
  { value: 'Medium', slug: 'medium', label: 'Medium', chip: 'Medium need' },
  { value: 'Higher', slug: 'higher', label: 'Higher', chip: 'Higher need' },
];

const distances: readonly (readonly [DistanceBand, string])[] = [
  ['Up to 5 miles', 'up-to-5'],
  ['More than 5 to 10 miles', '5-10'],
  ['More than 10 to 20 miles', '10-20'],
  ['More than 20 to 50 miles', '20-50'],
  ['More than 50 miles', 'over-50'],
  ['Distance not known', 'not-known'],
];

export const distanceChoices: readonly Choice<DistanceBand>[] = distances.map(([value, slug]) => ({
  value,
  slug,
  label: value,
  chip: slug === 'not-known' ? value : `${value} from home`,
}));

type YesNo = 'yes' | 'no';

export const siblingChoices: readonly Choice<YesNo>[] = [
  { value: 'yes', slug: 'yes', label: 'Sibling group', chip: 'Sibling group' },
  { value: 'no', slug: 'no', label: 'Not a sibling group', chip: 'Not a sibling group' },
];

export const preferredChoices: readonly Choice<YesNo>[] = [
  { value: 'yes', slug: 'yes', label: 'In the preferred location', chip: 'Preferred location' },
  { value: 'no', slug: 'no', label: 'Not in the preferred location', chip: 'Not the preferred location' },
];

export const localityChoices: readonly Choice<'inside' | 'outside'>[] = [
  { value: 'inside', slug: 'inside', label: 'Inside the placing authority', chip: 'Placed inside its authority' },
  { value: 'outside', slug: 'outside', label: 'Outside the placing authority', chip: 'Placed outside its authority' },
];

export const basisChoices: readonly Choice<'referral' | 'placement'>[] = [
  { value: 'referral', slug: 'referral', label: 'Referral date', chip: 'Dated by referral' },
  { value: 'placement', slug: 'placement', label: 'Placement date', chip: 'Dated by placement' },
];

/** The chosen values in the list's own order, each once, and nothing the list does not hold. */
export function inOrder<Value extends string>(
  choices: readonly Choice<Value>[],
  chosen: readonly Value[],
): readonly Value[] {
  return choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.value);
}
