import type { Archive } from './archive';
import { Unreadable } from './unreadable';
import { readXml } from './xml';

/** The part's name as the archive spells it: producers differ in case and leading slashes. */
export function findPart(archive: Archive, name: string): string | null {
  const wanted = name.replace(/^\/+/, '');
  if (archive.has(wanted)) return wanted;
  return archive.names.find((known) => known.replace(/^\/+/, '').toLowerCase() === wanted.toLowerCase()) ?? null;
}

/** A relationship's target, relative to the part that holds it: `worksheets/sheet1.xml`, `../x.xml`, `/xl/x.xml`. */
function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`. */
  readonly type: string;
  readonly target: string;
}

/** What a part points to; empty when it points to nothing. */
export function readRelationships(archive: Archive, part: string): Relationship[] {
  const folder = part.split('/').slice(0, -1);
  const file = part.split('/').at(-1) ?? '';
  const name = findPart(archive, [...folder, '_rels', `${file}.rels`].join('/'));
  const found: Relationship[] = [];
  if (!name) return found;
  readXml(archive, name, {
    open(element, attributes) {
      const { Id, Type, Target, TargetMode } = attributes;
      if (element !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
      found.push({ id: Id, type: Type.split('/').at(-1) ?? '', target: resolve(part, Target) });
    },
  });
  return found;
}

export function requirePart(archive: Archive, name: string): string {
  const part = findPart(archive, name);
  if (!part) throw new Unreadable('damaged', `“${name}” is missing from the file.`);
  return part;
}
