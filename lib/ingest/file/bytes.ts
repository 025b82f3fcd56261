/** A file in slices, so that a large one is never whole in memory and the page can breathe between slices. */
export interface Bytes {
  readonly size: number;
  slice(start: number, end: number): Promise<Uint8Array>;
}

export function bytesOf(content: Blob | Uint8Array): Bytes {
  if (content instanceof Uint8Array) {
    return { size: content.byteLength, slice: async (start, end) => content.subarray(start, end) };
  }
  return {
    size: content.size,
    slice: async (start, end) => new Uint8Array(await content.slice(start, end).arrayBuffer()),
  };
}

export interface Pace {
  readonly signal?: AbortSignal | undefined;
  /** Share of the file read, 0 to 1. */
  readonly onRead?: ((share: number) => void) | undefined;
}

const step = 2 ** 21;

/** Lets the event loop turn: without it a long read would freeze the page. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Longer than this at a stretch and a page is felt to stick. */
const stretch = 16;

/** Runs work to its end, a step an item, and lets the page turn whenever it has gone on for long. Throws the signal's reason. */
export async function unhurried(steps: Iterable<unknown>, signal?: AbortSignal): Promise<void> {
  let since = performance.now();
  let taken = 0;
  for (const _ of steps) {
    taken += 1;
    if (taken % 64 !== 0 || performance.now() - since < stretch) continue;
    await breathe();
    signal?.throwIfAborted();
    since = performance.now();
  }
}

/** The file from `start`, 2 MB at a time. Throws the signal's reason when it is aborted. */
export async function* chunks(bytes: Bytes, start: number, pace: Pace): AsyncGenerator<Uint8Array> {
  for (let at = start; at < bytes.size; at += step) {
    pace.signal?.throwIfAborted();
    yield await bytes.slice(at, Math.min(at + step, bytes.size));
    pace.onRead?.(Math.min(1, (at + step) / bytes.size));
    await breathe();
  }
}
