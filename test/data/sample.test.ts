import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { southWest } from '@/data/generate/authorities';
import { firstDay, lastDay } from '@/data/generate/calendar';
import { oddCells } from '@/data/generate/odd';
import { sampleFiles, sampleManifest } from '@/data/generate/sample';
import { readReturn } from './read-return';

const folder = fileURLToPath(new URL('../../data/sample/', import.meta.url));
const files = sampleFiles();
const rows = files.flatMap((file) => file.rows);

test('the same seed gives the same bytes', () => {
  const again = sampleFiles();
  for (const [index, { name, bytes }] of files.entries()) {
    expect(Buffer.compare(bytes, again[index]?.bytes ?? new Uint8Array()), name).toBe(0);
  }
});

test('the committed files are what the generator writes: run data/generate/write.ts after a change', () => {
  expect(readdirSync(folder).sort()).toEqual([...files.map(({ name }) => name), 'manifest.json'].sort());
  for (const { name, bytes } of files) expect(Buffer.compare(readFileSync(`${folder}${name}`), bytes), name).toBe(0);
  const manifest: unknown = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8'));
  expect(manifest).toEqual(sampleManifest(files));
});

test('every South West authority has one file, named after it, and about 12,000 rows are shared by children looked after', () => {
  expect(files.map(({ house }) => house.code).sort()).toEqual(southWest.map(({ code }) => code).sort());
  expect(rows.length).toBe(11_982);
  const total = southWest.reduce((sum, { children }) => sum + children, 0);
  for (const { house, rows: own } of files) {
    const children = southWest.find(({ code }) => code === house.code)?.children ?? 0;
    expect(Math.abs(own.length - (11_980 * children) / total), house.file).toBeLessThanOrEqual(2);
  }
});

test('the whole pool stays small enough to send with the page', () => {
  expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(6_000_000);
});

test('referrals and placements lie in the eight quarters, every one of which every larger authority fills', () => {
  for (const row of rows) {
    expect(row.referralDay).toBeGreaterThanOrEqual(firstDay);
    expect(row.placementDay ?? row.referralDay).toBeLessThanOrEqual(lastDay);
    expect(row.placementDay ?? row.referralDay).toBeGreaterThanOrEqual(row.referralDay);
  }
  for (const { house, rows: own } of files.filter((file) => file.rows.length > 100)) {
    const quarters = new Set(own.map(({ referralDay }) => Math.floor((referralDay - firstDay) / 91.32)));
    expect(quarters.size, house.file).toBe(8);
  }
});

test('two rows were sent twice, one of them with its cost corrected; no other child has two rows of one referral date', () => {
  const keys = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.authority} ${row.childId} ${row.referralDay}`;
    keys.set(key, (keys.get(key) ?? 0) + 1);
  }
  expect([...keys.values()].filter((count) => count > 1)).toEqual([2, 2]);
});

test('every row of every file names its child, and every odd cell stands in its file', () => {
  for (const file of files) {
    const { header, rows: lines } = readReturn(file);
    expect(lines.length, file.name).toBe(file.rows.length);
    const id = header.findIndex((name) => /^child[ _]?id$/i.test(name));
    expect(lines.every((cells) => cells.length === header.length && cells[id] !== '')).toBe(true);
    const words = new Set(lines.flat());
    for (const { code, text } of oddCells) if (code === file.house.code) expect(words).toContain(text);
  }
});

test('nothing in the folder came from elsewhere', () => {
  expect(existsSync(folder)).toBe(true);
  expect(readdirSync(folder).every((name) => /\.(csv|json)$/.test(name))).toBe(true);
});
