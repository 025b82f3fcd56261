'use client';
import type { ProblemGroup, Where } from '@/lib/quality/problems';
import { readProblemGroups } from '@/lib/quality/problems';
import { allRules } from '@/lib/quality/rules';
import { keyOf, readTrend, type Trend } from '@/lib/quality/trend';
import { useReading } from '@/lib/session/use-reading';
import { isFieldName, labelOf } from '@/lib/standard/fields';
import { ProblemCounts } from './problem-counts';
import { ProblemTable } from './problem-table';
import { Waiting } from './waiting';

const sections: readonly {
  readonly severity: ProblemGroup['severity'];
  readonly title: string;
  readonly about: string;
}[] = [
  { severity: 'set aside', title: 'Rows set aside', about: 'Rows that could not be used at all.' },
  {
    severity: 'violation',
    title: 'Violations',
    about: 'Cells that break the standard. Their values are left out and count as not recorded.',
  },
  {
    severity: 'warning',
    title: 'Warnings',
    about: 'Cells that were used, but look wrong, and columns that should be there.',
  },
  {
    severity: 'note',
    title: 'Columns the form never asked',
    about: 'Their senders used the form as it was: nothing in the return is wrong.',
  },
];

function Unbroken({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const broken = new Set(groups.map(keyOf));
  const kept = allRules.filter((rule) => !broken.has(keyOf(rule)));
  return (
    <details className="details">
      <summary>
        {kept.length} of {allRules.length} rules that nobody broke here
      </summary>
      <ul className="unbroken">
        {kept.map((rule) => (
          <li key={keyOf(rule)}>
            {rule.field !== null && isFieldName(rule.field) ? labelOf(rule.field) : rule.field}: {rule.rule} (
            {rule.severity})
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Every rule broken in one place and time or in all, violations and warnings apart, the most harmful first. */
export function RuleTables({ where }: { readonly where: Where }) {
  const question = `${where.authority} ${where.quarter}`;
  const {
    value: groups,
    stale,
    failure,
  } = useReading(`rules ${question}`, (database) => readProblemGroups(database, where));
  const { value: trend } = useReading<Trend>(`trend ${where.authority}`, (database) =>
    readTrend(database, where.authority),
  );
  if (!groups) return <Waiting failure={failure} />;
  return (
    <div data-stale={stale}>
      <ProblemCounts groups={groups} />
      {sections.map(({ severity, title, about }) => {
        const own = groups.filter((group) => group.severity === severity);
        return (
          <section key={severity} className="rule-section" aria-label={title}>
            <h3>{title}</h3>
            <p className="hint">{about}</p>
            {own.length === 0 ? <p>None here.</p> : <ProblemTable groups={own} caption={title} trend={trend} />}
          </section>
        );
      })}
      <Unbroken groups={groups} />
    </div>
  );
}
