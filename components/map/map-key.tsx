import { formatNumber } from '@/lib/figure/format';
import { widthOf } from './flow-mark';

interface Props {
  /** The largest flow drawn. */
  readonly most: number;
  /** Some children were placed in their home area. */
  readonly discs: boolean;
  /** What is not drawn, in words. */
  readonly rest: string;
}

const sizes = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** A round number near the largest flow and one near a quarter of it. */
function samplesOf(most: number): readonly number[] {
  const below = (limit: number) => sizes.filter((size) => size <= limit).at(-1);
  return [...new Set([below(most / 4), below(most)])].filter((size) => size !== undefined);
}

/** What lines, dots and their widths are. */
export function MapKey({ most, discs, rest }: Props) {
  return (
    <p className="map-key">
      {samplesOf(most).map((n) => (
        <span key={n} className="map-sample">
          <svg width={36} height={14} aria-hidden="true">
            <line x1={2} x2={34} y1={7} y2={7} stroke="#801650" strokeOpacity={0.65} strokeWidth={widthOf(n, most)} />
          </svg>
          {formatNumber(n, 'count')} placements
        </span>
      ))}
      {discs && 'A blue disc is children placed in their home area. '}A line runs from the middle of the home area, not
      from each home, and ends in a dot where the child was placed. Darker land is of the authorities loaded.{rest}
    </p>
  );
}
