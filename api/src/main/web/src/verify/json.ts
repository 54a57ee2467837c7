import { Malformed, text, utf8 } from './bytes';

/** A value of canonical JSON (docs/formats/log.md, section 2): numbers are whole. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

const DEPTH = 32;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoted(value: string): string {
  if (hasLoneSurrogate(value)) {
    throw new Malformed('a lone surrogate');
  }
  return JSON.stringify(value);
}

/** Old browsers know no look-behind: they would refuse the whole script. */
function hasLoneSurrogate(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = value.charCodeAt(i + 1);
      if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) {
        return true;
      }
      i++;
    }
  }
  return false;
}

/** Writes canonical JSON. */
export function canonical(value: Json, depth = 1): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) {
      throw new Malformed('a number that is not whole, or too large');
    }
    return value === 0 ? '0' : String(value);
  }
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (depth > DEPTH) {
    throw new Malformed('nested too deep');
  }
  if (Array.isArray(value)) {
    return `[${value.map((each) => canonical(each, depth + 1)).join(',')}]`;
  }
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${quoted(name)}:${canonical(value[name] ?? null, depth + 1)}`).join(',')}}`;
}

/**
 * Reads canonical JSON: the bytes must be what writing the value gives. That also finds members that stand twice and
 * numbers that are not written as they should, whatever the browser's own parser makes of them.
 */
export function parseCanonical(bytes: Uint8Array): Json {
  const written = text(bytes);
  let value: Json;
  try {
    value = JSON.parse(written) as Json;
  } catch {
    throw new Malformed('not JSON');
  }
  if (canonical(value) !== written) {
    throw new Malformed('not canonical JSON');
  }
  return value;
}

export function canonicalBytes(value: Json): Uint8Array {
  return utf8(canonical(value));
}
