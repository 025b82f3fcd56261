/** Runs in a worker of its own: takes the draws of a decomposition as they come, so that the page never waits for them. */
import {
  type DrawChunk,
  type Drawn,
  type DrawnCells,
  noneDrawn,
  takeDraw,
  type Whiskers,
  whiskersOf,
} from '@/lib/method/driver-draws';

export type DriverRequest =
  | { readonly kind: 'begin'; readonly cells: DrawnCells }
  | { readonly kind: 'draws'; readonly chunk: DrawChunk }
  | { readonly kind: 'end' };

export type DriverReply =
  | { readonly kind: 'ready' }
  /** One more chunk has been taken. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'whiskers'; readonly whiskers: readonly (Whiskers | null)[] };

const say = (reply: DriverReply) => self.postMessage(reply);

let begun: { readonly cells: DrawnCells; readonly drawn: Drawn } | null = null;

self.addEventListener('message', ({ data }: MessageEvent<DriverRequest>) => {
  if (data.kind === 'begin') {
    begun = { cells: data.cells, drawn: noneDrawn(data.cells) };
    return;
  }
  if (begun === null) throw new Error('Draws before they were begun');
  if (data.kind === 'end') {
    say({ kind: 'whiskers', whiskers: whiskersOf(begun.drawn) });
    return;
  }
  for (let draw = 0; draw < data.chunk.n.length; draw += 1) takeDraw(begun.drawn, begun.cells, data.chunk, draw);
  say({ kind: 'taken' });
});
say({ kind: 'ready' });
