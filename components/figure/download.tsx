'use client';
import { type MouseEvent, memo, useState } from 'react';
import type { Figure } from '@/lib/figure/figure';
import type { Form } from '@/lib/pack/form';
import { useLatest } from '../page/use-latest';
import { chartsDrawn, drawnChart } from './drawn-chart';
import { MoreDownloads } from './more-downloads';
import { originNow } from './origin';

interface Props {
  readonly figure: Figure;
  /** The figure belongs to the view before: it may not leave under this view's words. */
  readonly stale?: boolean;
  /** In few words, where there is little room; said in full all the same. */
  readonly short?: boolean;
}

/** Made of the chart as drawn: it may be asked for before a chart out of sight has had its turn. */
const drawing: ReadonlySet<Form> = new Set(['png', 'svg', 'picture']);

/** Files are written by code that comes when the first one is asked for. */
const writers = () => import('@/lib/pack/take');

function failed(form: Form, error: unknown): string {
  const why = error instanceof Error ? ` (${error.message})` : '';
  if (form === 'table' || form === 'picture')
    return `The browser did not allow copying${why}. Download the file instead.`;
  return `This could not be written${why}. Nothing was saved; try again or choose another form.`;
}

/** Downloads of what is shown, and nothing else: the writers are given the protected figure. */
export const DownloadButtons = memo(function DownloadButtons({ figure, stale = false, short = false }: Props) {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const latest = useLatest(figure);

  async function get(form: Form, from: Element) {
    // Now: the list that was chosen from is gone when the writers have come.
    const whole = from.closest('[data-figure]');
    setBusy(true);
    setSaid('');
    try {
      const { take } = await writers();
      if (whole && drawing.has(form)) await chartsDrawn(whole);
      const shown = { figures: () => [latest.current], chart: () => (whole ? drawnChart(whole) : null) };
      setSaid(await take(form, shown, originNow));
    } catch (error) {
      setSaid(failed(form, error));
    } finally {
      setBusy(false);
    }
  }
  const csv = (event: MouseEvent<HTMLButtonElement>) => void get('csv', event.currentTarget);

  return (
    <>
      <button type="button" className="plain-button" disabled={stale} onClick={csv}>
        {short ? <span className="visually-hidden">Download </span> : 'Download '}CSV
        <span className="visually-hidden"> of {figure.title}</span>
      </button>
      <MoreDownloads title={figure.title} short={short} disabled={stale || busy} onChoose={get} />
      <span role="status" className="download-status">
        {said}
      </span>
    </>
  );
});
