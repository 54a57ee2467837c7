import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { base64, hex, join, utf8 } from '../../src/verify/bytes';
import { Findings } from '../../src/verify/findings';
import { readCode, readEarlier, readReceipt } from '../../src/verify/given';
import { leafHash } from '../../src/verify/merkle';
import { keyId, parseKey } from '../../src/verify/note';

const ORIGIN = 'city.example/log';
const SECRET = new Uint8Array(32).fill(7);
const PUBLIC = ed25519.getPublicKey(SECRET);
const ID = keyId(ORIGIN, PUBLIC);
const KEY = parseKey(`${ORIGIN}+${hex(ID)}+${base64(join(Uint8Array.of(1), PUBLIC))}`);
const ENTRY = utf8('an entry');

function note(size: number, root: Uint8Array): string {
  const text = `${ORIGIN}\n${size}\n${base64(root)}\n`;
  return `${text}\n— ${ORIGIN} ${base64(join(ID, ed25519.sign(utf8(text), SECRET)))}\n`;
}

function keys(findings: Findings): string[] {
  return findings.kept.map((finding) => finding.key);
}

describe('what people bring', () => {
  it('reads codes as people type them', () => {
    expect(readCode('K3Y1-R54T')).toBe('K3Y1-R54T');
    expect(readCode('k3yl r54t')).toBe('K3Y1-R54T');
    expect(readCode('cartable-cible-cloche-bouquet-K3Y1-R54T')).toBe('K3Y1-R54T');
    expect(readCode('Trèfle, œil, cloche, bouquet: K3Y1 R54T')).toBe('K3Y1-R54T');
    expect(readCode('K3Y1-R54U')).toBeNull();
    expect(readCode('zzz')).toBeNull();
  });

  it('takes an earlier checkpoint with or without the line ends that copying leaves', async () => {
    const findings = new Findings();
    const given = note(1, leafHash(ENTRY));
    for (const copied of [given, given.trim(), `\n ${given.replace(/\n/g, '\r\n')}\r\n`]) {
      expect((await readEarlier(copied, KEY, 5, findings))?.size).toBe(1);
    }
    expect(keys(findings)).toEqual([]);
  });

  it('finds an earlier checkpoint that is longer than the log, or that the log has not signed', async () => {
    const findings = new Findings();
    expect(await readEarlier(note(6, leafHash(ENTRY)), KEY, 5, findings)).toBeNull();
    expect(await readEarlier(note(5, leafHash(ENTRY)).replace('\n5\n', '\n4\n'), KEY, 5, findings)).toBeNull();
    expect(keys(findings)).toEqual(['earlierLonger', 'earlierForm']);
  });

  it('finds a receipt of another entry, of another history, or of an entry that is not there', async () => {
    const text = `c2sp.org/tlog-proof@v1\nindex 0\n\n${note(1, leafHash(ENTRY))}`;
    const findings = new Findings();
    const good = await readReceipt(text, KEY, findings);
    good?.look(0, ENTRY);
    good?.compareHistory(1, leafHash(ENTRY));
    good?.finish([]);
    expect(keys(findings)).toEqual([]);

    const other = await readReceipt(text, KEY, findings);
    other?.look(0, utf8('another entry'));
    other?.compareHistory(1, leafHash(utf8('another entry')));
    other?.finish([]);
    (await readReceipt(text, KEY, findings))?.finish([]);
    await readReceipt(text.replace('index 0', 'index 00'), KEY, findings);
    expect(keys(findings)).toEqual(['receiptOtherHistory', 'receiptProof', 'receiptElsewhere', 'receiptForm']);
  });
});
