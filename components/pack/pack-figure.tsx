import { workingWarning } from '@/lib/export/export';
import type { PackFigure } from '@/lib/export/pack';
import { keyLines } from '@/lib/export/symbol';
import { firstChart, nothingDrawn, tableOf } from '@/lib/figure/drawable';
import type { Chart, Figure } from '@/lib/figure/figure';
import { leftOut } from '@/lib/figure/left-out';
import { ChartView } from '../chart/chart';
import { StripNumber } from '../overview/strip-number';
import { FigureTable } from '../table/figure-table';

/** What a reader must know at the figure itself; what holds for all of them is said once, at the end. */
function FigureNotes({ figure }: { readonly figure: Figure }) {
  const left = leftOut(figure.exclusions);
  return (
    <div className="figure-honesty">
      {left !== '' && <p>{left}</p>}
      {[...figure.warnings, ...keyLines([figure])].map((line) => (
        <p key={line}>{line}</p>
      ))}
      {figure.protection === 'working' && <p className="pack-internal">{workingWarning}</p>}
    </div>
  );
}

const longestWhole = 24;
/** Rows a chart of one line a row may have to stay in half a page, and to be drawn smaller so that it does. */
const halfPage = { plain: 10, smaller: 18 };

function classOf(figure: Figure, chart: Chart | undefined): string {
  const rows = (chart ? tableOf(figure, chart) : figure.table).rows.length;
  // A table longer than a page has to break; everything else stays whole.
  if (!chart) return rows > longestWhole ? 'pack-figure pack-figure-long' : 'pack-figure';
  const listed = chart.kind === 'interval' || chart.kind === 'box' || chart.kind === 'dumbbell';
  return listed && rows > halfPage.plain && rows <= halfPage.smaller ? 'pack-figure pack-figure-tall' : 'pack-figure';
}

interface Props {
  readonly block: PackFigure;
  /** It holds back more than its chart was drawn from: the table alone is shown. */
  readonly tableOnly: boolean;
}

/** One figure of the pack, as it prints: its sentence, what it is, the chart or table, and what was left out. */
export function PackFigureBlock({ block: { number, figure }, tableOnly }: Props) {
  const bare = nothingDrawn(figure);
  const chart = tableOnly ? undefined : figure.charts.filter(({ kind }) => kind !== 'none')[firstChart(figure)];
  return (
    <section
      className={bare ? 'pack-figure pack-figure-bare' : classOf(figure, chart)}
      id={`figure-${figure.id}`}
      data-figure={figure.id}
      data-state="ready"
      aria-labelledby={`pack-${figure.id}`}
    >
      <h3 id={`pack-${figure.id}`} className="figure-headline">
        {figure.headline}
      </h3>
      <p className="figure-subtitle">
        Figure {number}. {figure.subtitle}
      </p>
      {bare ? null : chart ? (
        <ChartView figure={figure} chart={chart} />
      ) : (
        <FigureTable table={figure.table} caption={figure.title} />
      )}
      <FigureNotes figure={figure} />
    </section>
  );
}

/** One of the six headline measures: a number and two years of months, six to a page. */
export function PackNumber({ block: { number, figure } }: Pick<Props, 'block'>) {
  return (
    <section
      className="pack-number"
      id={`figure-${figure.id}`}
      data-figure={figure.id}
      data-state="ready"
      aria-labelledby={`pack-${figure.id}`}
    >
      <h3 id={`pack-${figure.id}`} className="strip-name">
        {figure.title}
      </h3>
      <StripNumber figure={figure} />
      <p className="figure-subtitle">
        Figure {number}. {figure.subtitle}
      </p>
    </section>
  );
}
