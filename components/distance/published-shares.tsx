import { percent } from '@/lib/figure/format';
import { publishedShares } from '@/lib/place/published';

/** National figures to hold a pool's own against, each with its day and source; never mixed with them. */
export function PublishedShares() {
  return (
    <details className="details published">
      <summary>Published figures to compare with</summary>
      <ul>
        {publishedShares.map(({ id, share, text, scope, date, source }) => (
          <li key={id}>
            <strong>{percent(share)}</strong> {text} ({scope}, {date}). Source: {source}.
          </li>
        ))}
      </ul>
      <p>
        These count children looked after on that day. The figures below count placements newly agreed, so they need not
        be the same.
      </p>
    </details>
  );
}
