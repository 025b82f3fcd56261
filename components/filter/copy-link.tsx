'use client';
import { usePool } from '@/lib/session/use-pool';
import { withPageChoices } from '@/lib/view/use-page-choice';
import { useView } from '@/lib/view/use-view';
import { viewQuery } from '@/lib/view/write';
import { CopyLinkButton } from './copy-link-button';

/** The link of the view on this screen, with the mark of the pool it is made over. */
export function CopyLink() {
  const { view } = useView();
  const { fingerprint } = usePool();
  return (
    <CopyLinkButton
      address={() =>
        location.origin + location.pathname + withPageChoices(viewQuery(view, fingerprint), location.search)
      }
    />
  );
}
