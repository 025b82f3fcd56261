import Link from 'next/link';
import type { Figure } from '@/lib/figure/figure';

/** How much of the data a figure rests on, and what of the recording bears on it; the page on quality says more. */
export function RecordingLine({ figure: { restsOn, recording } }: { readonly figure: Figure }) {
  if (restsOn === '' && recording.length === 0) return null;
  return (
    <p className="recording">
      {restsOn}
      {recording.map(({ badge, detail }) => (
        <Link key={badge} href="/data/quality/" className="recording-badge" title={detail}>
          {badge}
          <span className="visually-hidden">: {detail}</span>
        </Link>
      ))}
    </p>
  );
}
