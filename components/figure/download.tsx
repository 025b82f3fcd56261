'use client';
import type { Figure } from '@/lib/figure/figure';
import { figureCsv } from '@/lib/export/csv';
import { saveFile } from './save';

/** Downloads of what is shown, and nothing else: the writers are given the protected figure. */
export function DownloadButtons({ figure }: { readonly figure: Figure }) {
  return (
    <button type="button" className="plain-button" onClick={() => saveFile(`${figure.id}.csv`, figureCsv(figure), 'text/csv;charset=utf-8')}>
      Download CSV<span className="visually-hidden"> of {figure.title}</span>
    </button>
  );
}
