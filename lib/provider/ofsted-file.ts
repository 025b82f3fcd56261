/** Promises an Ofsted list from a CSV, XLSX or ODS file read in the browser, or why it is not one and what to do. */
import { guessEncoding, headText, refuseKnownBinary } from '@/lib/ingest/file/encoding';
import { RecordReader } from '@/lib/ingest/file/record';
import { readOds } from '@/lib/workbook/ods';
import { recognise } from '@/lib/workbook/recognise';
import { readXlsx } from '@/lib/workbook/xlsx';
import { type OfstedList, type OfstedSheet, readOfsted } from './ofsted';

export type OfstedReading =
  | { readonly kind: 'list'; readonly name: string; readonly list: OfstedList }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string; readonly advice: string };

const largest = 100 * 1024 * 1024;

/** The delimiter that splits the lines naming a URN into most cells. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 65_536).split(/\r\n|\n|\r/);
  const header = lines.find((line) => /\burn\b/i.test(line)) ?? '';
  const [best] = [',', ';', '\t', '|'].sort((a, b) => header.split(b).length - header.split(a).length);
  return best ?? ',';
}

function textSheet(name: string, bytes: Uint8Array): OfstedSheet {
  refuseKnownBinary(bytes);
  const text = headText(bytes, guessEncoding(bytes));
  const records = [...new RecordReader(delimiterOf(text)).push(text, true)];
  return { name, rows: records.map(({ cells }, index) => ({ number: index + 1, cells })) };
}

function sheetsOf(name: string, bytes: Uint8Array): readonly OfstedSheet[] {
  switch (recognise(bytes)) {
    case 'xlsx':
      return readXlsx(bytes).sheets;
    case 'ods':
      return readOds(bytes).sheets;
    case 'text':
      return [textSheet(name, bytes)];
    default:
      return [];
  }
}

function refused(name: string, error: unknown): OfstedReading {
  const message = error instanceof Error ? error.message : String(error);
  const advice = error instanceof Error && 'advice' in error && typeof error.advice === 'string' ? error.advice : '';
  return { kind: 'refused', name, message, advice: advice || 'Check the file, or download it again from Ofsted.' };
}

const notAList =
  'No sheet of this file has a column URN beside a name or a provision type, so it is not one of Ofsted’s lists of providers.';

/** Reads bytes already in memory. Never throws. */
export function readOfstedFile(name: string, bytes: Uint8Array): OfstedReading {
  if (bytes.byteLength > largest) return refused(name, new Error('This file is larger than 100 MB.'));
  try {
    const list = readOfsted(sheetsOf(name, bytes));
    if (list === null) {
      const advice =
        'Choose “Children’s social care in England” underlying data, or the list Ofsted sends to authorities.';
      return { kind: 'refused', name, message: notAList, advice };
    }
    if (list.entries.size === 0) {
      return refused(name, new Error('The list has headings, but no row with a URN below them.'));
    }
    return { kind: 'list', name, list };
  } catch (error) {
    return refused(name, error);
  }
}
