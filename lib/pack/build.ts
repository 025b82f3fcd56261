/** Works out every figure of a pack: one run for its period, one for its trends, each protected as a page is. */
import { type Database, DatabaseCancelled } from '@/lib/database/database';
import { pageProtector } from '@/lib/disclosure/protect';
import type { Figure } from '@/lib/figure/figure';
import { contextFor, type PoolFacts } from '@/lib/measure/context';
import type { Measure } from '@/lib/measure/measure';
import { whatChanged } from '@/lib/measure/overview/changes';
import { changeMeasures } from '@/lib/measure/pack-figures';
import { type FigureState, type RunOptions, runPage } from '@/lib/measure/run';
import type { View } from '@/lib/view/view';
import { qualitySentences } from './quality';
import { chosenMeasures, isOverTime, type PackSectionId, trendView } from './request';

export interface BuiltSection {
  readonly id: string;
  readonly title: string;
  readonly introduction: string;
  readonly figures: readonly Figure[];
}

export interface BuiltPack {
  readonly sections: readonly BuiltSection[];
  readonly changes: readonly string[];
  readonly quality: readonly string[];
  /** Figures that could not be worked out, or rest on no placement, by title. */
  readonly missing: readonly string[];
}

interface Wanted {
  /** As `packView` gives it. */
  readonly view: View;
  readonly pool: PoolFacts;
  readonly sections: readonly PackSectionId[];
}

interface Options extends Pick<RunOptions, 'mode' | 'settings' | 'signal'> {
  /** Figures worked out so far, of how many. */
  readonly progress?: (done: number, total: number) => void;
}

function distinct(measures: readonly Measure[]): readonly Measure[] {
  return [...new Map(measures.map((measure) => [measure.id, measure])).values()];
}

/** What is said where no change is: paper and slides alike have a place for it. */
function unchanged({ compare }: View): string {
  return compare.kind === 'none'
    ? 'Nothing is compared.'
    : 'Nothing that can be shown changed by more than chance would.';
}

/** Rejects with `DatabaseCancelled` once `signal` is aborted. A figure that fails is left out and named. */
export async function buildPack(database: Database, wanted: Wanted, options: Options): Promise<BuiltPack> {
  const { view, pool, sections } = wanted;
  const parts = chosenMeasures(view, sections);
  const all = distinct(parts.flatMap(({ measures }) => measures));
  const now = distinct([...all.filter(({ id }) => !isOverTime(id)), ...changeMeasures]);
  const trends = all.filter(({ id }) => isOverTime(id));
  let done = 0;
  const run = async (measures: readonly Measure[], of: View): Promise<Readonly<Record<string, FigureState>>> => {
    if (measures.length === 0) return {};
    const onFigure = () => options.progress?.(++done, now.length + trends.length);
    const shared = { ...options, protect: pageProtector(), onFigure };
    return (await runPage(database, measures, { view: of, pool }, shared)).figures;
  };
  const found = { ...(await run(now, view)), ...(await run(trends, trendView(view, pool))) };
  const quality = sections.includes('quality') ? await qualitySentences(database, view, pool, options) : [];
  if (options.signal?.aborted) throw new DatabaseCancelled();
  const ready = (id: string) => {
    const state = found[id];
    return state?.state === 'ready' ? [state.figure] : [];
  };
  const changed = whatChanged(found, contextFor(view, pool, 'referral').sides);
  return {
    sections: parts.map(({ id, title, introduction, measures }) => ({
      id,
      title,
      introduction,
      figures: measures.flatMap((measure) => ready(measure.id)),
    })),
    changes: changed.length > 0 ? changed.map(({ sentence }) => `${sentence}.`) : [unchanged(view)],
    quality,
    missing: all.filter(({ id }) => found[id]?.state !== 'ready').map(({ title }) => title),
  };
}
