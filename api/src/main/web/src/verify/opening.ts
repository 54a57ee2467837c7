import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { join, u32, unhex } from './bytes';
import type { Ballot } from './ballot';
import { sealInfo } from './definition';

const SUITE = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});

/** Opens ballots with the key that was revealed (docs/formats/ballot.md, section 3). */
export class Opener {
  private readonly key: Promise<CryptoKey>;
  private readonly info: Uint8Array;

  constructor(scalar: Uint8Array, poll: string, hash: Uint8Array) {
    this.key = SUITE.kem.importKey('raw', bufferOf(scalar), false);
    this.info = sealInfo(poll, hash);
  }

  /** The plaintext, or nothing if the ballot cannot be opened. A browser that cannot read the key itself throws. */
  async open(ballot: Pick<Ballot, 'enc' | 'ct' | 'token' | 'seq'>): Promise<Uint8Array | null> {
    const recipientKey = await this.key;
    try {
      const context = await SUITE.createRecipientContext({
        recipientKey,
        enc: bufferOf(ballot.enc),
        info: bufferOf(this.info),
      });
      const aad = join(unhex(ballot.token, 32), u32(ballot.seq));
      return new Uint8Array(await context.open(bufferOf(ballot.ct), bufferOf(aad)));
    } catch {
      return null;
    }
  }
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}
