import { memo } from 'react';
import type { Figure } from '@/lib/figure/figure';
import { leftOut } from '@/lib/figure/left-out';
import { RecordingLine } from './recording';

/** What the figure leaves out, what bears on it, where it is from: beside the number, never in a footnote page. */
export const HonestyLine = memo(function HonestyLine({ figure }: { readonly figure: Figure }) {
  const left = leftOut(figure.exclusions);
  return (
    <footer className="figure-honesty">
      <RecordingLine figure={figure} />
      {left !== '' && <p>{left}</p>}
      {figure.warnings.map((warning) => (
        <p key={warning} className="figure-warning">
          <strong>Note:</strong> {warning}
        </p>
      ))}
      {figure.caveats.length > 0 && <p>{figure.caveats.join(' ')}</p>}
      <p>
        {figure.protectionNotes.join(' ')} Source: {figure.source.replace(/\.+$/, '')}.
      </p>
    </footer>
  );
});
