import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64 } from './wire';

/** What stands on a card: the poll and seed of its QR code, or its short code. */
export type Card =
  | { readonly poll: string; readonly seed: Uint8Array<ArrayBuffer> }
  | { readonly code: string };

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const QR = /^urne:card:1:([a-z0-9][a-z0-9-]{0,62}):([A-Za-z0-9_-]{43})$/;

/** Characters of a short code as they are being typed: forgiving, so far as docs/formats/ballot.md, section 1 is. */
export function typedCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
}

/** A short code as people read it: XXXX-XXXX-XXXX. */
export function shownCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}

/** What somebody scanned or typed; null if it is no card. */
export function parseCard(text: string): Card | null {
  const qr = QR.exec(text.trim());
  if (qr) {
    return { poll: qr[1] as string, seed: fromBase64(qr[2] as string) };
  }
  const code = typedCode(text);
  return code.length === LENGTH && [...code].every((character) => DIGITS.includes(character)) ? { code } : null;
}

/** The seed of a card in a poll; that of a short code is made in the background. */
export function seedOf(code: string, poll: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./stretch.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (message: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      worker.terminate();
      resolve(message.data);
    };
    worker.onerror = () => {
      worker.terminate();
      reject(new Error('the seed of the card cannot be computed'));
    };
    worker.postMessage({ code, poll });
  });
}

/** A new short code, from a secure source. */
export function newCode(): string {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(random, (byte) => DIGITS[byte & 31]).join('');
}

/** The text of a card's QR code. */
export function qrText(poll: string, seed: Uint8Array): string {
  const base64url = btoa(String.fromCharCode(...seed)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return `urne:card:1:${poll}:${base64url}`;
}

/** The token of a seed: its public key, 32 bytes (RFC 8032, section 5.1.5). */
export function tokenOf(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(ed25519.getPublicKey(seed));
}
