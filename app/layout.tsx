import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-700.css';
import './styles/govuk.scss';
import './styles/tokens.css';
import './styles/base.css';

export const metadata: Metadata = { title: 'Sufficiency' };
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en-GB" data-pool-state="loading" data-pool-rows="0">
      <body>{children}</body>
    </html>
  );
}
