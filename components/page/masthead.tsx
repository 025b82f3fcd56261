'use client';
import Link from 'next/link';
import { Suspense } from 'react';
import { CopyLink } from '../filter/copy-link';
import { SavedMenu } from '../filter/saved-menu';
import { useKeptFocus } from './keep-focus';
import { Navigation } from './navigation';
import { WorkingBanner, WorkingSwitch } from './working-switch';

export function Masthead() {
  useKeptFocus();
  return (
    <>
      <a className="skip" href="#main">
        Skip to main content
      </a>
      <header className="masthead">
        <div className="page">
          <Link href="/" className="wordmark">
            Sufficiency
          </Link>
          <Suspense>
            <Navigation />
          </Suspense>
          <div className="masthead-tools">
            <WorkingSwitch />
            <Suspense>
              <SavedMenu />
              <CopyLink />
            </Suspense>
          </div>
        </div>
      </header>
      <WorkingBanner />
    </>
  );
}
