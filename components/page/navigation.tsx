'use client';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { withPageChoices } from '@/lib/view/use-page-choice';
import { useView } from '@/lib/view/use-view';

export const screens = [
  { href: '/', label: 'Overview' },
  { href: '/needs/', label: 'Needs' },
  { href: '/cost/', label: 'Cost' },
  { href: '/distance/', label: 'Distance' },
  { href: '/providers/', label: 'Providers' },
  { href: '/pack/', label: 'Pack' },
  { href: '/data/', label: 'Data' },
  { href: '/definitions/', label: 'Definitions' },
] as const;

/** The screens, each link carrying the view along so that a filter set once holds everywhere. */
export function Navigation() {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  // Of the view as it is: the address is written a moment later.
  const { link } = useView();
  const query = withPageChoices(link(), search);
  return (
    <nav aria-label="Screens" className="navigation">
      <ul>
        {screens.map(({ href, label }) => {
          const here = href === '/' ? pathname === '/' : pathname.startsWith(href.slice(0, -1));
          return (
            <li key={href}>
              <Link href={`${href}${query}`} aria-current={here ? 'page' : undefined} prefetch={false}>
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
