'use client';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';

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
  const query = useSearchParams().toString();
  return (
    <nav aria-label="Screens" className="navigation">
      <ul>
        {screens.map(({ href, label }) => {
          const here = href === '/' ? pathname === '/' : pathname.startsWith(href.slice(0, -1));
          return (
            <li key={href}>
              <Link href={query ? `${href}?${query}` : href} aria-current={here ? 'page' : undefined} prefetch={false}>
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
