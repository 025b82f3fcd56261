import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Module {
  /** From the project's root, with forward slashes. */
  readonly file: string;
  readonly source: string;
  readonly lines: number;
  /** Project files by path without extension, packages by name. `type` imports are marked. */
  readonly imports: readonly { readonly target: string; readonly typeOnly: boolean }[];
}

const roots = ['app', 'components', 'lib', 'data', 'test'];
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function resolved(file: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2).replace(/\.(tsx?|js)$/, '');
  if (target.startsWith('.')) return path.posix.join(path.posix.dirname(file), target).replace(/\.(tsx?|js)$/, '');
  return target;
}

function moduleOf(file: string): Module {
  const source = readFileSync(file, 'utf8');
  const imports = [...source.matchAll(importPattern)].map((match) => ({
    target: resolved(file, match[2] ?? match[3] ?? ''),
    typeOnly: match[1] !== undefined,
  }));
  return { file, source, lines: source.split('\n').length - 1, imports };
}

/** Every TypeScript module of the project. Read as text: no tool stands between the law and the code. */
export function projectModules(): readonly Module[] {
  return roots
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map(
        (name) => `${root}/${name.split(path.sep).join('/')}`,
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map(moduleOf);
}

export function nameOf(module: Module): string {
  return module.file.replace(/\.tsx?$/, '');
}
