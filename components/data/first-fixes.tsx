'use client';
import Link from 'next/link';
import { readingWarnings } from '@/lib/measure/needs/source-signs';
import { readProblemGroups } from '@/lib/quality/problems';
import { usePool } from '@/lib/session/use-pool';
import { useReading } from '@/lib/session/use-reading';
import { ProblemCounts } from './problem-counts';
import { ProblemTable } from './problem-table';
import { Waiting } from './waiting';

const everywhere = { authority: null, quarter: null };
const most = 8;

/** Files whose answers suggest another reading than theirs: no cell is wrong, and figures are until somebody says so. */
function Readings() {
  const { facts } = usePool();
  const doubts = facts ? readingWarnings(facts.sources) : [];
  if (doubts.length === 0) return null;
  return (
    <>
      <p>First say how these files are meant, beside their names in the table of what is loaded:</p>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </>
  );
}

/** What is wrong, in the order of harm done to the figures. */
export function FirstFixes() {
  const {
    value: groups,
    stale,
    failure,
  } = useReading('problems', (database) => readProblemGroups(database, everywhere));
  if (!groups) return <Waiting failure={failure} />;
  if (groups.length === 0) return <p>Nothing to fix: no rule of the standard is broken.</p>;
  return (
    <div data-stale={stale}>
      <ProblemCounts groups={groups} />
      <Readings />
      <ProblemTable groups={groups.filter(({ harm }) => harm > 0).slice(0, most)} caption="What to fix first" />
      <p>
        <Link href="/data/quality/">
          Every rule, by authority, quarter and field, and a feedback pack for each authority
        </Link>
      </p>
    </div>
  );
}
