import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ballotId, isSignedByToken, parseBallot, parseChoice, type Choice } from '../../src/verify/ballot';
import { hex, text, unhex, utf8 } from '../../src/verify/bytes';
import { recount } from '../../src/verify/count';
import { definitionHash, parseDefinition, parseOption, type Definition, type Kind } from '../../src/verify/definition';
import { isSignedBy, parseEntry } from '../../src/verify/entry';
import { isObject, parseCanonical, type Json, type JsonObject } from '../../src/verify/json';
import { isConsistent, isIncluded, leafHash, treeRoot } from '../../src/verify/merkle';
import { openCheckpoint, parseKey } from '../../src/verify/note';
import { Opener } from '../../src/verify/opening';
import { checkpointOf, parseReceipt, proves } from '../../src/verify/receipt';
import { tileName } from '../../src/verify/tiles';

/** The wire vectors of the project, which both of its other implementations read too. */
const FOLDER = new URL('../../../../../../audit/src/test/resources/vectors/', import.meta.url);

type Case = JsonObject & { valid: boolean; name: string; bytes: string };

function vectors(name: string): JsonObject {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as JsonObject;
}

function cases(name: string, member = 'cases'): Case[] {
  return vectors(name)[member] as Case[];
}

async function accepts(what: () => unknown): Promise<boolean> {
  try {
    return (await what()) !== false;
  } catch {
    return false;
  }
}

function list(value: Json | undefined): Uint8Array[] {
  return (value as string[]).map((each) => unhex(each, 32));
}

