import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deckFile } from '@/lib/export/deck';
import type { ExportFile } from '@/lib/export/export';
import { feedbackFile } from '@/lib/export/feedback';
import { odsFile } from '@/lib/export/ods';
import { packDocument } from '@/lib/export/pack';
import { xlsxFile } from '@/lib/export/xlsx';
import { openArchive } from '@/lib/workbook/archive';
import { readOds } from '@/lib/workbook/ods';
import type { Workbook } from '@/lib/workbook/workbook';
import { readXlsx } from '@/lib/workbook/xlsx';
import { context, figure } from './sample';

const present = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!present)('opened in LibreOffice and saved again', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'office-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function saveAs(file: ExportFile, ending: string): Uint8Array {
    const [, from = ''] = /\.(\w+)$/.exec(file.name) ?? [];
    writeFileSync(join(folder, `${ending}.${from}`), file.content);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', ending, '--outdir', folder, join(folder, `${ending}.${from}`)],
      {
        stdio: 'ignore',
      },
    );
    return new Uint8Array(readFileSync(join(folder, `${ending}.${ending}`)));
  }
  const cellsOf = ({ sheets }: Workbook) =>
    sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ number, cells }) => [number, ...cells]) }));

  it('an XLSX keeps every cell', async () => {
    const file = await xlsxFile([figure], context, 'page');
    expect(cellsOf(readOds(saveAs(file, 'ods')))).toEqual(cellsOf(readXlsx(file.content)));
  });

  it('an ODS keeps every cell', () => {
    const file = odsFile([figure], context, 'page');
    expect(cellsOf(readXlsx(saveAs(file, 'xlsx')))).toEqual(cellsOf(readOds(file.content)));
  });

  it('a feedback workbook keeps every cell', async () => {
    const file = await feedbackFile({
      authority: { code: 'E06000066', name: 'Somerset' },
      period: 'January to March 2026',
      written: '2026-11-21',
      rows: 12,
      problems: [
        {
          authority: 'E06000066',
          file: 'Q1.csv',
          row: 4,
          child: 'C1',
          column: 'dol',
          value: 'Perhaps',
          expected: 'Yes or No.',
          severity: 'violation',
        },
      ],
    });
    expect(cellsOf(readOds(saveAs(file, 'ods')))).toEqual(cellsOf(readXlsx(file.content)));
  });

  it('a deck keeps its titles, tables and notes', async () => {
    const sections = [{ id: 'needs', title: 'Needs', figures: [figure] }];
    const pack = packDocument({ title: 'Monthly review', context, changes: [], quality: [], sections });
    const saved = openArchive(saveAs(await deckFile(pack, new Map()), 'odp'));
    const content = strFromU8(saved.read('content.xml'));
    expect(content).toMatch(/<table:table[ >]/);
    for (const part of ['Monthly review', figure.headline, '1,204', 'Left out: no preference recorded (812).']) {
      expect(content).toContain(part);
    }
  });
});
