import { Malformed, equal } from './bytes';
import type { Findings } from './findings';
import type { GrowingTree } from './merkle';
import { openCheckpoint, sameCheckpoint, type Checkpoint, type VerifierKey } from './note';

const PLACE = 'history';

/** The checkpoints that a log has signed before, compared with the tree while it grows. */
export class History {
  private at = 0;
  compared = 0;

  private constructor(
    private readonly checkpoints: readonly Checkpoint[],
    private readonly findings: Findings,
  ) {}

  /** Reads the file `history`: each as u16 length ‖ signed note, ascending, the last as the checkpoint says. */
  static async read(bytes: Uint8Array, key: VerifierKey, last: Checkpoint, findings: Findings): Promise<History> {
    const checkpoints: Checkpoint[] = [];
    for (let at = 0; at < bytes.length; ) {
      const end = at + 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
      if (at + 2 > bytes.length || end > bytes.length) {
        findings.add('files', PLACE, 'fileForm', at);
        break;
      }
      try {
        checkpoints.push(await openCheckpoint(bytes.subarray(at + 2, end), key));
      } catch (e) {
        findings.add('checkpoint', PLACE, 'notSigned', e instanceof Malformed ? e.message : '');
      }
      at = end;
    }
    const ascending = checkpoints.every((each, i) => i === 0 || (checkpoints[i - 1]?.size ?? 0) < each.size);
    const end = checkpoints[checkpoints.length - 1];
    if (!ascending || end === undefined || !sameCheckpoint(end, last)) {
      findings.add('checkpoint', PLACE, 'historyOrder');
    }
    return new History(ascending ? checkpoints : [], findings);
  }

  /** Compares the tree with the checkpoint of its size, if there is one. */
  compare(tree: GrowingTree): void {
    const due = this.checkpoints[this.at];
    if (due !== undefined && due.size === tree.size) {
      this.at++;
      this.compared++;
      if (!equal(due.root, tree.root())) {
        this.findings.add('tree', PLACE, 'historyRoot', due.size);
      }
    }
  }
}
