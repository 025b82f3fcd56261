import { describe, expect, it } from 'vitest';
import { framePicture } from '@/lib/export/picture-frame';
import { wrap } from '@/lib/export/picture-text';
import { tableDrawing } from '@/lib/export/table-drawing';
import { context, figure, working } from './sample';
import { textsOf } from './svg-text';

describe('framePicture', () => {
  it('keeps headline, subtitle, filter, source and dates inside the image, and a text alternative', () => {
    const picture = framePicture({ markup: '<rect width="9" height="9"/>', width: 800, height: 300 }, figure, context);
    const said = textsOf(picture.svg).join(' ');
    for (const part of [
      figure.headline,
      figure.subtitle,
      context.filter,
      figure.source,
      'Pool to 31 March 2026',
      '21 November 2026',
    ]) {
      expect(said).toContain(part);
    }
    expect(picture.svg).toContain(`<title id="picture-title">${figure.headline}</title>`);
    expect(picture.alternative).toMatch(/^78% got .* before\. Placements of a type/);
    expect(picture.svg).not.toMatch(/style=|<style|<script/);
  });

  it('says INTERNAL on a working figure’s picture', () => {
    expect(textsOf(framePicture(tableDrawing(working), working, context).svg)[0]).toMatch(/^INTERNAL/);
  });
});

describe('tableDrawing', () => {
  it('draws the shown columns as they read on screen, and says what it left out', () => {
    const texts = textsOf(`<svg>${tableDrawing(figure, 2).markup}</svg>`);
    expect(texts).toEqual(expect.arrayContaining(['Type sought', 'Foster', '1,204', '78%', '[c]']));
    expect(texts).not.toContain('E06000066');
    expect(texts.at(-1)).toBe('Rows not drawn: 1. The download has them all.');
  });
});

describe('wrap', () => {
  it('loses no word and breaks what has no space', () => {
    expect(wrap('one two three', 60, 10)).toEqual(['one two', 'three']);
    expect(wrap('x'.repeat(25), 60, 10).join('')).toBe('x'.repeat(25));
  });
});
