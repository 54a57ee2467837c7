import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { join, u16, unbase64, utf8 } from '../../src/verify/bytes';
import { archive, Unreadable, type Evidence } from '../../src/verify/evidence';
import { leafHash } from '../../src/verify/merkle';
import type { Report } from '../../src/verify/report';
import { verify } from '../../src/verify/verification';

/** Logs that were tampered with, which the other verifier reads too (SharedTamperingsTest). */
interface Shared {
  readonly entries: string[];
  readonly rows: { what: string; sentence: string; vkey: string; checkpoint: string; entries: number[] }[];
}

const SHARED = JSON.parse(
  readFileSync(new URL('../vectors/tamperings.json', import.meta.url), 'utf8'),
) as Shared;

type Files = Map<string, Uint8Array>;

function filesOf(row: Shared['rows'][number]): Files {
  const entries = row.entries.map((number) => unbase64(SHARED.entries[number] ?? ''));
  const checkpoint = utf8(row.checkpoint);
  return new Map([
    ['vkey', utf8(`${row.vkey}\n`)],
    ['checkpoint', checkpoint],
    ['history', join(u16(checkpoint.length), checkpoint)],
    [`tile/entries/000.p/${entries.length}`, join(...entries.map((entry) => join(u16(entry.length), entry)))],
    [`tile/0/000.p/${entries.length}`, join(...entries.map(leafHash))],
  ]);
}

function evidenceOf(files: Files): Evidence {
  return { names: [...files.keys()], read: (name) => Promise.resolve(files.get(name) ?? null) };
}

function run(evidence: Evidence, vkey = '', earlier = ''): Promise<Report> {
  return verify(evidence, { vkey, earlier, receipt: '', code: '' }, () => undefined);
}

const good = () => filesOf(SHARED.rows[0] as Shared['rows'][number]);

/** How many findings there are; more than none, too, where it cannot be read at all. */
async function found(files: Files): Promise<number> {
  try {
    return (await run(evidenceOf(files))).count;
  } catch (e) {
    expect(e).toBeInstanceOf(Unreadable);
    return 1;
  }
}

describe('tampering', () => {
  it('does not find what was not done', async () => {
    const report = await run(evidenceOf(good()));
    expect(report.findings).toEqual([]);
    expect(report.polls.map((poll) => poll.state)).toEqual(report.polls.map(() => 'declared'));
    expect(report.polls.length).toBe(4);
  });

  it.each(SHARED.rows.slice(1))('finds that $what', async (row) => {
    expect(await found(filesOf(row))).toBeGreaterThan(0);
  });

  it('finds a flipped bit of any file', async () => {
    let number = 0;
    for (const [name, bytes] of good()) {
      for (let step = 0; step < 12; step++) {
        const files = good();
        const changed = bytes.slice();
        number = (number * 1103515245 + 12345) % 0x7fffffff;
        changed[number % changed.length] = (changed[number % changed.length] ?? 0) ^ (1 << number % 8);
        files.set(name, changed);
        expect(await found(files), `${name} at ${number % changed.length}`).toBeGreaterThan(0);
      }
    }
  });

  it('finds files that are missing, added or cut', async () => {
    for (const name of good().keys()) {
      const without = good();
      without.delete(name);
      expect(await found(without), `without ${name}`).toBeGreaterThan(0);
      const cut = good();
      cut.set(name, (cut.get(name) ?? new Uint8Array(0)).slice(0, -32));
      expect(await found(cut), `${name} cut`).toBeGreaterThan(0);
    }
    expect(await found(good().set('more', new Uint8Array(1)))).toBeGreaterThan(0);
  });

  it('finds another key, and an earlier checkpoint that is no part of the log', async () => {
    const first = SHARED.rows[0] as Shared['rows'][number];
    const other = 'vote.example.org/2026+5d4e1c5b+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    expect((await run(evidenceOf(good()), first.vkey, first.checkpoint)).count).toBe(0);
    expect((await run(evidenceOf(good()), other)).count).toBeGreaterThan(0);
    const rewritten = SHARED.rows.find(
      (row, i) => i > 0 && row.vkey === first.vkey && row.entries.length === first.entries.length,
    ) as Shared['rows'][number];
    expect((await run(evidenceOf(good()), '', rewritten.checkpoint)).count).toBeGreaterThan(0);
  });

  it('reads a zip archive, and finds one that was changed', async () => {
    const zip = zipSync(Object.fromEntries(good()));
    expect((await run(archive(zip))).count).toBe(0);
    const entries = [...good().keys()].find((name) => name.startsWith('tile/entries')) ?? '';
    const files = good();
    (files.get(entries) as Uint8Array)[900] = 0x41;
    expect((await run(archive(zipSync(Object.fromEntries(files))))).count).toBeGreaterThan(0);
    expect(() => archive(utf8('no archive'))).toThrow(Unreadable);
  });
});
