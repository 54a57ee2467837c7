import { ballotId, parseBallot } from './ballot';
import { equal, Malformed, unhex } from './bytes';
import { parseEntry } from './entry';
import { said, type Findings, type Said } from './findings';
import type { GrowingTree } from './merkle';
import type { Checkpoint, VerifierKey } from './note';
import { characters, checkpointOf, proves, type Receipt } from './receipt';

/** A receipt, compared with the log while that is read. */
export class ReceiptCheck {
  private entry: Uint8Array | null = null;
  private sameHistory = false;

  private constructor(
    private readonly receipt: Receipt,
    private readonly checkpoint: Checkpoint,
    private readonly findings: Findings,
  ) {}

  /** Nothing where there is no receipt, or one that the log has not signed, which is a finding. */
  static async of(receipt: Receipt | undefined, key: VerifierKey, findings: Findings): Promise<ReceiptCheck | null> {
    if (receipt === undefined) {
      return null;
    }
    try {
      return new ReceiptCheck(receipt, await checkpointOf(receipt, key), findings);
    } catch (e) {
      findings.add('receipt', 'checkpoint', 'notSigned', e instanceof Malformed ? e.message : '');
      return null;
    }
  }

  compare(tree: GrowingTree, entry: Uint8Array, leaf: Uint8Array): void {
    if (tree.size === this.receipt.index + 1 && leaf.length === 32) {
      this.entry = entry;
    }
    if (tree.size === this.checkpoint.size) {
      this.sameHistory = equal(tree.root(), this.checkpoint.root);
    }
  }

  finish(size: number, did: Said[]): void {
    const { index } = this.receipt;
    if (!this.sameHistory) {
      const longer = this.checkpoint.size > size;
      const key = longer ? 'earlierLonger' : 'receiptOtherHistory';
      this.findings.add('receipt', 'checkpoint', key, this.checkpoint.size, size);
    }
    if (this.entry === null || !proves(this.receipt, this.checkpoint, this.entry)) {
      this.findings.add('receipt', index, 'receiptProof', index);
      return;
    }
    did.push(said('didReceipt', index));
    const entry = parseEntry(this.entry);
    if (entry.type === 'urne.poll.BallotCast.v1') {
      const ballot = parseBallot(entry.data);
      did.push(said('didBallotReceipt', ballot.poll, characters(unhex(ballotId(ballot), 32))));
    }
  }
}
