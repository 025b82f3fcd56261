import type { Figure } from '@/lib/figure/figure';
import { colourOf } from '../chart/palette';
import { labelOf } from '../chart/read';
import { CellText } from '../table/cell';
import { Sparkline } from './sparkline';

function Value({ table }: Pick<Figure, 'table'>) {
  const [row] = table.rows;
  if (row?.secured === undefined) {
    const kind = row?.rate === undefined ? 'count' : 'rate';
    return (
      <p className="strip-value">
        <CellText cell={row?.[kind === 'rate' ? 'rate' : 'n']} kind={kind} />
      </p>
    );
  }
  return (
    <dl className="strip-types">
      {table.rows.map((one, index) => (
        <div key={labelOf(one, 'secured')}>
          <dt>
            <svg width={10} height={10} aria-hidden="true">
              <rect width={10} height={10} fill={colourOf(labelOf(one, 'secured'), index)} />
            </svg>{' '}
            {labelOf(one, 'secured')}
          </dt>
          <dd>
            <CellText cell={one.median} kind="pounds" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The number of one of the six, its two years of months, and its change in words. */
export function StripNumber({ figure }: { readonly figure: Figure }) {
  const [row] = figure.table.rows;
  const byType = row?.secured !== undefined;
  const share = row?.rate !== undefined;
  return (
    <>
      <Value table={figure.table} />
      {figure.extra.sparkline && (
        <Sparkline
          beside={figure.table}
          table={figure.extra.sparkline}
          column={byType ? 'median' : share ? 'rate' : 'n'}
          share={share}
          {...(byType && { series: 'secured' })}
        />
      )}
      <p className="strip-words">{figure.sentences?.[0] ?? figure.headline}.</p>
    </>
  );
}
