import Link from 'next/link';
import { attribution } from '@/lib/place/places';

/** Where the figures are from and what the product promises, on every page. */
export function Footer() {
  return (
    <footer className="footer">
      <div className="page">
        <p>
          No row leaves this browser. Links carry filters, never data. Costs are recorded estimates: use caution in
          benchmarking.
        </p>
        <p>{attribution} Licensed under the Open Government Licence v3.0.</p>
        <p>
          <Link href="/definitions/">Definitions</Link> <Link href="/accessibility/">Accessibility statement</Link>
        </p>
      </div>
    </footer>
  );
}
