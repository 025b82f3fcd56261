/** A module written by hand: two functions, one of them imported, told by many names. */
const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];
const section = (id: number, ...content: readonly number[]) => [id, content.length, ...content];

export const exportedNames = ['add', '_ZN4skip', 'both', 'orig$both', 'dynCall_ii', 'orig$gone'];

export const handMade = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // One type: nothing in, a number out.
  ...section(1, 1, 0x60, 0, 1, 0x7f),
  // Of every kind that can be asked for but a tag: a function, a table, memory with and without an end, a constant.
  ...section(
    2,
    4,
    ...[...name('env'), ...name('both'), 0, 0],
    ...[...name('env'), ...name('table'), 1, 0x70, 1, 1, 200, 1],
    ...[...name('env'), ...name('memory'), 2, 0, 1],
    ...[...name('GOT'), ...name('place'), 3, 0x7f, 1],
  ),
  ...section(3, 1, 0),
  ...section(7, exportedNames.length, ...exportedNames.flatMap((one, at) => [...name(one), 0, at % 2])),
  // The own function gives 42.
  ...section(10, 1, 4, 0, 0x41, 42, 0x0b),
]);
