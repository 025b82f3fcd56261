'use client';
import { useState } from 'react';
import { parseView } from '@/lib/view/parse';
import { useView } from '@/lib/view/use-view';
import { FilterDisclosure } from './disclosure';
import { SavedViews } from './saved-views';
import { useSavedViews } from './use-saved-views';

/** The saved views of this browser, behind one button. */
export function SavedMenu() {
  const [open, setOpen] = useState(false);
  return (
    <FilterDisclosure id="saved" label="Saved views" summary="" open={open} onToggle={setOpen} end>
      <OpenMenu onClose={() => setOpen(false)} />
    </FilterDisclosure>
  );
}

/** Reads the URL only while it is open. */
function OpenMenu({ onClose }: { readonly onClose: () => void }) {
  const { view, setView } = useView();
  const [saved, setSaved] = useSavedViews();
  return (
    <SavedViews
      view={view}
      saved={saved}
      onChange={setSaved}
      onOpen={(query) => {
        setView(parseView(new URLSearchParams(query)).view);
        onClose();
      }}
    />
  );
}
