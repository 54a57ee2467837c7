import { equal, join } from './bytes';
import type { Evidence } from './evidence';
import type { Findings } from './findings';
import { GrowingTree, treeRoot } from './merkle';
import { tilesOf, WIDTH } from './tiles';

/** The tree over all entries of a log, with its roots at earlier sizes (check 6). */
export class LogTree {
  private readonly tree = new GrowingTree();
  private readonly leaves: Uint8Array[] = [];
  private readonly roots = new Map<number, Uint8Array>();

  /** A tree that remembers its roots at these sizes. */
  constructor(private readonly sizes: Set<number>) {
    this.remember();
  }

  append(leaf: Uint8Array): void {
    this.tree.append(leaf);
    this.leaves.push(leaf);
    this.remember();
  }

  private remember(): void {
    if (this.sizes.has(this.tree.size)) {
      this.roots.set(this.tree.size, this.tree.root());
    }
  }

  root(): Uint8Array {
    return this.tree.root();
  }

  rootAt(size: number): Uint8Array | undefined {
    return this.roots.get(size);
  }

  /** Compares the hash tiles with what the entries give; tells how many there are. */
  async compareTiles(evidence: Evidence, findings: Findings): Promise<number> {
    const levels = [this.leaves];
    const tiles = tilesOf(this.tree.size);
    for (const tile of tiles) {
      const hashes = (levels[tile.level] ?? []).slice(tile.n * WIDTH, tile.n * WIDTH + tile.width);
      const told = await evidence.read(tile.name);
      if (told === null) {
        findings.add('files', tile.name, 'fileMissing', tile.name);
      } else if (!equal(told, join(...hashes))) {
        findings.add('tree', tile.name, 'tileDiffers');
      }
      if (tile.width === WIDTH) {
        (levels[tile.level + 1] ??= []).push(treeRoot(hashes));
      }
    }
    return tiles.length;
  }
}
