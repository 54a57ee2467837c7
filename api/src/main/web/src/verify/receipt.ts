import { hex, Malformed, unbase64, utf8 } from './bytes';
import { leafHash, isIncluded } from './merkle';
import { openCheckpoint, type Checkpoint, type VerifierKey } from './note';

/** Receipts (docs/formats/log.md, section 9). */

export interface Receipt {
  readonly index: number;
  readonly proof: Uint8Array[];
  /** The signed note. */
  readonly note: string;
}

const STEPS = 63;

/** Reads the text of a receipt. Its line `extra` is for people: nothing vouches for it. */
export function parseReceipt(text: string): Receipt {
  const found = /^c2sp\.org\/tlog-proof@v1\n(?:extra ([A-Za-z0-9+/=]*)\n)?index (0|[1-9][0-9]*)\n((?:[A-Za-z0-9+/=]+\n)*)\n([^]+)$/.exec(text);
  const [index, steps, note] = [found?.[2], found?.[3], found?.[4]];
  if (index === undefined || steps === undefined || note === undefined || !Number.isSafeInteger(Number(index))) {
    throw new Malformed('receipt');
  }
  if (found?.[1] !== undefined) {
    unbase64(found[1]);
  }
  const proof = steps.split('\n').slice(0, -1).map((step) => unbase64(step));
  if (proof.length > STEPS || proof.some((step) => step.length !== 32)) {
    throw new Malformed('receipt');
  }
  return { index: Number(index), proof, note };
}

/** The signed checkpoint of a receipt. */
export function checkpointOf(receipt: Receipt, key: VerifierKey): Promise<Checkpoint> {
  return openCheckpoint(utf8(receipt.note), key);
}

export function proves(receipt: Receipt, checkpoint: Checkpoint, entry: Uint8Array): boolean {
  return isIncluded(leafHash(entry), receipt.index, checkpoint.size, receipt.proof, checkpoint.root);
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The eight characters of the code that people compare (docs/formats/receipt.md, section 1). */
export function characters(h: Uint8Array): string {
  const number = BigInt(`0x${hex(h.slice(4, 9))}`);
  const digits = Array.from({ length: 8 }, (_, i) => CROCKFORD[Number((number >> BigInt(5 * (7 - i))) & 31n)]).join('');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
