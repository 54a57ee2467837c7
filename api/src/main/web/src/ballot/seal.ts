import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { tokenOf } from './card';
import { encode, type Choice } from './choice';
import { hash, type Definition } from './definition';
import { base64, concat, fromBase64, fromHex, hex, number, utf8 } from './wire';

/** A ballot as it leaves the tablet (docs/formats/ballot.md, section 4): nobody can read it before the poll key is revealed. */
export interface SealedBallot {
  readonly suite: 1;
  readonly poll: string;
  readonly token: string;
  readonly authorisation: 'card' | 'paper';
  readonly seq: number;
  readonly enc: string;
  readonly ct: string;
  readonly sig: string;
}

const DOMAIN = utf8('urne-ballot-v1\n');

/**
 * Seals a choice to the poll key and signs it with the card's token.
 *
 * @param secret 32 bytes from which the one-time key follows; fresh ones where none are given. The same make the same ballot
 */
export function seal(
  definition: Definition,
  seed: Uint8Array,
  choice: Choice,
  seq = 0,
  secret: Uint8Array = crypto.getRandomValues(new Uint8Array(32)),
): Promise<SealedBallot> {
  return sealed(definition, seed, 'card', seq, encode(definition, choice), secret);
}

/**
 * The ballot of a sheet of paper: a function of sheet and choice alone (section 7). A sheet that says nothing valid is entered
 * with the choice null.
 */
export function sealPaper(definition: Definition, seed: Uint8Array, choice: Choice | null): Promise<SealedBallot> {
  const plaintext = choice ? encode(definition, choice) : new Uint8Array(encode(definition, { kind: 'BLANK' }).length);
  const secret = sha256(concat(utf8('urne-paper-v1\n'), hash(definition), seed, plaintext));
  return sealed(definition, seed, 'paper', 0, plaintext, secret);
}

async function sealed(
  definition: Definition,
  seed: Uint8Array,
  authorisation: 'card' | 'paper',
  seq: number,
  plaintext: Uint8Array<ArrayBuffer>,
  secret: Uint8Array,
): Promise<SealedBallot> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
  const own = seed.slice(); // who gave the seed may wipe it meanwhile
  const token = tokenOf(own);
  const poll = utf8(definition.poll);
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(fromBase64(definition.trustees.keys[0] ?? '')),
    info: concat(number(1, 1), number(poll.length, 1), poll, hash(definition)),
    ekm: await suite.kem.deriveKeyPair(new Uint8Array(secret)),
  });
  const ct = new Uint8Array(await sender.seal(plaintext, concat(token, number(seq, 4))));
  const ballot = {
    suite: 1 as const,
    poll: definition.poll,
    token: hex(token),
    authorisation,
    seq,
    enc: base64(new Uint8Array(sender.enc)),
    ct: base64(ct),
  };
  const sig = base64(ed25519.sign(concat(DOMAIN, bytesOf(ballot)), own));
  own.fill(0);
  return { ...ballot, sig };
}

/** The bytes that are signed (section 4). */
function bytesOf(ballot: Omit<SealedBallot, 'sig'>): Uint8Array<ArrayBuffer> {
  const poll = utf8(ballot.poll);
  const authorisation = utf8(ballot.authorisation);
  const ct = fromBase64(ballot.ct);
  return concat(
    number(ballot.suite, 1),
    number(poll.length, 1),
    poll,
    fromHex(ballot.token),
    number(authorisation.length, 1),
    authorisation,
    number(ballot.seq, 4),
    fromBase64(ballot.enc),
    number(ct.length, 2),
    ct,
  );
}

/** The id of a ballot, 32 bytes: its command id, and what its receipt's code follows from. */
export function idOf(ballot: SealedBallot): Uint8Array<ArrayBuffer> {
  return new Uint8Array(sha256(concat(DOMAIN, bytesOf(ballot), fromBase64(ballot.sig))));
}
