import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PackDocumentView } from '@/components/pack/pack-document';
import { packDocument } from '@/lib/export/pack';
import { context, figure, working } from '../export/sample';

const request = {
  title: 'Quarterly review: Somerset, January 2026 – March 2026',
  context,
  changes: ['Matched placements fell by 3 points.'],
  quality: ['One authority recorded no notice.'],
  sections: [
    { id: 'needs', title: 'Needs', introduction: 'What was asked for.', figures: [figure] },
    { id: 'cost', title: 'Cost', figures: [{ ...figure, id: 'cost-by-type', title: 'Cost by type' }] },
  ],
};

function shown(pack: Parameters<typeof packDocument>[0]) {
  const markup = renderToStaticMarkup(<PackDocumentView pack={packDocument(pack)} tablesOnly={new Set()} />);
  return { markup, levels: [...markup.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level)) };
}

describe('the printed pack', () => {
  test('has one title and no level left out between headings', () => {
    const { levels } = shown(request);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    const steps = levels.map((level, at) => level - (levels[at - 1] ?? 1));
    expect(Math.max(...steps)).toBeLessThanOrEqual(1);
  });

  test('leads from its contents to every section and figure', () => {
    const { markup } = shown(request);
    const targets = [...markup.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    const sections = targets.filter((id) => !id?.startsWith('figure-'));
    expect(sections).toEqual(['pack-summary', 'pack-section-needs', 'pack-section-cost', 'pack-notes']);
    expect(targets.length).toBeGreaterThan(sections.length);
    for (const id of targets) expect(markup).toContain(` id="${id}"`);
  });

  test('numbers its figures through, says what each sentence is about, what changed and how good the data are', () => {
    const { markup } = shown(request);
    expect(markup).toContain('Figure 1. ');
    expect(markup).toContain('Figure 2. ');
    expect(markup).toContain('<strong>Cost by type:</strong>');
    expect(markup).toContain('Matched placements fell by 3 points.');
    expect(markup).toContain('One authority recorded no notice.');
  });

  test('says on its cover and at every exact figure that it is internal', () => {
    const { markup } = shown({ ...request, sections: [{ id: 'needs', title: 'Needs', figures: [working, working] }] });
    expect(markup).toContain('data-internal="true"');
    expect(markup.match(/INTERNAL: contains small numbers/g)).toHaveLength(3);
    expect(shown(request).markup).not.toContain('INTERNAL');
  });

  test('carries no inline style, which the site’s policy would drop', () => {
    expect(shown(request).markup).not.toMatch(/ style="/);
  });
});
