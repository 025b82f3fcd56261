'use client';
import { useState } from 'react';
import type { Figure } from '@/lib/figure/figure';
import type { FigureState } from '@/lib/measure/run';
import { originNow } from '../figure/origin';
import { useLatest } from './use-latest';
import { usePrintLedger } from './use-print-ledger';

/** The figures of a page that can be taken away, in the page's order. */
export function readyFigures(
  measures: readonly { readonly id: string }[],
  figures: Readonly<Record<string, FigureState>>,
): readonly Figure[] {
  return measures.flatMap(({ id }) => {
    const worked = figures[id];
    return worked?.state === 'ready' ? [worked.figure] : [];
  });
}

interface Props {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** The figures belong to the view before. */
  readonly stale?: boolean;
}

/** Everything on the page as one workbook: a cover with the filter and its link, then a sheet a figure. */
export function PageWorkbook({ title, figures, stale = false }: Props) {
  usePrintLedger(figures, originNow);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const latest = useLatest(figures);

  async function get(form: 'xlsx' | 'ods') {
    setBusy(true);
    setSaid('');
    try {
      const { takeWorkbook } = await import('@/lib/pack/take');
      setSaid(await takeWorkbook(form, title, () => latest.current, originNow));
    } catch (error) {
      const why = error instanceof Error ? ` (${error.message})` : '';
      setSaid(`The workbook could not be written${why}. Nothing was saved; try again.`);
    } finally {
      setBusy(false);
    }
  }

  if (figures.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons is not a set of fields
    <div className="page-workbook" role="group" aria-label="Download this page">
      <span>Download this page’s {figures.length} figures as one workbook:</span>
      <button type="button" className="plain-button" disabled={stale || busy} onClick={() => void get('xlsx')}>
        XLSX<span className="visually-hidden"> workbook of this page</span>
      </button>
      <button type="button" className="plain-button" disabled={stale || busy} onClick={() => void get('ods')}>
        ODS<span className="visually-hidden"> workbook of this page</span>
      </button>
      <span role="status" className="download-status">
        {said}
      </span>
    </div>
  );
}
