import { memo } from 'react';
import type { Figure } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';
import { RecordingLine } from './recording';

/** What the figure leaves out, what bears on it, where it is from: beside the number, never in a footnote page. */
export const HonestyLine = memo(function HonestyLine({ figure }: { readonly figure: Figure }) {
  const left = figure.exclusions.filter((exclusion) => exclusion.n !== 0);
  return (
    <footer className="figure-honesty">
      <RecordingLine figure={figure} />
      {left.length > 0 && (
        <p>
          Left out: {left.map((exclusion) => `${exclusion.label} (${formatCell(exclusion.n, 'count')})`).join(', ')}.
        </p>
      )}
      {figure.warnings.map((warning) => (
        <p key={warning} className="figure-warning">
          <strong>Note:</strong> {warning}
        </p>
      ))}
      <p>
        {[...figure.protectionNotes, ...figure.caveats].join(' ')} Source: {figure.source.replace(/\.+$/, '')}.
      </p>
    </footer>
  );
});
