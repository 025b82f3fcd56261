/** Runs in a worker of its own: opens spreadsheets, archives and records so that the page never waits for them. */
import { openFile } from './file';
import type { Part } from './part';

export interface IntakeRequest {
  readonly id: number;
  readonly name: string;
  readonly content: Blob;
}

export type IntakeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opened'; readonly id: number; readonly parts: readonly Part[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

const say = (reply: IntakeReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

/** Whole buffers are handed over, not copied; one that several parts look into is not. */
function handedOver(parts: readonly Part[]): Transferable[] {
  const views = parts.flatMap((part) =>
    part.kind === 'pool'
      ? [part.bytes]
      : part.kind === 'text' && part.content instanceof Uint8Array
        ? [part.content]
        : [],
  );
  const buffers = views.filter((view) => view.byteLength === view.buffer.byteLength).map(({ buffer }) => buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

self.addEventListener('message', ({ data }: MessageEvent<IntakeRequest>) => {
  const { id, name, content } = data;
  openFile(name, content)
    .then((parts) => say({ kind: 'opened', id, parts }, handedOver(parts)))
    .catch((error: unknown) =>
      say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) }),
    );
});
say({ kind: 'ready' });
