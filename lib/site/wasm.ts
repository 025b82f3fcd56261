/** A WebAssembly module's binary, as far as its imports and exports go (WebAssembly Core Specification 2.0, §5.5). */

export interface Section {
  readonly id: number;
  /** With its id and its size. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

export interface Export {
  readonly name: string;
  /** As it lies in the section. */
  readonly bytes: Uint8Array;
}

export const importSection = 2;
export const exportSection = 7;
const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const text = new TextDecoder();

function cursor(bytes: Uint8Array) {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError(`The module ends too early, after ${at} bytes.`);
    at += 1;
    return value;
  };
  const whole = (): number => {
    for (let value = 0, weight = 1; ; weight *= 128) {
      const next = byte();
      value += (next % 128) * weight;
      if (next < 128) return value;
    }
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError(`The module ends too early, after ${bytes.length} bytes.`);
    at += length;
    return bytes.subarray(at - length, at);
  };
  return { byte, whole, take, name: () => text.decode(take(whole())), at: () => at, ended: () => at === bytes.length };
}

/** A whole number in LEB128. */
function written(value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Throws a RangeError for what is no module, or half of one. */
export function sectionsOf(module: Uint8Array): readonly Section[] {
  if (header.some((byte, at) => module[at] !== byte)) throw new RangeError('This is no WebAssembly module.');
  const read = cursor(module);
  read.take(header.length);
  const sections: Section[] = [];
  while (!read.ended()) {
    const from = read.at();
    const id = read.byte();
    const content = read.take(read.whole());
    sections.push({ id, whole: module.subarray(from, read.at()), content });
  }
  return sections;
}

export function moduleOf(sections: readonly Pick<Section, 'whole'>[]): Uint8Array<ArrayBuffer> {
  return joined([Uint8Array.from(header), ...sections.map(({ whole }) => whole)]);
}

/** What a module asks for by name, whatever of. */
export function importNames(section: Section): ReadonlySet<string> {
  const read = cursor(section.content);
  const limits = () => {
    if (read.byte() % 2 === 1) read.whole();
    read.whole();
  };
  const skip: Record<number, () => void> = {
    0: () => read.whole(),
    1: () => {
      read.byte();
      limits();
    },
    2: limits,
    3: () => read.take(2),
    4: () => {
      read.byte();
      read.whole();
    },
  };
  const names = new Set<string>();
  for (let left = read.whole(); left > 0; left -= 1) {
    read.name();
    names.add(read.name());
    const kind = read.byte();
    const rest = skip[kind];
    if (!rest) throw new RangeError(`The module imports something of an unknown kind, ${kind}.`);
    rest();
  }
  return names;
}

export function exportsOf(section: Section): readonly Export[] {
  const read = cursor(section.content);
  return Array.from({ length: read.whole() }, () => {
    const from = read.at();
    const name = read.name();
    read.byte();
    read.whole();
    return { name, bytes: section.content.subarray(from, read.at()) };
  });
}

/** The section with these exports in the place of its own. */
export function withExports(exports: readonly Export[]): Pick<Section, 'whole'> {
  const content = joined([written(exports.length), ...exports.map(({ bytes }) => bytes)]);
  return { whole: joined([Uint8Array.from([exportSection]), written(content.length), content]) };
}
