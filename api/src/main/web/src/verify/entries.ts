import { Book, type Examined } from './book';
import { Malformed } from './bytes';
import { entryId, isSignedBy, parseEntry, type Entry } from './entry';
import type { Findings } from './findings';
import { KeyRing } from './keys';
import { leafHash } from './merkle';
import type { VerifierKey } from './note';

const GENESIS = 'urne.log.LogCreated.v1';

/** An entry with its index, and what its form says. */
interface Read {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly entry: Entry | null;
  readonly examined: Examined | null;
}

/** Checks entries, one bundle after another: form, ids, numbers, signatures; then each poll's own rules. */
export class Entries {
  readonly book: Book;
  read = 0;
  private readonly keys: KeyRing;
  private readonly ids = new Set<string>();
  private readonly seqs = new Map<string, number>();
  private latest = { index: -1, cause: '', number: 0 };

  constructor(private readonly key: VerifierKey, private readonly findings: Findings) {
    this.keys = new KeyRing(key, findings);
    this.book = new Book(key.name, this.keys, findings);
  }

  /** Takes entries with their indexes, in the order of the log; gives their leaf hashes. */
  async take(indexes: number[], bundle: Uint8Array[]): Promise<Uint8Array[]> {
    const reads = await Promise.all(bundle.map((bytes, i) => this.examine(indexes[i] ?? 0, bytes)));
    const signatures: Promise<void>[] = [];
    for (const { index, leaf, entry, examined } of reads) {
      this.read++;
      this.book.collect(entry?.stream ?? null, leaf);
      if (entry !== null) {
        this.order(index, entry);
        signatures.push(this.signature(index, entry));
        this.book.accept(index, entry, examined);
      }
    }
    await Promise.all(signatures);
    return reads.map((read) => read.leaf);
  }

  private async examine(index: number, bytes: Uint8Array): Promise<Read> {
    const leaf = leafHash(bytes);
    try {
      const entry = parseEntry(bytes);
      return { index, leaf, entry, examined: await this.book.examine(entry) };
    } catch (e) {
      if (!(e instanceof Malformed)) {
        throw e;
      }
      this.findings.add('entries', index, 'entryForm', e.message);
      return { index, leaf, entry: null, examined: null };
    }
  }

  private order(index: number, entry: Entry): void {
    const behind = this.latest.index + 1 === index && this.latest.cause === entry.cause;
    this.latest = { index, cause: entry.cause, number: behind ? this.latest.number + 1 : 0 };
    if (entry.id !== entryId(entry.cause, this.latest.number)) {
      this.findings.add('entries', index, 'entryId');
    }
    if (this.ids.has(entry.id)) {
      this.findings.add('entries', index, 'idTwice');
    }
    this.ids.add(entry.id);
    if ((index === 0) !== (entry.type === GENESIS)) {
      this.findings.add('keys', index, 'genesis');
    }
    if (entry.stream !== null && entry.seq !== null) {
      const due = this.seqs.get(entry.stream) ?? 0;
      if (entry.seq !== due) {
        this.findings.add('entries', index, 'seqGap', entry.seq, due);
      }
      this.seqs.set(entry.stream, entry.seq + 1);
    }
  }

  /** The key is looked up at once: a later entry may retire it. */
  private async signature(index: number, entry: Entry): Promise<void> {
    const key = this.keys.find(entry.key);
    if (key === null) {
      this.findings.add('signatures', index, 'keyNotInForce', entry.key);
    } else if (!(await isSignedBy(entry, this.key.name, key))) {
      this.findings.add('signatures', index, 'entrySignature');
    }
  }
}
