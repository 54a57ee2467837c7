import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** A key on this device: its secret never leaves it. */
export interface Pen {
  council: string;
  signer: string;
  number: number;
  seed: Uint8Array;
}

const utf8 = new TextEncoder();

export function newSeed(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function publicKey(seed: Uint8Array): string {
  return hex(ed25519.getPublicKey(seed));
}

export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export function sign(seed: Uint8Array, message: Uint8Array): string {
  return base64(ed25519.sign(message, seed));
}

/** What is signed with a new key, and with the one before it (docs/formats/councils.md, section 8). Ids need no escapes. */
export function registration(pen: Pen): Uint8Array {
  return utf8.encode(
    'urne-signer-v1\n' +
      `{"council":"${pen.council}","key":"${publicKey(pen.seed)}","number":${pen.number},"signer":"${pen.signer}"}`,
  );
}

/** What is signed to ask what waits. */
export function question(pen: Pen, at: number): Uint8Array {
  return utf8.encode(`urne-inbox-v1\n${pen.council}/${pen.signer}\n${at}\n`);
}

/** Whether these bytes are minutes of a council and meeting, and not something else that a server would like signed. */
export function isOfMinutes(statement: Uint8Array, council: string, meeting: string, version: number): boolean {
  const [context, json, ...more] = new TextDecoder().decode(statement).split('\n');
  if (context !== 'urne-minutes-v1' || json === undefined || more.length > 0) {
    return false;
  }
  const told = JSON.parse(json) as { council?: string; meeting?: string; version?: number };
  return told.council === council && told.meeting === meeting && told.version === version;
}

/** The texts of the notes that a statement names by their hashes; null if these are not they. */
export function signedNotes(statement: Uint8Array, notes: { salt: string; content: string }[]): string[] | null {
  const told = JSON.parse(new TextDecoder().decode(statement).split('\n')[1] ?? '{}') as { notes?: { text: string }[] };
  const texts: string[] = [];
  for (const [at, note] of (told.notes ?? []).entries()) {
    const kept = notes[at];
    if (kept === undefined) {
      return null;
    }
    const content = fromBase64(kept.content);
    if (hex(sha256(new Uint8Array([...fromBase64(kept.salt), ...content]))) !== note.text) {
      return null;
    }
    texts.push(new TextDecoder().decode(content));
  }
  return texts;
}
