import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { deckFile } from '@/lib/export/deck';
import { packDocument } from '@/lib/export/pack';
import type { Figure } from '@/lib/figure/figure';
import { context, figure, working } from './sample';

const long: Figure = {
  ...figure,
  id: 'unmet-by-need',
  title: 'Needs & “unmet” <types>',
  headline: 'Children with "solo" needs & others were matched least',
  table: {
    columns: figure.table.columns,
    rows: Array.from({ length: 50 }, (_, at) => ({ sought: `Row ${at}`, month: '2026-01', n: at, rate: 0.5 })),
  },
};
const request = {
  title: 'Monthly review: Somerset, March 2026',
  context,
  changes: ['Matched placements fell by 3 points.'],
  quality: ['One authority recorded no notice.'],
  sections: [
    { id: 'needs', title: 'Needs', introduction: 'What was asked for.', figures: [figure, long] },
    { id: 'empty', title: 'Nothing here', figures: [] },
  ],
};

function readDeck(content: Uint8Array) {
  const parts = unzipSync(content);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser({ fileName: name });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(strFromU8(bytes)).close();
  }
  const numberOf = (name: string) => Number(/\d+/.exec(name)?.[0]);
  return Object.keys(parts)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((one, other) => numberOf(one) - numberOf(other))
    .map((name) => {
      const xml = strFromU8(parts[name] ?? new Uint8Array());
      const title = /<p:ph\s[^>]*type="title"[^>]*>.*?<\/p:sp>/s.exec(xml)?.[0] ?? '';
      const texts = (part: string) => [...part.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => match[1] ?? '');
      return { xml, title: texts(title).join(''), texts: texts(xml) };
    });
}

describe('packDocument', () => {
  it('numbers figures through the pack, leaves empty sections out and says caveats once', () => {
    const pack = packDocument(request);
    expect(pack.blocks.map((block) => block.kind)).toEqual([
      'cover',
      'contents',
      'summary',
      'section',
      'figure',
      'figure',
      'notes',
    ]);
    expect(pack.blocks[1]).toMatchObject({
      entries: [{ id: 'needs', figures: [{ number: 1 }, { number: 2, title: 'Needs & “unmet” <types>' }] }],
    });
    expect(pack.blocks.at(-1)).toMatchObject({
      caveats: [figure.warnings[0], figure.caveats[0]],
      sources: [figure.source],
    });
  });

  it('says in its summary what is asked to be said, and no title twice', () => {
    const harder = { ...long, title: 'Harder to place', headline: 'Harder to place: solo placements' };
    const pack = packDocument({
      ...request,
      sections: [{ id: 'needs', title: 'Needs', figures: [figure, harder] }],
      said: (id) => id === harder.id,
    });
    expect(pack.blocks[2]).toMatchObject({
      headlines: [{ number: 2, title: 'Harder to place', sentence: 'Solo placements' }],
    });
  });

  it('is internal when one of its figures is', () => {
    expect(packDocument(request).internal).toBe(false);
    expect(packDocument({ ...request, sections: [{ id: 'a', title: 'A', figures: [working] }] }).internal).toBe(true);
  });
});

