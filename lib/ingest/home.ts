/**
 * Keeps of a home only where it is, or the reason it is nowhere: free text in such a cell may be an address or a name. What
 * cannot be read as either is reported, and its words are in no table of the pool.
 */
import type { Database } from '@/lib/database/database';
import { placeText, readPostcode, unreadableText } from '@/lib/place/postcode';
import { quote } from '@/lib/standard/sql';
import { itemMark, valueMark } from './stage';
import { query } from './statement';

const fileName = 'pool/home-text.csv';
/** In the report of a cell, where others quote what stood there. */
const notKept = '(not kept: it may identify a child)';
const place = '[A-Z]{1,2}[0-9][0-9A-Z]?( [0-9])?';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Rewrites `homeLocation` of `staged`, and adds to `bad` the cells whose words were not kept. */
export async function keepPlacesOnly(db: Database): Promise<void> {
  const rows = await query(
    db,
    `SELECT DISTINCT homeLocation AS text FROM staged WHERE NOT regexp_full_match(homeLocation, ${quote(place)})`,
  );
  if (rows.length === 0) return;
  const lines = rows.map(
    ({ text }) => `${quoted(String(text))},${quoted(placeText(readPostcode(String(text), 'home')) ?? '')}\n`,
  );
  await db.registerFile(fileName, new TextEncoder().encode(lines.join('')));
  try {
    await db.execute(`UPDATE staged SET homeLocation = nullif(kept, ''),
        bad = CASE WHEN kept = ${quote(unreadableText)}
          THEN concat_ws(${itemMark}, bad, 'homeLocation' || ${valueMark} || ${quote(notKept)}) ELSE bad END
      FROM read_csv('${fileName}', header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', parallel = false,
        max_line_size = 16000000, columns = {'text': 'VARCHAR', 'kept': 'VARCHAR'}) AS read WHERE staged.homeLocation = read.text`);
  } finally {
    await db.dropFile(fileName);
  }
}
