import { ballotId, parseBallot } from './ballot';
import { equal, Malformed, unhex, utf8 } from './bytes';
import { parseEntry } from './entry';
import { said, type Findings, type Said } from './findings';
import { leafHash } from './merkle';
import { openCheckpoint, type Checkpoint, type VerifierKey } from './note';
import type { Coded } from './reader';
import { characters, checkpointOf, parseReceipt, proves, type Receipt } from './receipt';

/** What people bring: a checkpoint that they kept, a receipt, a code. */

function unlessMalformed<T>(e: unknown, then: () => T): T {
  if (e instanceof Malformed) {
    return then();
  }
  throw e;
}

/** The earlier checkpoint, or nothing where none is given or it cannot be compared. */
export async function readEarlier(
  note: string,
  key: VerifierKey,
  size: number,
  findings: Findings,
): Promise<Checkpoint | null> {
  if (note.trim() === '') {
    return null;
  }
  try {
    const whole = `${note.replace(/\r/g, '').replace(/^\s+|\s+$/g, '')}\n`;
    const earlier = await openCheckpoint(utf8(whole), key);
    if (earlier.size <= size) {
      return earlier;
    }
    findings.add('tree', 'checkpoint', 'earlierLonger', earlier.size, size);
  } catch (e) {
    unlessMalformed(e, () => findings.add('checkpoint', 'checkpoint', 'earlierForm'));
  }
  return null;
}

export async function readReceipt(text: string, key: VerifierKey, findings: Findings): Promise<ReceiptCheck | null> {
  if (text.trim() === '') {
    return null;
  }
  try {
    const receipt = parseReceipt(text);
    return new ReceiptCheck(receipt, await checkpointOf(receipt, key), findings);
  } catch (e) {
    return unlessMalformed(e, () => {
      findings.add('receipt', 'receipt', 'receiptForm');
      return null;
    });
  }
}

/** Checks a receipt against its entry, and its checkpoint against the log. */
export class ReceiptCheck {
  private code = '';
  private poll: string | null = null;
  private seen = false;
  private proven = false;

  constructor(
    private readonly receipt: Receipt,
    readonly checkpoint: Checkpoint,
    private readonly findings: Findings,
  ) {}

  look(index: number, bytes: Uint8Array): void {
    if (index !== this.receipt.index) {
      return;
    }
    this.seen = true;
    this.proven = proves(this.receipt, this.checkpoint, bytes);
    try {
      const entry = parseEntry(bytes);
      const ballot = entry.type === 'urne.poll.BallotCast.v1' ? parseBallot(entry.data) : null;
      this.poll = ballot?.poll ?? null;
      this.code = characters(ballot === null ? leafHash(bytes) : unhex(ballotId(ballot), 32));
    } catch (e) {
      unlessMalformed(e, () => undefined);
    }
  }

  compareHistory(size: number, root: Uint8Array | undefined): void {
    if (this.checkpoint.size <= size && !equal(root ?? new Uint8Array(0), this.checkpoint.root)) {
      this.findings.add('receipt', 'receipt', 'receiptOtherHistory', this.checkpoint.size);
    }
  }

  finish(did: Said[]): void {
    const { index } = this.receipt;
    if (!this.seen) {
      this.findings.add('receipt', 'receipt', 'receiptElsewhere', index);
    } else if (!this.proven) {
      this.findings.add('receipt', 'receipt', 'receiptProof', index);
    } else {
      did.push(said('didReceipt', index));
      if (this.poll !== null) {
        did.push(said('didBallotReceipt', this.poll, this.code));
      }
    }
  }
}

/** The eight characters of a typed code (docs/formats/receipt.md, section 3), or nothing where there are none. */
export function readCode(typed: string): string | null {
  const plain = typed.slice(0, 200).normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/œ/g, 'oe');
  const parts = plain.split(/[^a-z0-9]+/).filter((part) => part !== '');
  const all = parts.join('');
  const eight = (all.length === 8 ? all : parts.slice(4).join('')).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(eight) ? `${eight.slice(0, 4)}-${eight.slice(4)}` : null;
}

export function reportCode(
  code: string | null,
  typed: string,
  coded: readonly Coded[],
  findings: Findings,
  did: Said[],
): void {
  if (typed.trim() === '') {
    return;
  }
  if (code === null) {
    findings.add('receipt', 'code', 'codeForm');
  } else if (coded.length === 0) {
    findings.add('receipt', 'code', 'codeUnknown', code);
  }
  coded.forEach((found) => did.push(said('didCode', code ?? '', found.index, found.poll === '' ? found.type : found.poll)));
}
