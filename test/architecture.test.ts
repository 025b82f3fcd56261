import { beforeAll, describe, expect, test } from 'vitest';
import { type Module, nameOf, projectModules } from './support/modules';

let modules: readonly Module[] = [];
let product: readonly Module[] = [];

beforeAll(() => {
  modules = projectModules();
  product = modules.filter(({ file }) => /^(app|components|lib)\//.test(file));
});

/** Files of `from` that import something `forbidden`, as `file → import`. */
function breaches(from: RegExp, forbidden: RegExp, allowed = /$^/): readonly string[] {
  return modules
    .filter(({ file }) => from.test(file) && !allowed.test(file))
    .flatMap(({ file, imports }) =>
      imports.filter(({ target }) => forbidden.test(target)).map(({ target }) => `${file} → ${target}`),
    );
}

describe('the import laws', () => {
  test('were checked on the whole project: a check that saw nothing proves nothing', () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(product.flatMap(({ imports }) => imports).length).toBeGreaterThan(200);
  });

  test('lib knows nothing of components or app, so that figures can be worked out anywhere', () => {
    expect(breaches(/^lib\//, /^(components|app)\//)).toEqual([]);
  });

  test('components know nothing of app, so that a screen can be moved', () => {
    expect(breaches(/^components\//, /^app\//)).toEqual([]);
  });

  test('lib is free of React but for its hooks, so that a measure runs in a worker, a test or a build', () => {
    expect(breaches(/^lib\//, /^(react|react-dom|next)(\/|$)/, /\/(use-[a-z-]+|provider)\.tsx?$/)).toEqual([]);
  });

  test.each([
    ['duckdb', /^(@duckdb\/|apache-arrow)/, /^(lib\/database\/|test\/)/, 'the engine can be changed for another'],
    ['the URL library', /^nuqs/, /^lib\/view\//, 'the form of a link is decided once'],
    ['the charts library', /^recharts/, /^components\/chart\//, 'charts can be changed without touching a screen'],
    ['file writers', /^(write-excel-file|pptxgenjs)/, /^lib\/export\//, 'what leaves the browser leaves by one door'],
    ['the table library', /^@tanstack\//, /^components\/table\//, 'tables behave alike'],
  ])('%s is imported by one folder alone, so that this holds: %s', (_name, library, home) => {
    expect(breaches(/^(app|components|lib)\//, library, home)).toEqual([]);
  });

  test('the product never imports its tests', () => {
    expect(breaches(/^(app|components|lib)\//, /^test\//)).toEqual([]);
  });

  test('no import cycle: two modules that need each other are one module', () => {
    const graph = new Map(
      modules.map((module) => [
        nameOf(module),
        module.imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (name: string, path: readonly string[]): void => {
      if (path.includes(name)) cycles.push([...path.slice(path.indexOf(name)), name].join(' → '));
      if (done.has(name) || path.includes(name)) return;
      for (const target of graph.get(name) ?? []) if (graph.has(target)) visit(target, [...path, name]);
      done.add(name);
    };
    for (const name of graph.keys()) visit(name, []);
    expect(cycles).toEqual([]);
  });
});

describe('the door of disclosure control', () => {
  test('only the runner hands a draft to protection, and only protection returns what is shown', () => {
    expect(breaches(/^(app|components)\//, /^lib\/measure\/(kept|provenance)$/)).toEqual([]);
    const drafts = product.filter(({ file, source }) => /^(app|components)\//.test(file) && /\bDraft\b/.test(source));
    expect(drafts.map(({ file }) => file)).toEqual([]);
  });
});

describe('the files', () => {
  test('stay readable: none over 300 lines, nine in ten under 180', () => {
    const over = modules.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file} ${lines}`);
    expect(over).toEqual([]);
    const sorted = product.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(180);
  });

  test('use no any, no non-null assertion and no barrel', () => {
    const barrels = product.filter(({ source }) => /^export \* from/m.test(source)).map(({ file }) => file);
    const any = product
      .filter(({ source }) => /[:<]\s*any\b(?!\w)/.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
      .map(({ file }) => file);
    expect({ barrels, any }).toEqual({ barrels: [], any: [] });
  });
});
