import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FigureFrame } from '@/components/figure/frame';
import { figure } from '../../export/sample';

const definition = { words: 'w', formula: 'f', denominator: 'd', source: 's' };
const measure = { id: figure.id, title: figure.title, definition };

const markupOf = (folded: boolean) =>
  renderToStaticMarkup(
    <NuqsTestingAdapter>
      <FigureFrame measure={measure} state={{ status: 'ready', figure }} folded={folded} />
    </NuqsTestingAdapter>,
  );

describe('a folded figure', () => {
  const markup = markupOf(true);

  test('is a figure as any other to whoever looks for its state and its download', () => {
    expect(markup).toContain(`data-figure="${figure.id}" data-state="ready"`);
    expect(markup).toMatch(/<button type="button" class="plain-button">Download CSV/);
    expect(markup).not.toContain('hidden=""><button type="button" class="plain-button">Download CSV');
  });

  test('says its sentence, and keeps its table behind a button that says so', () => {
    expect(markup).toContain(figure.headline);
    expect(markup).toContain(`aria-expanded="false" aria-controls="figure-${figure.id}-body"`);
    expect(markup).not.toContain('<table');
  });

  test('is not folded elsewhere', () => {
    expect(markupOf(false)).toContain('<table');
    expect(markupOf(false)).not.toContain('figure-unfold');
  });
});

test('a figure with a sentence for each row offers them beside chart and table', () => {
  const said = { ...figure, sentences: ['Devon paid 11% (6–17%) more than the region paid'] };
  const markup = renderToStaticMarkup(
    <NuqsTestingAdapter>
      <FigureFrame measure={measure} state={{ status: 'ready', figure: said }} firstFace={1} />
    </NuqsTestingAdapter>,
  );
  expect(markup).toContain('aria-pressed="true">In words</button>');
  expect(markup).toContain('<li>Devon paid 11% (6–17%) more than the region paid.</li>');
  expect(markup).not.toContain('<table');
});
