/** Bytes as they stand on the wire, and the canonical JSON of docs/formats/log.md, section 2. */

const encoder = new TextEncoder();

/** Text in UTF-8. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encoder.encode(text));
}

/** One after the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Lower-case hex. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes of lower-case hex; throws for anything else. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (!/^([0-9a-f]{2})*$/.test(text)) {
    throw new Error('this is no hex');
  }
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** Base64 with padding. */
export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Bytes of base64, also of its form for addresses and without padding; throws for anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
}

/** A number in so many bytes, the highest first. */
export function number(value: number, width: 1 | 2 | 4): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(width);
  for (let i = width - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) {
    bytes[i] = rest % 256;
  }
  return bytes;
}

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The canonical form; throws where there is none (a fraction, a lone surrogate). */
export function canonical(value: Json): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) {
      throw new Error(`the number ${value} is no integer that the log can hold`);
    }
    return String(value);
  }
  if (typeof value === 'string') {
    return canonicalText(value);
  }
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  const members = value as { readonly [name: string]: Json };
  const names = Object.keys(members).sort((a, b) => (a < b ? -1 : 1)); // by UTF-16 code units
  return `{${names.map((name) => `${canonicalText(name)}:${canonical(members[name] as Json)}`).join(',')}}`;
}

function canonicalText(text: string): string {
  const written = JSON.stringify(text);
  if (/\\u[dD][89a-fA-F]/.test(written.replace(/\\\\/g, ''))) {
    throw new Error('a text has a lone surrogate');
  }
  return written;
}
