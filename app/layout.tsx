import type { Metadata, Viewport } from 'next';
import { type ReactNode, Suspense } from 'react';
import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-700.css';
import './styles/govuk.scss';
import './styles/tokens.css';
import './styles/base.css';
import '@/components/page/page.css';
import '@/components/page/on-this-page.css';
import '@/components/filter/filter.css';
import '@/components/figure/figure.css';
import '@/components/figure/recording.css';
import '@/components/chart/chart.css';
import '@/components/definition/definition.css';
import '@/components/map/map.css';
import '@/components/overview/overview.css';
import '@/components/table/table.css';
import '@/components/data/data.css';
import '@/components/data/arrival.css';
import '@/components/data/source.css';
import '@/components/data/quality.css';
import '@/components/figure/download.css';
import '@/components/pack/pack.css';
import '@/components/providers/providers.css';
import '@/components/table/records.css';
import '@/components/page/print.css';
import { PrintPatterns } from '@/components/chart/print-patterns';
import { ContextLine } from '@/components/page/context-line';
import { Footer } from '@/components/page/footer';
import { Masthead } from '@/components/page/masthead';
import { ViewProvider } from '@/lib/view/provider';

export const metadata: Metadata = {
  title: 'Sufficiency',
  description: 'What homes children in care need, where, at what cost and notice, compared with what was secured.',
};
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // The pool's state is written here by the session for whoever watches from outside; React must not put it back.
    <html lang="en-GB" data-pool-state="loading" data-pool-rows="0" suppressHydrationWarning>
      <body>
        <ViewProvider>
          <Masthead />
          <div className="page">
            <ContextLine />
          </div>
          <main id="main" className="page main">
            <Suspense>{children}</Suspense>
          </main>
          <Footer />
          <PrintPatterns />
        </ViewProvider>
      </body>
    </html>
  );
}
