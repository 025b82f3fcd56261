/** Opens whatever was dropped: a CSV, a workbook, placement records in JSON-LD, or an archive of these. */
import { matchHeading } from '@/lib/standard/heading';
import { rowRules } from '@/lib/standard/rule';
import { type DataSheet, findDataSheets } from '@/lib/workbook/data-sheet';
import { readJsonLd } from '@/lib/workbook/json-ld';
import { readOds } from '@/lib/workbook/ods';
import { recognise } from '@/lib/workbook/recognise';
import { fillMergedDown, type Workbook } from '@/lib/workbook/workbook';
import { readXlsx } from '@/lib/workbook/xlsx';
import { readZip } from '@/lib/workbook/zip';
import { type Part, refused } from './part';

/** An archive inside an archive inside an archive is somebody's mistake or somebody's trap. */
const deepest = 2;

/** The files that make an archive a pool saved here. */
const savedPool = ['pool.json', 'pool.csv', 'source.csv'];

function headingScore(cells: readonly string[]): number {
  return new Set(cells.flatMap((cell) => matchHeading(cell)?.field ?? [])).size;
}

/** A further sheet of placements, by its headings and its name. */
function isLike({ score, sheet }: DataSheet, best: number): boolean {
  return score >= best * 0.8 && !/valid|drop|list|look/i.test(sheet.name);
}

function holdsRows(found: DataSheet, best: number): boolean {
  const { sheet, header } = found;
  return (
    isLike(found, best) && sheet.rows.slice(header + 1).some(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  );
}

/** Hidden sheets are old copies as often as not: neither read nor passed over in silence. */
class HiddenSheet extends Error {
  readonly advice = 'If its rows belong to the return, show the sheet in the workbook and add the file again.';
  constructor() {
    super('This sheet has placements but is hidden in its workbook: it was not read.');
  }
}

function sheetParts(name: string, workbook: Workbook): readonly Part[] {
  const found = findDataSheets(workbook.sheets, headingScore);
  const best = found[0];
  if (!best) {
    return [refused(name, new Error('No sheet of this workbook has the headings of the Placements Data Standard.'))];
  }
  // Sheets of permitted values repeat the headings: a further sheet counts when it holds about as many headings and is on show.
  const taken = found.filter((one, place) => place === 0 || (!one.sheet.hidden && isLike(one, best.score)));
  const hidden = found.filter((one) => one.sheet.hidden && !taken.includes(one) && holdsRows(one, best.score));
  const tables = taken.map(({ sheet }): Part => {
    const { rows } = fillMergedDown(sheet);
    const partName = taken.length > 1 ? `${name} · ${sheet.name}` : name;
    return {
      kind: 'table',
      name: partName,
      rows: rows.map((row) => row.cells),
      numbers: rows.map((row) => row.number),
    };
  });
  return [...tables, ...hidden.map(({ sheet }) => refused(`${name} · ${sheet.name}`, new HiddenSheet()))];
}

/** A record is asked every question of the standard: a property it lacks is a blank, not a column nobody had. */
const demanded = rowRules.filter(({ rule }) => rule === 'missing').map(({ field }) => field);

function recordParts(name: string, bytes: Uint8Array): readonly Part[] {
  const { fields: given, records } = readJsonLd(new TextDecoder().decode(bytes));
  const known = new Set(given.map((name) => matchHeading(name)?.field));
  const fields = [...given, ...demanded.filter((name) => !known.has(name))];
  const rows = [[...fields], ...records.map((record) => fields.map((field) => record.values[field] ?? ''))];
  return [{ kind: 'table', name, rows, numbers: [0, ...records.map((record) => record.number)], records: true }];
}

function archiveParts(name: string, bytes: Uint8Array, depth: number): readonly Part[] {
  if (depth >= deepest) return [refused(name, new Error('This archive lies inside two others. Unpack it first.'))];
  const entries = readZip(bytes);
  if (depth === 0 && savedPool.every((file) => entries.some((entry) => entry.name === file)))
    return [{ kind: 'pool', name, bytes }];
  return entries.flatMap((entry) => {
    // The whole path: a folder may say whose the file is, and every authority may call its file the same.
    const inner = `${name} · ${entry.name}`;
    try {
      return openBytes(inner, entry.read(), depth + 1);
    } catch (error) {
      return [refused(inner, error)];
    }
  });
}

/** The parts of a file already in memory. Never throws: what cannot be read is a refused part. */
export function openBytes(name: string, bytes: Uint8Array, depth = 0): readonly Part[] {
  try {
    switch (recognise(bytes)) {
      case 'xlsx':
        return sheetParts(name, readXlsx(bytes));
      case 'ods':
        return sheetParts(name, readOds(bytes));
      case 'json':
        return recordParts(name, bytes);
      case 'zip':
        return archiveParts(name, bytes, depth);
      case 'text':
        return [{ kind: 'text', name, content: bytes }];
    }
  } catch (error) {
    return [refused(name, error)];
  }
}
