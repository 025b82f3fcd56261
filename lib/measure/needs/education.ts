/** Whether education was disrupted: never one number without what a Yes means in its source. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import type { Column, TableRow } from '@/lib/figure/figure';
import { checked, count, slice } from '@/lib/measure/check';
import type { Context, SourceFacts } from '@/lib/measure/context';
import type { Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { added, type Counts, sideCounts } from '@/lib/measure/needs/level';
import { rateCells, rateColumns, sideCells } from '@/lib/measure/needs/rate';
import { intervalChart } from '@/lib/measure/needs/rate-measure';
import { educationWarnings } from '@/lib/measure/needs/source-signs';
import { listed, percent, sayable, text, tooFew } from '@/lib/measure/words';

const query: Query = {
  sql: `SELECT slice, sourceId, educationCode, count(*)::DOUBLE AS n FROM kept GROUP BY ALL`,
  parameters: [],
};

type Polarity = SourceFacts['educationPolarity'];
const polarities: readonly Polarity[] = ['disrupted', 'continued'];

const rate = {
  kLabel: 'Education disrupted',
  nLabel: 'Placements with an answer',
  k: (counts: Counts) => counts.disrupted ?? 0,
  n: (counts: Counts) => counts.answered ?? 0,
};

interface Answers {
  readonly slice: number;
  readonly source: SourceFacts | undefined;
  readonly counts: Counts;
}

/** Yes counts as disrupted, or as continued, as its own source says. */
function answers(rows: RowsByQuery, { pool }: Context): readonly Answers[] {
  const entries = { slice, sourceId: v.nullable(v.number()), educationCode: v.nullable(v.number()), n: count };
  const sources = new Map(pool.sources.map((source) => [source.sourceId, source]));
  return checked(rows, 'education', entries).map(({ slice, sourceId, educationCode, n }) => {
    const source = sources.get(sourceId ?? -1);
    const yes = (source?.educationPolarity ?? 'disrupted') === 'disrupted' ? 1 : 0;
    const answered = educationCode === null ? 0 : n;
    return { slice, source, counts: { answered, disrupted: educationCode === yes ? n : 0, blank: n - answered } };
  });
}

const meanings: Readonly<Record<Polarity, string>> = {
  disrupted: 'Yes = disrupted',
  continued: 'Yes = continued',
};

const meaning: Column = { name: 'polarity', label: 'What Yes means', kind: 'dimension' };

function bySource(found: readonly Answers[], { pool }: Context): readonly TableRow[] {
  return pool.sources.flatMap((source) => {
    const own = found.filter((row) => row.source === source && row.slice <= 2);
    if (own.length === 0) return [];
    const counts = added(own);
    return [
      {
        source: source.name,
        polarity: meanings[source.educationPolarity],
        ...rateCells(rate.k(counts), rate.n(counts)),
      },
    ];
  });
}

/** In a sentence: what returns ask, not how they answer. */
const askedWords: Readonly<Record<string, string>> = {
  [meanings.disrupted]: 'in returns that ask whether it was disrupted',
  [meanings.continued]: 'in returns that ask whether it went on',
};

function headline({ table }: Tables): string {
  const said = table.rows.flatMap((row) => {
    const share = sayable(row);
    return share === null ? [] : [`${percent(share)} ${askedWords[text(row.polarity)] ?? ''}`.trim()];
  });
  if (said.length === 0) return tooFew(table.rows[0]?.n ?? 0);
  return `Education was disrupted for ${listed(said)}`;
}

export const education: Measure = {
  id: 'education',
  title: 'Education disrupted by the placement',
  pages: ['needs'],
  basis: 'referral',
  columns: ['sourceId', 'educationCode'],
  definition: {
    words:
      'The field is named "continuity" but the template asks whether education was disrupted, so a Yes means one thing in some sources and the opposite in others. Each source says which; the share disrupted is shown apart for each meaning, and never as one number.',
    formula: 'answers meaning disrupted ÷ answers, by what Yes means in the source',
    denominator: 'Rows with the question answered. Left out: not answered.',
    source: 'Placements Data Standard (2025 v2, 2026): education continuity. Interval: Wilson (1927), 95%.',
  },
  subject: 'Placements with the education question answered',
  by: 'by what a Yes means in the source',
  queries: () => ({ education: query }),
  draft: (rows, context) => {
    const found = answers(rows, context);
    const total = sideCounts(found, context).view;
    const shown = polarities.filter((polarity) =>
      context.pool.sources.some((source) => source.educationPolarity === polarity),
    );
    const columns = rateColumns(rate, context);
    const own = rateColumns(rate, { ...context, sides: { ...context.sides, kind: 'none' } });
    return {
      table: {
        columns: [meaning, ...columns],
        rows: shown.map((polarity) => ({
          polarity: meanings[polarity],
          ...sideCells(
            rate,
            sideCounts(
              found.filter(({ source }) => (source?.educationPolarity ?? 'disrupted') === polarity),
              context,
            ),
            context,
          ),
        })),
      },
      extra: {
        source: {
          table: {
            columns: [{ name: 'source', label: 'File', kind: 'dimension' }, meaning, ...own],
            rows: bySource(found, context),
          },
          disclosure: { kind: 'rates' },
        },
      },
      disclosure: { kind: 'rates' },
      charts: [intervalChart('polarity', context)],
      n: rate.n(total),
      exclusions: [{ label: 'education question not answered', n: total.blank ?? 0 }].filter(({ n }) => n > 0),
      caveats: ['What a Yes means is a setting of each file: see the data page.'],
      warnings: educationWarnings(context.pool.sources),
    };
  },
  headline,
};
