import type { PlaceList } from '@/lib/place/place-list';
import type { ExportFile } from './export';
import { neutralise } from './neutral';

const names = ['file', 'row', 'field', 'value', 'reason', 'advice'] as const;

function field(value: string | number): string {
  return `"${neutralise(String(value)).replaceAll('"', '""')}"`;
}

/** Cells of a file, one a line: for whoever mends them, and nobody else, as its name says. */
export function placeListFile({ rows }: PlaceList): ExportFile {
  const lines = rows.map((row) => names.map((name) => field(row[name])).join(','));
  return {
    name: 'INTERNAL-places-to-check.csv',
    type: 'text/csv;charset=utf-8',
    content: new TextEncoder().encode([names.join(','), ...lines].map((line) => `${line}\r\n`).join('')),
  };
}
