import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DownloadButtons } from '@/components/figure/download';
import { PageWorkbook, readyFigures } from '@/components/page/page-workbook';
import { figure } from '../../export/sample';

const markupOf = (element: React.ReactNode) => renderToStaticMarkup(<NuqsTestingAdapter>{element}</NuqsTestingAdapter>);

describe('the downloads of a figure', () => {
  const markup = markupOf(<DownloadButtons figure={figure} />);

  test('begin with a plain button for CSV that says whose', () => {
    expect(markup).toContain(`Download CSV<span class="visually-hidden"> of ${figure.title}</span></button>`);
  });

  test('keep the others behind a button that says whether they are open', () => {
    const [, controls] = /aria-expanded="false" aria-controls="([^"]+)"/.exec(markup) ?? [];
    expect(markup).toContain(`<ul id="${controls}" class="more-downloads-list" hidden=""></ul>`);
  });

  test('announce what became of them', () => {
    expect(markup).toMatch(/<span role="status"[^>]*><\/span>/);
  });

  test('wait while the figure belongs to another view', () => {
    const stale = markupOf(<DownloadButtons figure={figure} stale />);
    expect(stale.match(/<button[^>]*disabled=""/g)?.length).toBe(1);
  });
});

describe('the workbook of a page', () => {
  test('holds the figures that are ready, in the order of the page', () => {
    const other = { ...figure, id: 'other' };
    const figures = readyFigures([{ id: 'other' }, { id: 'failed' }, { id: figure.id }, { id: 'waiting' }], {
      [figure.id]: { state: 'ready', figure },
      other: { state: 'ready', figure: other },
      failed: { state: 'error', id: 'failed', title: 'Failed', error: new Error('no') },
    });
    expect(figures.map(({ id }) => id)).toEqual(['other', figure.id]);
    const markup = markupOf(<PageWorkbook title="Needs" figures={figures} />);
    expect(markup).toContain('Download this page’s 2 figures');
    expect(markup).toMatch(/XLSX<span[^>]*> workbook of this page<\/span><\/button>/);
    expect(markup).toMatch(/ODS<span[^>]*> workbook of this page<\/span><\/button>/);
  });

  test('is not offered where there is nothing to put in it', () => {
    expect(markupOf(<PageWorkbook title="Needs" figures={[]} />)).toBe('');
  });
});
