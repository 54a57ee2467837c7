import { argon2idAsync } from '@noble/hashes/argon2.js';

/** What is kept of the animator's code, and of wrong ones. */
interface Kept {
  readonly salt: string;
  readonly hash: string;
  readonly wrong: number;
  /** When the next try is taken, by this tablet's clock, milliseconds; only ever waited for as long as the delay says. */
  readonly until: number;
}

const PLACE = 'urne.booth.pin';
const FREE_TRIES = 3;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 300_000;

/** How a code was taken: right, wrong, or not looked at for so many seconds. */
export type Tried = { readonly right: boolean; readonly waitSeconds: number };

/**
 * The animator's code of a tablet: four to eight digits, of which a salted Argon2id hash is kept. After three wrong ones
 * each further try must wait longer, also after a reload.
 */
export class Pin {
  constructor(private readonly storage: Storage = localStorage, private readonly clock: () => number = Date.now) {}

  /** Whether a code was chosen. */
  get isChosen(): boolean {
    return this.kept() !== null;
  }

  /** Whether these digits can be a code. */
  static isOne(digits: string): boolean {
    return /^\d{4,8}$/.test(digits);
  }

  /** Chooses the code. */
  async choose(digits: string): Promise<void> {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    this.keep({ salt: hex(salt), hash: await hash(digits, salt), wrong: 0, until: 0 });
  }

  /** Compares a code. */
  async try(digits: string): Promise<Tried> {
    const kept = this.kept();
    if (!kept) {
      return { right: false, waitSeconds: 0 };
    }
    const wait = Math.min(kept.until - this.clock(), delay(kept.wrong)); // a clock put back must not lock for years
    if (wait > 0) {
      return { right: false, waitSeconds: Math.ceil(wait / 1000) };
    }
    if ((await hash(digits, bytes(kept.salt))) === kept.hash) {
      this.keep({ ...kept, wrong: 0, until: 0 });
      return { right: true, waitSeconds: 0 };
    }
    const wrong = kept.wrong + 1;
    this.keep({ ...kept, wrong, until: this.clock() + delay(wrong) });
    return { right: false, waitSeconds: Math.ceil(delay(wrong) / 1000) };
  }

  private kept(): Kept | null {
    const text = this.storage.getItem(PLACE);
    return text === null ? null : (JSON.parse(text) as Kept);
  }

  private keep(kept: Kept): void {
    this.storage.setItem(PLACE, JSON.stringify(kept));
  }
}

function delay(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (wrong - FREE_TRIES));
}

async function hash(digits: string, salt: Uint8Array): Promise<string> {
  return hex(await argon2idAsync(digits, salt, { t: 2, m: 4_096, p: 1, dkLen: 32 }));
}

function hex(raw: Uint8Array): string {
  return [...raw].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
