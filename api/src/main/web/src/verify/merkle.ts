import { sha256 } from '@noble/hashes/sha2.js';
import { equal, join } from './bytes';

/** The tree of RFC 6962, section 2.1. */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export { sha256 };

export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256.create().update(LEAF).update(entry).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(NODE).update(left).update(right).digest();
}

/** A tree to which leaves are added; it keeps the roots of its full parts only. */
export class GrowingTree {
  private readonly peaks: Uint8Array[] = [];
  size = 0;

  append(leaf: Uint8Array): void {
    let hash = leaf;
    for (let rest = this.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      hash = nodeHash(this.peaks.pop() as Uint8Array, hash);
    }
    this.peaks.push(hash);
    this.size++;
  }

  root(): Uint8Array {
    const last = this.peaks[this.peaks.length - 1];
    if (last === undefined) {
      return sha256(new Uint8Array(0));
    }
    return this.peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
  }
}

export function treeRoot(leaves: Uint8Array[]): Uint8Array {
  const tree = new GrowingTree();
  leaves.forEach((leaf) => tree.append(leaf));
  return tree.root();
}

/** Whether a proof leads from a leaf to a root (RFC 9162, section 2.1.3.2). */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index >= size) {
    return false;
  }
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const step of proof) {
    if (last === 0) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(step, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, step);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equal(hash, root);
}

/** Whether a proof shows that a tree continues an earlier one (RFC 9162, section 2.1.4.2). */
export function isConsistent(
  before: number,
  size: number,
  proof: Uint8Array[],
  rootBefore: Uint8Array,
  root: Uint8Array,
): boolean {
  if (before > size || before === 0) {
    return false;
  }
  if (before === size) {
    return proof.length === 0 && equal(rootBefore, root);
  }
  let node = before - 1;
  let last = size - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  const steps = node === 0 ? [rootBefore, ...proof] : proof;
  let older = steps[0];
  let newer = steps[0];
  if (older === undefined || newer === undefined || proof.length === 0) {
    return false;
  }
  for (const step of steps.slice(1)) {
    if (last === 0) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      older = nodeHash(step, older);
      newer = nodeHash(step, newer);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newer = nodeHash(newer, step);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equal(older, rootBefore) && equal(newer, root);
}

/**
 * The root over entries of which only some are known (docs/formats/evidence.md, "The proof").
 *
 * @param indexes of the known leaves, ascending
 * @param proof the hashes of the parts without a known leaf, 32 bytes each; all of them must be used
 */
export function sparseRoot(
  indexes: number[],
  leaves: Uint8Array[],
  size: number,
  proof: Uint8Array,
): Uint8Array | null {
  let at = 0;
  let used = 0;
  const hash = (from: number, to: number): Uint8Array | null => {
    const next = indexes[at];
    if (next === undefined || next >= to) {
      used += 32;
      return used <= proof.length ? proof.slice(used - 32, used) : null;
    }
    if (to - from === 1) {
      return leaves[at++] ?? null;
    }
    let k = 1;
    while (2 * k < to - from) {
      k *= 2;
    }
    const left = hash(from, from + k);
    const right = left === null ? null : hash(from + k, to);
    return left === null || right === null ? null : nodeHash(left, right);
  };
  const root = size === 0 ? null : hash(0, size);
  return used === proof.length && at === leaves.length ? root : null;
}

export function hashOf(...parts: Uint8Array[]): Uint8Array {
  return sha256(join(...parts));
}
