'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useView } from '@/lib/view/use-view';

const tabs = [
  ['/cost/', 'Cost per week'],
  ['/cost/like-for-like/', 'Like for like'],
  ['/cost/drivers/', 'What drove the change'],
] as const;

/** The three cost pages, each link carrying the view. */
export function CostTabs() {
  const pathname = usePathname();
  const { link } = useView();
  return (
    <nav aria-label="Cost pages" className="tabs">
      <ul>
        {tabs.map(([href, label]) => (
          <li key={href}>
            <Link
              href={`${href}${link()}`}
              aria-current={`${pathname.replace(/\/$/, '')}/` === href ? 'page' : undefined}
              prefetch={false}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
