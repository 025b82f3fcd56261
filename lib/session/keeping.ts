/** Whether this tab keeps its pool on the computer, and what other tabs did to the kept one meanwhile. */
export interface Keeping {
  readonly on: boolean;
  /** What is kept, by this tab or another; null where nothing is. */
  readonly kept: { readonly rows: number; readonly savedAt: number } | null;
  readonly saving: boolean;
  /** What happened, in words: another tab wrote, or there was no room. */
  readonly notice: string | null;
}

type News =
  | { readonly kind: 'saved'; readonly rows: number; readonly savedAt: number }
  | { readonly kind: 'forgotten' };

export const firstKeeping: Keeping = { on: false, kept: null, saving: false, notice: null };

let current: Keeping = firstKeeping;
const listeners = new Set<() => void>();

export function currentKeeping(): Keeping {
  return current;
}

export function changeKeeping(patch: Partial<Keeping>): void {
  current = { ...current, ...patch };
  for (const listener of listeners) listener();
}

export function onKeeping(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let channel: BroadcastChannel | undefined;

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function hear(news: News): void {
  if (news.kind === 'saved') {
    const { rows, savedAt } = news;
    changeKeeping({
      kept: { rows, savedAt },
      notice: `Another tab kept its own pool over the one on this computer at ${time.format(savedAt)}. The last tab to change its pool wins; this tab still shows its own.`,
    });
    return;
  }
  // Keeping on would bring back what somebody has just asked to be forgotten.
  changeKeeping({
    on: false,
    kept: null,
    notice:
      'Another tab forgot what was kept on this computer. This tab shows its pool until you close it, and keeps nothing.',
  });
}

/** From the first call on, this tab hears of what others do. */
export function listenToOtherTabs(): BroadcastChannel | undefined {
  if (!channel && typeof BroadcastChannel !== 'undefined') {
    channel = new BroadcastChannel('sufficiency');
    channel.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  }
  return channel;
}

export function tellOtherTabs(news: News): void {
  listenToOtherTabs()?.postMessage(news);
}
