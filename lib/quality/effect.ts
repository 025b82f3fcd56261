/** Says what a problem does to the figures: which of them it reaches, and how. */
import { type FieldName, fields, isFieldName } from '@/lib/standard/fields';

interface Reach {
  /** Figures in the words of their screens. */
  readonly figures: readonly string[];
  /** The screen to look at. */
  readonly screen: '/' | '/needs/' | '/cost/' | '/distance/' | '/providers/';
}

const needs = ['harder to place', 'cost by need', 'like-for-like cost'];
const risk: Reach = { figures: ['band of need', ...needs], screen: '/needs/' };
const need: Reach = { figures: needs, screen: '/needs/' };
const cost: Reach = {
  figures: ['cost by type', 'cost by need', 'cost over time', 'like-for-like cost', 'cost drivers', 'providers'],
  screen: '/cost/',
};
const part: Reach = { figures: ['cost breakdown'], screen: '/cost/' };
const sought: Reach = {
  figures: ['sought and secured', 'match rate', 'displacement', 'net flow', 'harder to place', 'cost by match'],
  screen: '/needs/',
};
const distance: Reach = {
  figures: ['distance bands', 'the map', 'placed more than 20 miles away'],
  screen: '/distance/',
};
const siblings: Reach = { figures: ['siblings together'], screen: '/needs/' };
const none: Reach = { figures: [], screen: '/' };

/** Every figure rests on these: without them the row is in none. */
const everything: Reach = { figures: [...sought.figures, ...cost.figures, ...distance.figures, ...needs], screen: '/' };

const own: Partial<Readonly<Record<FieldName, Reach>>> = {
  childId: everything,
  la_code: everything,
  neededBy: { figures: ['match by notice', 'harder to place', 'cost by notice'], screen: '/needs/' },
  siblingCount: siblings,
  siblingsPlacedTogether: siblings,
  isPreferredLocationLocal: { figures: ['out-of-area reasons'], screen: '/needs/' },
  outOfLAReason: { figures: ['out-of-area reasons'], screen: '/needs/' },
  placementLocation: distance,
  homeLocation: distance,
  recordedDistance: distance,
  isLocationPreferred: { figures: ['location match'], screen: '/needs/' },
  isEducationContinuous: { figures: ['education'], screen: '/needs/' },
  providerURN: { figures: ['providers', 'registration', 'cost by registration'], screen: '/providers/' },
  placementType: { figures: [...sought.figures, 'cost by type', 'distance bands'], screen: '/needs/' },
  totalWeeklyCost: cost,
  referralDate: { figures: ['every trend by referral', 'the period of every figure on needs'], screen: '/needs/' },
  placementDate: {
    figures: ['every trend by placement', 'the period of every figure on cost and distance'],
    screen: '/cost/',
  },
  costDate: { figures: ['cost over time'], screen: '/cost/' },
};

const reaches = new Map<string, Reach>(
  fields.map(({ name, group, type }) => {
    const said = own[name];
    if (said) return [name, said];
    if (group === 'Risks') return [name, type === 'category' ? risk : none];
    if (group === 'Placement recommendation') return [name, sought];
    if (type === 'money') return [name, part];
    return [name, type === 'category' || type === 'boolean' || type === 'many' ? need : none];
  }),
);

/** The figures a field bears on. Total: an unknown field bears on none. */
function reachOf(field: string | null): Reach {
  return (field !== null && isFieldName(field) ? reaches.get(field) : undefined) ?? none;
}

export interface ProblemKind {
  readonly severity: 'set aside' | 'violation' | 'warning' | 'note';
  readonly rule: string;
  readonly field: string | null;
}

const bySentence: Readonly<Record<string, string>> = {
  'counted once': 'The placement is in the figures once.',
  'replaced by a later file': 'The later file’s row is in the figures instead.',
  duplicate: 'Counted twice in every figure.',
  'may be counted twice': 'If both rows are one placement, it is counted twice in every figure.',
  'cost out of range': 'Left out of every cost figure; the placement is still counted elsewhere.',
  'negative cost': 'Left out of every cost figure; the placement is still counted elsewhere.',
  'costs do not add up': 'Left out of the cost breakdown; the total is used as it stands.',
  'placement before referral': 'Used in both periods, one of which is wrong.',
  'other not explained': 'In the figures as “Other”; nobody can say what it was.',
  'surplus cells': 'The row is used; what was beyond the headings is lost.',
  'quote not paired': 'The cells after the mark may be under the wrong headings.',
  'authority assumed': 'Counted for the authority of the file.',
  'month before day': 'Other dates of the column may be in the wrong period of every trend.',
  'columns repeated': 'The first of the two columns with a value is used.',
};

/** One sentence on what a kind of problem does. */
export function effectOf({ severity, rule, field }: ProblemKind): string {
  const said = bySentence[rule];
  if (said) return said;
  if (severity === 'set aside') return 'The row is in no figure at all.';
  const { figures } = reachOf(field);
  if (figures.length === 0) return 'No figure rests on it.';
  const list = figures.length === 1 ? figures[0] : `${figures.slice(0, -1).join(', ')} and ${figures.at(-1)}`;
  if (rule === 'not collected') return `These placements cannot be in: ${list}.`;
  return severity === 'violation' ? `Left out of: ${list}.` : `Used in: ${list}; check that it is right.`;
}

/** Rows of no child, and rows rightly counted once: nobody need do anything. */
export const rightlyLeftOut: ReadonlySet<string> = new Set([
  'headings repeated',
  'group row',
  'description row',
  'example row',
  'totals or notes',
  'counted once',
  'replaced by a later file',
]);

/** What “missing” or “not collected” says of the same blank. */
export const saidTwice: ReadonlySet<string> = new Set([
  'placement without referral date',
  'placement without needed-by',
]);

/** Harm done: cells × figures they are missing from. A warning's value is still used, so it weighs a third; nothing can be done about a note. */
export function harmOf(kind: ProblemKind, cells: number): number {
  if (rightlyLeftOut.has(kind.rule) || saidTwice.has(kind.rule)) return 0;
  if (kind.severity === 'set aside' || kind.rule === 'duplicate') return cells * everything.figures.length;
  // One row of two, perhaps.
  if (kind.rule === 'may be counted twice') return (cells * everything.figures.length) / 2;
  const weight = { violation: 1, warning: 1 / 3, note: 0 }[kind.severity];
  return cells * reachOf(kind.field).figures.length * weight;
}
