import { ed25519 } from '@noble/curves/ed25519.js';

const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;

/** Whether S of a signature is below the group order (RFC 8032, section 5.1.7): a browser need not look. */
function isReduced(signature: Uint8Array): boolean {
  let s = 0n;
  for (let i = 63; i >= 32; i--) {
    s = (s << 8n) | BigInt(signature[i] ?? 0);
  }
  return s < ORDER;
}

/** What browsers cannot tell, they do not know: asked once. */
let native: Promise<boolean> | undefined;

async function known(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', true, ['verify']);
    return true;
  } catch {
    return false;
  }
}

/** Whether the browser itself checks signatures, which is some twenty times as fast. */
export function isNative(): Promise<boolean> {
  return (native ??= known());
}

/** Checks signatures of one key. */
export class Ed25519Key {
  private imported: Promise<CryptoKey> | undefined;

  constructor(readonly bytes: Uint8Array) {}

  async verifies(message: Uint8Array, signature: Uint8Array): Promise<boolean> {
    if (signature.length !== 64 || this.bytes.length !== 32 || !isReduced(signature)) {
      return false;
    }
    try {
      if (await isNative()) {
        this.imported ??= crypto.subtle.importKey('raw', this.bytes as BufferSource, 'Ed25519', false, ['verify']);
        return await crypto.subtle.verify(
          'Ed25519',
          await this.imported,
          signature as BufferSource,
          message as BufferSource,
        );
      }
      return ed25519.verify(signature, message, this.bytes, { zip215: false });
    } catch {
      return false;
    }
  }
}
