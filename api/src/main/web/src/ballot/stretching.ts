import { argon2id } from '@noble/hashes/argon2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, utf8 } from './wire';

/** The seed that follows from a short code (docs/formats/ballot.md, section 1); takes a second or so on an old tablet. */
export function stretched(code: string, poll: string): Uint8Array<ArrayBuffer> {
  const salt = sha256(concat(utf8('urne-card-v1\n'), utf8(poll))).slice(0, 16);
  return new Uint8Array(argon2id(utf8(code), salt, { t: 2, m: 19_456, p: 1, dkLen: 32, version: 0x13 }));
}