describe('deckFile', () => {
  it('has a titled slide for the cover, the sentences, each figure and the notes', async () => {
    const file = await deckFile(packDocument(request), new Map());
    expect(file.name).toBe('Monthly review Somerset, March 2026.pptx');
    expect(readDeck(file.content).map(({ title }) => title)).toEqual([
      'Monthly review: Somerset, March 2026',
      'What these figures say',
      'What changed',
      figure.headline,
      'Children with &quot;solo&quot; needs &amp; others were matched least',
      'Needs &amp; “unmet” &lt;types&gt;, continued',
      'Needs &amp; “unmet” &lt;types&gt;, continued',
      'Before you use these figures',
      'Quality of the data',
      'How small numbers are protected',
      'Definitions and sources',
    ]);
  });

  it('writes tables as tables, with a heading row, as they read on screen', async () => {
    const slide = readDeck((await deckFile(packDocument(request), new Map())).content)[3];
    expect(slide?.xml).toMatch(/<a:tbl><a:tblPr firstRow="1"\/>/);
    expect(slide?.texts).toEqual(
      expect.arrayContaining(['Type sought', 'Jan 2026', '1,204', '78%', '[c]', '−3 points']),
    );
    expect(slide?.texts).not.toContain('E06000066');
    expect(slide?.xml).not.toContain('en-US');
  });

  it('says how many rows a slide leaves out', async () => {
    const slides = readDeck((await deckFile(packDocument(request), new Map())).content);
    expect(slides[6]?.texts).toContain('14 further rows are in the workbook of this pack.');
  });

  it('shows the latest rows of what runs on in time, and says how many came before', async () => {
    const months = Array.from(
      { length: 24 },
      (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    );
    const trend: Figure = {
      ...figure,
      id: 'match-rate-trend',
      table: {
        columns: [
          { name: 'month', label: 'Month', kind: 'dimension' },
          { name: 'n', label: 'Placements', kind: 'count' },
        ],
        rows: months.map((month, at) => ({ month, n: 100 + 5 * at })),
      },
    };
    const sections = [{ id: 'a', title: 'A', figures: [trend] }];
    const png = Uint8Array.of(1);
    const pictures = new Map([[trend.id, { png, width: 800, height: 400 }]]);
    const slide = readDeck((await deckFile(packDocument({ ...request, sections }), pictures)).content)[4];
    expect(slide?.texts).toContain('Dec 2025');
    expect(slide?.texts).not.toContain('Dec 2024');
    expect(slide?.texts).toContain('12 earlier rows are in the workbook of this pack.');
  });

  it('shows measures of one number each together on one slide, and says their sentences there', async () => {
    const numbers = ['Matched', 'Placed near', 'Cost'].map(
      (title): Figure => ({
        ...figure,
        id: title,
        title,
        headline: `${title} rose`,
        charts: [],
        extra: { sparkline: figure.table },
      }),
    );
    const sections = [{ id: 'headline', title: 'Headline measures', figures: [...numbers, figure] }];
    const slides = readDeck((await deckFile(packDocument({ ...request, sections }), new Map())).content);
    expect(slides.map(({ title }) => title).slice(0, 5)).toEqual([
      'Monthly review: Somerset, March 2026',
      'What these figures say',
      'What changed',
      'Headline measures',
      figure.headline,
    ]);
    expect(slides[3]?.texts).toEqual(
      expect.arrayContaining(['Matched', 'Matched rose', 'Placed near rose', 'Cost rose']),
    );
    expect(slides[1]?.texts.join(' ')).not.toContain('Matched rose');
  });

  it('places a picture with its text alternative before the table', async () => {
    const png = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
      (letter) => letter.charCodeAt(0),
    );
    const pictures = new Map([[figure.id, { png, width: 800, height: 400 }]]);
    const slides = readDeck((await deckFile(packDocument(request), pictures)).content);
    expect(slides[3]?.xml).toMatch(/<p:pic>.*descr="78% got the type of home/s);
    expect(slides[4]?.title).toBe(figure.title);
  });

  it('shows a matrix as one, with its totals, beside no column of labels', async () => {
    const counts = { row: 'sought', column: 'secured', value: 'n', share: 'rate' };
    const matrix: Figure = {
      ...figure,
      charts: [{ kind: 'matrix', ...counts }],
      table: {
        columns: [
          { name: 'sought', label: 'Type sought', kind: 'dimension' },
          { name: 'secured', label: 'Type secured', kind: 'dimension' },
          { name: 'n', label: 'Placements', kind: 'count' },
          { name: 'rate', label: 'Share', kind: 'rate' },
        ],
        rows: [
          { sought: 'Foster', secured: 'Foster', n: 90, rate: 0.9 },
          { sought: 'Foster', secured: 'Residential', n: { symbol: 'c', reason: 'few' }, rate: 0.1 },
        ],
      },
      extra: {
        margins: {
          columns: figure.table.columns,
          rows: [{ sought: 'Foster', secured: 'All', n: 100 }],
        },
      },
    };
    const sections = [{ id: 'a', title: 'A', figures: [matrix] }];
    const slide = readDeck((await deckFile(packDocument({ ...request, sections }), new Map())).content)[3];
    expect(slide?.texts).toEqual(expect.arrayContaining(['90 (90%)', '[c]', '100']));
  });

  it('writes a long headline smaller, so that it does not run into what is under it', async () => {
    const wordy = { ...figure, headline: 'A sentence of many words that goes on '.repeat(4).trim() };
    const sections = [{ id: 'a', title: 'A', figures: [wordy] }];
    const slide = readDeck((await deckFile(packDocument({ ...request, sections }), new Map())).content)[3];
    expect(/<p:ph\s[^>]*type="title".*?<\/p:sp>/s.exec(slide?.xml ?? '')?.[0]).toContain('sz="1800"');
  });

  it('is named INTERNAL and says so on every slide when a figure is exact', async () => {
    const sections = [{ id: 'a', title: 'A', figures: [working] }];
    const file = await deckFile(packDocument({ ...request, sections }), new Map());
    expect(file.name).toMatch(/^INTERNAL Monthly review/);
    const layouts = Object.entries(unzipSync(file.content)).filter(([name]) =>
      /slideLayouts\/slideLayout[23]\.xml$/.test(name),
    );
    expect(layouts).toHaveLength(2);
    for (const [, xml] of layouts) expect(strFromU8(xml)).toContain('INTERNAL: contains small numbers');
  });
});
