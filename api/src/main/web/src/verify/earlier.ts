import { equal } from './bytes';
import { said, type Findings, type Said } from './findings';
import type { GrowingTree } from './merkle';
import type { Checkpoint } from './note';

/** A checkpoint that somebody noted before: the tree of its size must have its root. */
export class Earlier {
  private same = false;

  constructor(private readonly checkpoint: Checkpoint, private readonly findings: Findings) {}

  compare(tree: GrowingTree): void {
    if (tree.size === this.checkpoint.size) {
      this.same = equal(tree.root(), this.checkpoint.root);
      if (!this.same) {
        this.findings.add('tree', 'checkpoint', 'earlierOther', this.checkpoint.size);
      }
    }
  }

  tell(did: Said[]): void {
    if (this.same) {
      did.push(said('didEarlier', this.checkpoint.size));
    }
  }
}
