/** The built pack as one document, cleared against whatever left this session before it. */
import { type PackDocument, packDocument } from '@/lib/export/pack';
import type { BuiltPack } from './build';
import { exportContext, type Origin } from './context';
import { type Cleared, clear, release } from './export';
import { isOverTime } from './request';

export interface ClearedPack {
  readonly document: PackDocument;
  /** Figures that hold back more than was worked out: shown by their tables alone. */
  readonly changed: ReadonlySet<string>;
  readonly words: string;
}

function cleared(pack: BuiltPack, { figures, changed, words }: Cleared, title: string, origin: Origin): ClearedPack {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const document = packDocument({
    title,
    context: exportContext(title, [...byId.keys()], origin),
    changes: pack.changes,
    quality: pack.quality,
    // Two years of months are of another period than the rest.
    said: (id) => !isOverTime(id),
    sections: pack.sections.map((section) => ({
      ...section,
      figures: section.figures.flatMap(({ id }) => byId.get(id) ?? []),
    })),
  });
  return { document, changed, words };
}

const figuresOf = ({ sections }: BuiltPack) => sections.flatMap(({ figures }) => figures);

/** The pack as it may leave now, to be looked at. */
export function packPreview(pack: BuiltPack, title: string, origin: Origin): ClearedPack {
  return cleared(pack, clear(figuresOf(pack), origin.fingerprint, origin.limits), title, origin);
}

/** The pack as it leaves: written down as gone. */
export function packLeaving(pack: BuiltPack, title: string, origin: Origin): ClearedPack {
  return cleared(pack, release(figuresOf(pack), origin.fingerprint, origin.limits), title, origin);
}
