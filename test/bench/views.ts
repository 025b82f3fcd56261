/** Twelve filters as a reader changes them, one thing or several, as they stand in a link. */
import { parseView } from '@/lib/view/parse';
import { defaultView, type View } from '@/lib/view/view';

const links: readonly string[] = [
  'sought=residential',
  'sought=residential&period=last-12-months',
  'period=last-12-months',
  'period=last-12-months&region=south-west',
  'region=london&notice=today',
  'la=devon',
  'la=devon&compare=rest&period=2025-26',
  'secured=residential&preferred=no',
  'needs=riskSelfHarm,riskMissing,soloPlacement',
  'band=higher&period=last-24-months',
  'distance=over-50&sought=foster',
  'siblings=yes&compare=none',
];

export interface NamedView {
  readonly name: string;
  readonly view: View;
}

/** Throws where a link no longer means what it says: a benchmark of ignored filters would measure nothing. */
function named(link: string): NamedView {
  const { view, notices } = parseView(new URLSearchParams(link));
  if (notices.length > 0) throw new Error(`${link}: ${notices.map((notice) => JSON.stringify(notice)).join(', ')}`);
  return { name: link, view };
}

export const opening: NamedView = { name: 'everything', view: defaultView };
export const changes: readonly NamedView[] = links.map(named);
