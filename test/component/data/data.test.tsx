import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AddFiles } from '@/components/data/add-files';
import { HeadingQuestion } from '@/components/data/heading-question';
import { KeepPool } from '@/components/data/keep-pool';
import { LoadProgress } from '@/components/data/load-progress';
import { LoadedResult } from '@/components/data/loaded-result';
import { NeedsAuthorityResult } from '@/components/data/needs-authority-result';
import { PoolActions } from '@/components/data/pool-actions';
import { ProblemTable } from '@/components/data/problem-table';
import { ProtectionForm } from '@/components/data/protection-form';
import { RefusedResult } from '@/components/data/refused-result';
import { shower } from '@/components/data/shown';
import { isWithheld } from '@/lib/figure/figure';

const limits = { threshold: 5, base: 5 };
const file = { name: 'somerset.csv', content: new Blob([]) };
const textOf = (markup: string) =>
  markup
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('adding files', () => {
  test('is a labelled file input for several files, with the section saying that files may be dropped', () => {
    const markup = renderToStaticMarkup(<AddFiles />);
    const id = /<label[^>]*for="([^"]+)"[^>]*>Add files<\/label>/.exec(markup)?.[1];
    const input = new RegExp(`<input[^>]*id="${id}"[^>]*>`).exec(markup)?.[0] ?? '';
    expect(input).toContain('type="file"');
    expect(input).toContain('multiple=""');
    for (const ending of ['.csv', '.txt', '.tsv', '.xlsx', '.xlsm', '.ods', '.zip', '.json', '.jsonld'])
      expect(input).toContain(ending);
    expect(textOf(markup)).toContain('drop them anywhere in this box');
    expect(markup).not.toContain('style=');
  });

  test('shows each file with its progress, and a way to stop', () => {
    const files = [
      { name: 'a.csv', done: 1, phase: 'checking' as const },
      { name: 'b.csv', done: 0.4, phase: 'loading' as const },
      { name: 'c.csv', done: 0.2, phase: 'reading' as const },
      { name: 'd.csv', done: 0, phase: 'reading' as const },
    ];
    const text = textOf(
      renderToStaticMarkup(
        <LoadProgress
          task={{ label: 'Reading 3 files', done: 0.5, startedAt: Date.now(), files, cancel: () => undefined }}
        />,
      ),
    );
    expect(text).toMatch(/a\.csv read b\.csv 40%, taking in rows c\.csv 20% d\.csv waiting Cancel/);
  });
});

describe('the pool’s buttons', () => {
  test('have the names people were told, and downloading waits for a pool', () => {
    const markup = renderToStaticMarkup(<PoolActions />);
    const buttons = [...markup.matchAll(/<button([^>]*)>([^<]+)<\/button>/g)];
    const names = buttons.map(([, , name]) => name);
    expect(names.slice(0, 3)).toEqual(['Start an empty pool', 'Return to the sample', 'Download pool']);
    expect(buttons[2]?.[1]).toContain('disabled');
  });

  test('keep nothing by default and say what keeping means on a shared computer', () => {
    const markup = renderToStaticMarkup(<KeepPool />);
    expect(markup).toMatch(/<input[^>]*id="keep-pool"[^>]*>/);
    expect(/<input[^>]*id="keep-pool"[^>]*>/.exec(markup)?.[0]).not.toContain('checked');
    expect(textOf(markup)).toContain('Do not use it on a shared computer');
  });
});

