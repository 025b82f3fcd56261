/** Results as lines to read and as a file to keep, with how busy the machine was. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import type { Spent } from './clock';

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}

/** `31.0 / 24.0`: wall, processor. */
export function both({ wall, cpu }: Spent): string {
  return `${number(wall)} / ${number(cpu)}`;
}

/** By the wall and by the processor. */
export function ratio(one: Spent, other: Spent): string {
  return `${(one.wall / other.wall).toFixed(2)} / ${(one.cpu / other.cpu).toFixed(2)}`;
}

export function heading(text: string): void {
  console.log(`\n${text}; load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`);
}

export function print(line: Readonly<Record<string, unknown>>): void {
  console.log(
    `- ${Object.entries(line)
      .map(([name, value]) => `${name} ${value ?? '–'}`)
      .join(' · ')}`,
  );
}

/** Keeps the results under `.generated/bench`, which is never committed. */
export function keep(name: string, results: unknown): void {
  const folder = path.resolve('.generated', 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const machine = { date: new Date().toISOString(), cores: cpus().length, model: cpus()[0]?.model, load: loadavg() };
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify({ machine, results }, null, 1)}\n`);
}
