import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { RecordsDisclosure } from '@/components/table/records';
import { setMode } from '@/lib/session/mode';

afterEach(() => setMode('sharing'));

const markup = () =>
  renderToStaticMarkup(
    <NuqsTestingAdapter>
      <RecordsDisclosure />
    </NuqsTestingAdapter>,
  );

describe('the rows behind the figures', () => {
  test('are not offered in the sharing view, which says why and what to do', () => {
    const found = markup();
    expect(found).toContain('aria-disabled="true"');
    expect(found).toContain('aria-describedby="records-why"');
    expect(found).toContain('rows are not part of the sharing view. Switch on the working view');
    expect(found).not.toContain('<table');
  });

  test('are closed until they are asked for', () => {
    const found = markup();
    expect(found).toContain('aria-expanded="false"');
    expect(found).not.toContain('records-tools');
  });
});