describe('what became of a file', () => {
  test('loaded: every row accounted for, with reasons', () => {
    const text = textOf(
      renderToStaticMarkup(
        <LoadedResult
          arrival={{
            status: 'loaded',
            file,
            sourceId: 1,
            name: 'somerset.csv',
            rowsIn: 41,
            loaded: 40,
            setAside: 1,
            countedOnce: 0,
            outdated: 0,
            corrections: [],
            authorities: [{ code: 'E06000066', rows: 40 }],
            authorityFrom: 'file name',
            problems: [{ rule: 'no child ID', field: 'childId', severity: 'set aside', rows: 1 }],
            mapping: [],
            vocabulary: 'template',
            template: 'June 2026',
            educationPolarity: 'disrupted',
            encoding: 'utf-8',
            delimiter: ',',
            headerRow: 3,
            unknown: ['My note'],
            proposals: [],
          }}
        />,
      ),
    );
    expect(text).toContain('41 rows in = 40 loaded + 1 set aside.');
    expect(text).toContain('1 set aside, no child ID: There is no child ID');
    expect(text).toContain('Somerset (from the file’s name)');
    expect(text).toContain('Kept as columns of its own: My note.');
  });

  test('asked: whose placements are these, with what the name suggests first', () => {
    const markup = renderToStaticMarkup(
      <NeedsAuthorityResult
        arrival={{
          status: 'needs authority',
          file,
          name: 'x.csv',
          rowsIn: 1,
          notKnown: ['Mercia'],
          candidates: ['E06000061'],
        }}
      />,
    );
    expect(markup).toMatch(/<label for="[^"]+">Whose placements are these\?<\/label>/);
    expect(textOf(markup)).toContain('its column says “Mercia”');
    expect(markup.indexOf('E06000061')).toBeLessThan(markup.indexOf('Every English authority'));
  });

  test('refused: what is wrong, what to do, that the pool is safe, and which column could be the child’s', () => {
    const text = textOf(
      renderToStaticMarkup(
        <RefusedResult
          arrival={{
            status: 'refused',
            file,
            name: 'x.csv',
            message: 'No column.',
            advice: 'Say which.',
            headings: ['ref', ''],
          }}
        />,
      ),
    );
    expect(text).toContain('No column. Say which. The pool is as it was.');
    expect(text).toContain('Which column holds the child’s ID? Choose a column ref Read it again');
  });

  test('close headings are ticked by the reader alone', () => {
    const markup = renderToStaticMarkup(
      <HeadingQuestion
        proposals={[{ heading: 'child_IDD', field: 'childId', likeness: 0.9 }]}
        file={file}
        onAnswer={() => undefined}
      />,
    );
    expect(markup).not.toContain('checked');
    expect(textOf(markup)).toContain('“child_IDD” means Child ID');
  });
});

describe('counts in the sharing view', () => {
  const { count, rate, share, places } = shower('sharing', limits);
  test('hide 1 to 4 and round the rest', () => {
    expect([0, 7, 12].map(count)).toEqual([0, 5, 10]);
    expect([1, 2, 3, 4].every((n) => isWithheld(count(n)))).toBe(true);
    expect(shower('working', limits).count(3)).toBe(3);
  });

  test('give no small count away by a share or by places to look', () => {
    expect(isWithheld(rate(3, 200))).toBe(true);
    expect(rate(20, 200)).toBe(0.1);
    expect(share(199, 200)).toBe(0.99);
    expect(share(200, 200)).toBe(1);
    expect(places(['row 1', 'row 2'])).toBe('row 1');
  });

  test('are what the table of problems shows', () => {
    const text = textOf(
      renderToStaticMarkup(
        <ProblemTable
          caption="Violations"
          groups={[
            {
              severity: 'violation',
              rule: 'missing',
              field: 'neededBy',
              advice: 'Give it.',
              cells: 3,
              of: 40,
              sources: 1,
              files: [{ file: 'a.csv', cells: 3 }],
              examples: ['a.csv row 2', 'a.csv row 9'],
              effect: 'Left out.',
              harm: 9,
            },
          ]}
        />,
      ),
    );
    expect(text).toContain('[c]');
    expect(text).not.toContain('row 9');
    // One file is named once, by its place.
    expect(text.match(/a\.csv/g)).toHaveLength(1);
  });

  test('name the files with most of a problem where several have it', () => {
    const files = ['wiltshire.csv', 'bath.csv', 'devon.csv'].map((file, at) => ({ file, cells: 800 - at * 100 }));
    const markup = renderToStaticMarkup(
      <ProblemTable
        caption="Violations"
        groups={[
          {
            ...{ severity: 'violation', rule: 'missing', field: 'neededBy', advice: 'Give it.', effect: '', harm: 9 },
            ...{ cells: 2160, of: 4000, sources: 11, files, examples: ['wiltshire.csv row 2'] },
          },
        ]}
      />,
    );
    expect(textOf(markup)).toMatch(
      /wiltshire\.csv: 800.*bath\.csv: 700.*devon\.csv: 600.*8 more.*wiltshire\.csv row 2/s,
    );
  });
});

describe('protection of small numbers', () => {
  test('is said in words, with what may be chosen and a labelled place for the reason', () => {
    const markup = renderToStaticMarkup(<ProtectionForm />);
    expect(textOf(markup)).toContain('Counts of 1 to 4 are hidden and others rounded to the nearest 5.');
    for (const label of [
      'Hide counts',
      'Round other counts to the nearest',
      'Reason, printed on the cover of every download',
    ]) {
      const id = new RegExp(`<label for="([^"]+)">${label}</label>`).exec(markup)?.[1];
      expect(markup).toMatch(new RegExp(`<(select|textarea) id="${id}"`));
    }
    expect([...markup.matchAll(/<option value="(\d+)"/g)].map(([, value]) => value)).toEqual([
      '5',
      '6',
      '10',
      '5',
      '10',
    ]);
  });
});
