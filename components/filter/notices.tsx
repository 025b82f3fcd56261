import type { LinkNotice } from '@/lib/view/notice';

interface Props {
  readonly notices: readonly LinkNotice[];
  /** The link was made over another pool: which, and what differs. */
  readonly pool: string | null;
  readonly onDismiss: () => void;
}

/** What a link asked for that is not shown: nobody reads a wider view, or another pool, without being told. */
export function LinkNotices({ notices, pool, onDismiss }: Props) {
  if (notices.length === 0 && pool === null) return null;
  return (
    <section className="filter-notices" aria-labelledby="filter-notices-title">
      <h2 id="filter-notices-title">About the link you opened</h2>
      <ul>
        {pool !== null && <li>{pool}</li>}
        {notices.map(({ param, value, message }) => (
          <li key={`${param} ${value} ${message}`}>{message}</li>
        ))}
      </ul>
      <button type="button" className="plain-button" onClick={onDismiss}>
        Carry on with this view
      </button>
    </section>
  );
}
