'use client';
import { csvFile } from '@/lib/export/csv';
import { saveFile } from '@/lib/export/save';
import type { Figure } from '@/lib/figure/figure';

/** Downloads of what is shown, and nothing else: the writers are given the protected figure. */
export function DownloadButtons({ figure }: { readonly figure: Figure }) {
  return (
    <button type="button" className="plain-button" onClick={() => saveFile(csvFile(figure))}>
      Download CSV<span className="visually-hidden"> of {figure.title}</span>
    </button>
  );
}
