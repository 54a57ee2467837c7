import 'fake-indexeddb/auto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { Keys } from '../src/sign/keys';
import { base64, fromBase64, hex, isOfMinutes, type Pen, publicKey, question, registration, sign, signedNotes } from '../src/sign/pen';

const pen: Pen = { council: 'youth', signer: 'chair', number: 2, seed: new Uint8Array(32).fill(7) };
const utf8 = new TextEncoder();

describe('a pen', () => {
  it('registers its key in the words of the format', () => {
    expect(new TextDecoder().decode(registration(pen))).toBe(
      `urne-signer-v1\n{"council":"youth","key":"${publicKey(pen.seed)}","number":2,"signer":"chair"}`,
    );
  });

  it('signs what its key verifies', () => {
    const message = question(pen, 17);
    expect(ed25519.verify(fromBase64(sign(pen.seed, message)), message, ed25519.getPublicKey(pen.seed))).toBe(true);
  });

  it('signs minutes of the meeting that is shown, and nothing else', () => {
    const minutes = '{"council":"youth","facts":{},"meeting":"first","notes":[],"version":3}';
    const of = (text: string): boolean => isOfMinutes(utf8.encode(text), 'youth', 'first', 3);
    expect(of(`urne-minutes-v1\n${minutes}`)).toBe(true);
    expect(of(`urne-signer-v1\n${minutes}`)).toBe(false);
    expect(of(`urne-minutes-v1\n${minutes}\n`)).toBe(false);
    expect(of(`urne-minutes-v1\n${minutes.replace('"first"', '"second"')}`)).toBe(false);
    expect(of(`urne-minutes-v1\n${minutes.replace('3', '4')}`)).toBe(false);
    expect(of('')).toBe(false);
  });

  it('knows the notes that it signs by their hashes', () => {
    const salt = new Uint8Array(32).fill(1);
    const content = utf8.encode('Chacun se présente.');
    const hash = hex(sha256(new Uint8Array([...salt, ...content])));
    const statement = utf8.encode(`urne-minutes-v1\n{"notes":[{"text":"${hash}"}]}`);
    const kept = { salt: base64(salt), content: base64(content) };
    expect(signedNotes(statement, [kept])).toEqual(['Chacun se présente.']);
    expect(signedNotes(statement, [{ ...kept, content: base64(utf8.encode('Autre chose')) }])).toBeNull();
    expect(signedNotes(statement, [{ salt: '', content: '' }])).toBeNull();
    expect(signedNotes(statement, [])).toBeNull();
  });
});

describe('keys on a device', () => {
  it('send a key again whose answer was lost, and make another one for the next number', async () => {
    const keys = await Keys.open();
    const lost = { ...pen, seed: new Uint8Array(32).fill(1) };
    const again = { ...pen, seed: new Uint8Array(32).fill(2) };
    expect((await keys.propose(lost)).seed).toEqual(lost.seed);
    expect((await keys.propose(again)).seed).toEqual(lost.seed);
    expect((await keys.propose({ ...again, number: 3 })).seed).toEqual(again.seed);
    await keys.adopt({ ...again, number: 3 });
    expect(await keys.pending()).toEqual([]);
    expect((await keys.all()).map((each) => each.number)).toEqual([3]);
  });
});
