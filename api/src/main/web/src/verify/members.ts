import { Malformed, unbase64, unhex, utf8 } from './bytes';
import { isObject, type Json, type JsonObject } from './json';

/** The members of an object that has these and no others; a member with another form is told by its name. */
export class Members {
  private readonly object: JsonObject;

  constructor(json: Json | undefined, private readonly where: string, required: string[], optional: string[] = []) {
    if (!isObject(json)) {
      throw new Malformed(where);
    }
    const names = Object.keys(json);
    const missing = required.find((name) => !names.includes(name));
    const other = names.find((name) => !required.includes(name) && !optional.includes(name));
    if (missing !== undefined || other !== undefined) {
      throw new Malformed(`${where}.${missing ?? other ?? ''}`);
    }
    this.object = json;
  }

  private wrong(name: string): Malformed {
    return new Malformed(`${this.where}.${name}`);
  }

  has(name: string): boolean {
    return name in this.object;
  }

  value(name: string): Json {
    return this.object[name] ?? null;
  }

  text(name: string, pattern = /^[^]*$/): string {
    const value = this.object[name];
    if (typeof value !== 'string' || !pattern.test(value)) {
      throw this.wrong(name);
    }
    return value;
  }

  whole(name: string, min = 0, max = Number.MAX_SAFE_INTEGER): number {
    const value = this.object[name];
    if (typeof value !== 'number' || value < min || value > max) {
      throw this.wrong(name);
    }
    return value;
  }

  bool(name: string): boolean {
    const value = this.object[name];
    if (typeof value !== 'boolean') {
      throw this.wrong(name);
    }
    return value;
  }

  list(name: string): Json[] {
    const value = this.object[name];
    if (!Array.isArray(value)) {
      throw this.wrong(name);
    }
    return value;
  }

  texts(name: string): string[] {
    return this.list(name).map((each) => {
      if (typeof each !== 'string') {
        throw this.wrong(name);
      }
      return each;
    });
  }

  hex(name: string, length: number): string {
    const digits = this.text(name);
    try {
      unhex(digits, length);
    } catch {
      throw this.wrong(name);
    }
    return digits;
  }

  base64(name: string, length?: number): Uint8Array {
    try {
      const bytes = unbase64(this.text(name));
      if (length === undefined || bytes.length === length) {
        return bytes;
      }
    } catch {
      // told below
    }
    throw this.wrong(name);
  }

  poll(): string {
    return this.text('poll', /^[a-z0-9][a-z0-9-]{0,62}$/);
  }

  reason(): string {
    const reason = this.text('reason');
    if (reason.length < 1 || reason.length > 500) {
      throw this.wrong('reason');
    }
    return reason;
  }

  by(): string {
    return this.text('by', /^[\x21-\x7e]{1,64}$/);
  }
}

export function isShort(text: string, bytes: number): boolean {
  const length = utf8(text).length;
  return length >= 1 && length <= bytes;
}
