/** Which of two files is the later: the date in its name, else the order they were loaded in, else what the user says. */
import type { Database } from '@/lib/database/database';
import { nameParts } from '@/lib/place/authority-name';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function day(year: number, month: number, date: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, date));
  const real = time.getUTCMonth() === month - 1 && time.getUTCDate() === date && year >= 2000 && year < 2100;
  return real ? time.toISOString().slice(0, 10) : null;
}

/** The latest whole date in a file's name, ISO, or null: `Somerset 2025-07-14.csv`, `return_14.07.2025`, `20250714`, `14 July 2025`. Its own name before its folder's or archive's. */
export function dateInName(name: string): string | null {
  for (const part of nameParts(name)) {
    const found = latestIn(part);
    if (found) return found;
  }
  return null;
}

function latestIn(name: string): string | null {
  const found = [
    ...[...name.matchAll(/(?<!\d)(20\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d)/g)].map(([, y, , m, d]) =>
      day(Number(y), Number(m), Number(d)),
    ),
    ...[...name.matchAll(/(?<!\d)(\d{1,2})([-_. ])(\d{1,2})\2(20\d\d)(?!\d)/g)].map(([, d, , m, y]) =>
      day(Number(y), Number(m), Number(d)),
    ),
    ...[...name.matchAll(/(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[-_. ]?([a-z]{3})[a-z]*[-_. ]?(20\d\d)(?!\d)/gi)].map(
      ([, d, m = '', y]) => day(Number(y), months.indexOf(m.toLowerCase()) + 1, Number(d)),
    ),
  ];
  return (
    found
      .filter((one) => one !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** `own`: a file already in `source`, which is to stand anew. Makes room for a file of that date and says where it stands: before the first file that is dated later, else last. */
export async function takeStanding(db: Database, sentOn: string | null, own = 0): Promise<number> {
  const [row] = await db.run({
    sql: `SELECT coalesce(max(standing), 0) + 1 AS last, min(standing) FILTER (WHERE sentOn > ?::DATE) AS earliest
      FROM source WHERE sourceId <> ?`,
    parameters: [sentOn, own],
  });
  if (row?.earliest === null || row?.earliest === undefined) return Number(row?.last ?? 1);
  const standing = Number(row.earliest);
  await db.execute(`UPDATE source SET standing = standing + 1 WHERE standing >= ${standing}`);
  return standing;
}
