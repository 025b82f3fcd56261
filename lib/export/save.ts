import type { ExportFile } from './export';

/** Chromium drops every download after the tenth in a second, without a word: fewer than that are asked of it. */
const atOnce = 9;
const spell = 1_100;

let turns: readonly number[] = [];

/** Milliseconds until the next file may be handed over. */
function turn(now: number): number {
  const first = turns.length < atOnce ? undefined : turns[0];
  const at = Math.max(now, turns.at(-1) ?? now, first === undefined ? now : first + spell);
  turns = [...turns, at].slice(-atOnce);
  return at - now;
}

function hand({ content, type, name }: ExportFile): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the content only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Hands a file to the browser's own saving, the tenth within a second a moment later. Nothing is sent anywhere. */
export function saveFile(file: ExportFile): void {
  const wait = turn(performance.now());
  if (wait === 0) hand(file);
  else setTimeout(() => hand(file), wait);
}
