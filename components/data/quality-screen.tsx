'use client';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { readCoverage } from '@/lib/pool/coverage';
import type { Where } from '@/lib/quality/problems';
import { useMode, usePool } from '@/lib/session/use-pool';
import { useReading } from '@/lib/session/use-reading';
import { SelectField } from '../filter/select-field';
import { ScreenState } from '../page/screen-state';
import { FeedbackPacks } from './feedback-packs';
import { PlausibilityTable } from './plausibility-table';
import { RuleTables } from './rule-tables';
import { ScoreTable } from './score-table';

/** How good the returns are, rule by rule, and what to send back to each authority. */
export function QualityScreen() {
  const pool = usePool();
  const mode = useMode();
  const [where, setWhere] = useState<Where>({ authority: null, quarter: null });
  const { value: coverage } = useReading('coverage', readCoverage);
  useEffect(() => {
    document.title = 'Quality of the returns – Sufficiency';
  }, []);
  // An authority that has left the pool is no longer asked about.
  const known = pool.facts?.authorities.some(({ code }) => code === where.authority) ?? true;
  const asked: Where = known ? where : { ...where, authority: null };
  return (
    <>
      <h1 className="page-title">Quality of the returns</h1>
      <p>
        <Link href="/data/">What is loaded, coverage and fields recorded</Link>
        {' · '}
        <a href="#feedback">A feedback workbook for each authority</a>
      </p>
      <ScreenState pool={pool} failure={null}>
        {mode === 'sharing' && (
          <p className="hint">
            Counts are rounded to the nearest 5 and those under 5 are hidden. The working view shows them exactly.
          </p>
        )}
        <h2 className="section-title">Score by authority</h2>
        <ScoreTable />
        <h2 className="section-title">Rules of the standard</h2>
        <div className="quality-where">
          <SelectField
            id="quality-authority"
            label="Authority"
            value={asked.authority ?? ''}
            onChange={(code) => setWhere({ ...asked, authority: code === '' ? null : code })}
          >
            <option value="">All authorities</option>
            {pool.facts?.authorities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            id="quality-quarter"
            label="Quarter"
            value={asked.quarter === null ? '' : String(asked.quarter)}
            onChange={(quarter) => setWhere({ ...asked, quarter: quarter === '' ? null : Number(quarter) })}
          >
            <option value="">All quarters</option>
            {coverage?.quarters.map(({ quarter, label }) => (
              <option key={quarter} value={quarter}>
                {label}
              </option>
            ))}
          </SelectField>
        </div>
        <RuleTables where={asked} />
        <h2 className="section-title">Plausibility</h2>
        <PlausibilityTable where={asked} />
        <h2 className="section-title" id="feedback">
          Feedback for each authority
        </h2>
        <FeedbackPacks />
      </ScreenState>
    </>
  );
}