describe('the verifier reads the wire vectors as the other implementations do', () => {
  it('canonical JSON', async () => {
    for (const { bytes, valid } of cases('canonical-json')) {
      const written = unhex(bytes, bytes.length / 2);
      expect(await accepts(() => parseCanonical(written)), Buffer.from(written).toString()).toBe(valid);
    }
  });

  it('entries', async () => {
    const { origin, vkey } = vectors('entry');
    const key = parseKey(vkey as string);
    for (const each of cases('entry')) {
      const bytes = unhex(each.bytes, each.bytes.length / 2);
      const good = await accepts(async () => {
        const entry = parseEntry(bytes);
        return entry.key === key.id && (await isSignedBy(entry, origin as string, key));
      });
      expect(good, each.name).toBe(each.valid);
      if (each.valid) {
        expect(hex(leafHash(bytes))).toBe(each.leaf);
      }
    }
  });

  it('trees, inclusion and consistency', () => {
    const { roots, inclusion, consistency } = vectors('tree') as { [name: string]: Case[] };
    const root = new Map((roots ?? []).map((each) => [each.size as number, unhex(each.root as string, 32)]));
    const leaf = (i: number) => leafHash(utf8(`entry ${i}`));
    for (const [size, due] of root) {
      expect(hex(treeRoot(Array.from({ length: size }, (_, i) => leaf(i))))).toBe(hex(due));
    }
    for (const { index, size, proof, valid } of inclusion ?? []) {
      const due = root.get(size as number) as Uint8Array;
      expect(isIncluded(leaf(index as number), index as number, size as number, list(proof), due)).toBe(valid);
    }
    for (const { old, size, proof, valid } of consistency ?? []) {
      const [before, after] = [root.get(old as number), root.get(size as number)] as [Uint8Array, Uint8Array];
      expect(isConsistent(old as number, size as number, list(proof), before, after), `${old}-${size}`).toBe(valid);
    }
  });

  it('names of tiles', () => {
    for (const { level, number, width, name, valid } of cases('tiles')) {
      if (valid) {
        expect(tileName(level === -1 ? 'entries' : (level as number), number as number, width as number)).toBe(name);
      }
    }
  });

  it('signed notes', async () => {
    const key = parseKey(vectors('notes').vkey as string);
    for (const { name, note, size, valid } of cases('notes')) {
      const good = await accepts(async () => (await openCheckpoint(utf8(note as string), key)).size === (size ?? -1));
      expect(good, name).toBe(valid);
    }
  });

  it('receipts', async () => {
    const key = parseKey(vectors('receipts').vkey as string);
    for (const { name, entry, receipt, valid } of cases('receipts')) {
      const good = await accepts(async () => {
        const read = parseReceipt(receipt as string);
        return proves(read, await checkpointOf(read, key), utf8(entry as string));
      });
      expect(good, name ?? (receipt as string)).toBe(valid);
    }
  });

  it('definitions', async () => {
    for (const { definition, hash, valid } of cases('definitions')) {
      const good = await accepts(() => {
        const { options, ...rest } = definition as JsonObject & { options: Json[] };
        parseDefinition(rest, options.length);
        options.forEach(parseOption);
        return hex(definitionHash(rest, options)) === hash;
      });
      // what a definition says beyond its form is looked at where the poll is followed
      if (valid) {
        expect(good, JSON.stringify(definition)).toBe(true);
      }
    }
  });

  it('sealed ballots', async () => {
    const { poll, definition, privateKey } = vectors('sealed-ballots') as { [name: string]: string };
    const opener = new Opener(unhex(privateKey ?? '', 32), poll ?? '', unhex(definition ?? '', 32));
    for (const { name, ballot, id, signed, plaintext } of cases('sealed-ballots')) {
      const read = parseBallot(ballot ?? null);
      expect(ballotId(read), name).toBe(id);
      expect(await isSignedByToken(read), name).toBe(signed);
      const opened = await opener.open(read);
      expect(opened === null ? undefined : hex(opened), name).toBe(plaintext);
    }
  });

  it('choices', () => {
    for (const { kind, limits, budget, costs, cases: all } of cases('choices', 'polls')) {
      const definition = { kind, limits, cents: budget ?? 0 } as unknown as Definition;
      for (const { plaintext, choice } of all as JsonObject[]) {
        const bytes = unhex(plaintext as string, (plaintext as string).length / 2);
        const found = parseChoice(definition, costs as number[], bytes);
        expect(told(kind as Kind, found), `${kind} ${plaintext}`).toEqual(choice);
      }
    }
  });

  it('counts by score', () => {
    let counted = 0;
    for (const each of cases('recounts')) {
      const { options, budget, rule, tieBreak, ballots, selected, spent, left, ties, verdicts } = each;
      if (!isObject(rule) || !String(rule.id).startsWith('greedy')) {
        continue;
      }
      counted++;
      const outcome = recount({
        options: (options as JsonObject[]).map((o) => ({ id: String(o.id), cost: Number(o.cost), title: '' })),
        kind: 'APPROVAL',
        limits: {},
        cents: budget as number,
        rule: {
          id: String(rule.id),
          threshold: Number(rule.threshold ?? 0),
          conflicts: (rule.conflicts ?? []) as [string, string][],
        },
        tieBreak: tieBreak as string,
        choices: (ballots as number[][]).map((names): Choice => names.map((i) => [i, 1] as const)),
      });
      expect(outcome.selected).toEqual(selected);
      expect([outcome.spent, outcome.left]).toEqual([spent, left]);
      expect(outcome.ties.map((tie) => tie.options)).toEqual(ties);
      expect(outcome.scores).toEqual(verdicts);
    }
    expect(counted).toBeGreaterThan(10);
  });
});

function told(kind: Kind, choice: Choice | null): Json {
  if (choice === null || choice.length === 0) {
    return { form: choice === null ? 'null' : 'blank' };
  }
  const options = choice.map(([option]) => option);
  const values = choice.map(([, value]) => value);
  switch (kind) {
    case 'POINTS':
      return { form: 'points', options, points: values };
    case 'RANKING':
      return { form: 'ranked', options };
    case 'GRADES':
      return { form: 'graded', grades: values };
    case 'MOTION':
      return { form: 'voted', vote: ['', 'FOR', 'AGAINST', 'ABSTAIN'][values[0] ?? 0] ?? '' };
    default:
      return { form: 'named', options };
  }
}

describe('independence', () => {
  it('shares no code with what seals ballots', () => {
    const folder = new URL('../../src/verify/', import.meta.url);
    for (const file of readdirSync(folder)) {
      const imports = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/^(?:import|export) [^;]*?from '([^']+)';/gm)];
      for (const [, from = ''] of imports) {
        expect(from, file).toMatch(/^(\.\/[a-z0-9-]+|@hpke\/core|@noble\/(curves|hashes)\/[a-z0-9]+\.js|fflate)$/);
      }
    }
  });

  it('reads strict UTF-8', () => {
    expect(() => text(Uint8Array.of(0xc0, 0x80))).toThrow();
  });
});
