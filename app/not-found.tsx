import Link from 'next/link';

export const metadata = { title: 'Page not found – Sufficiency' };

export default function NotFound() {
  return (
    <main className="page main prose" id="main">
      <h1 className="page-title">Page not found</h1>
      <p>
        There is no page at this address. If you typed it, check it is right; if you followed a link, it may be out of
        date.
      </p>
      <p>
        <Link href="/">Go to the overview</Link>
      </p>
    </main>
  );
}
