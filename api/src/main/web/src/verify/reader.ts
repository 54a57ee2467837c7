import { ballotId } from './ballot';
import { Malformed, unhex } from './bytes';
import type { Book, Examined } from './book';
import { entryId, isSignedBy, parseEntry, type Entry } from './entry';
import type { Findings } from './findings';
import type { KeyRing } from './keys';
import { leafHash } from './merkle';
import { characters } from './receipt';

/** An entry that somebody asked for by the code of a receipt. */
export interface Coded {
  readonly index: number;
  readonly type: string;
  readonly poll: string;
}

/** Reads entries one behind another: form, id, number, signature; then what they say (checks 4, 5, 7 to 9). */
export class Reader {
  readonly coded: Coded[] = [];
  /** Streams by the index of each entry that could be read. */
  readonly streamsOf: [index: number, stream: string][] = [];
  private readonly ids = new Set<string>();
  private readonly streams = new Map<string, number>();
  private cause = '';
  private sameCause = 0;
  private next = 0;
  private run: { index: number; entry: Entry; leaf: Uint8Array }[] = [];

  constructor(
    private readonly origin: string,
    private readonly keys: KeyRing,
    private readonly book: Book,
    private readonly findings: Findings,
    private readonly code: string | null,
  ) {}

  /** Takes an entry; gives its leaf hash. Its signature is looked at with those of its neighbours: {@link flush}. */
  async take(index: number, bytes: Uint8Array): Promise<Uint8Array> {
    const leaf = leafHash(bytes);
    let entry: Entry;
    try {
      entry = parseEntry(bytes);
    } catch (e) {
      if (!(e instanceof Malformed)) {
        throw e;
      }
      this.findings.add('entries', index, 'entryForm', e.message);
      this.cause = '';
      this.next = index + 1;
      return leaf;
    }
    if (index === 0 && entry.type !== 'urne.log.LogCreated.v1') {
      this.findings.add('keys', index, 'genesis');
    }
    this.checkOrder(index, entry);
    this.streamsOf.push([index, entry.stream ?? '']);
    this.run.push({ index, entry, leaf });
    if (entry.stream === 'log/public') {
      await this.flush();
    }
    return leaf;
  }

  private checkOrder(index: number, entry: Entry): void {
    this.sameCause = index === this.next && entry.cause === this.cause ? this.sameCause + 1 : 0;
    this.cause = entry.cause;
    this.next = index + 1;
    if (entry.id !== entryId(entry.cause, this.sameCause)) {
      this.findings.add('entries', index, 'entryId');
    }
    if (this.ids.has(entry.id)) {
      this.findings.add('entries', index, 'idTwice');
    }
    this.ids.add(entry.id);
    if (entry.stream !== null && entry.seq !== null) {
      const due = this.streams.get(entry.stream) ?? 0;
      if (entry.seq !== due) {
        this.findings.add('entries', index, 'seqGap', entry.seq, due);
      }
      this.streams.set(entry.stream, Math.max(due, entry.seq + 1));
    }
  }

  /** Checks the signatures of what was taken, many at a time, and then follows what it says. */
  async flush(): Promise<void> {
    const run = this.run;
    this.run = [];
    const proofs = await Promise.all(run.map(({ entry }) => this.prove(entry)));
    run.forEach(({ index, entry, leaf }, i) => {
      const { signed, examined } = proofs[i] as { signed: boolean | null; examined: Examined | null };
      if (signed !== true) {
        this.findings.add('signatures', index, signed === null ? 'keyNotInForce' : 'entrySignature', entry.key);
      }
      this.book.collect(entry.stream, leaf);
      this.book.accept(index, entry, examined);
      this.compareCode(index, entry, leaf, examined);
    });
  }

  private async prove(entry: Entry): Promise<{ signed: boolean | null; examined: Examined | null }> {
    const key = this.keys.find(entry.key);
    const [signed, examined] = await Promise.all([
      key === null ? null : isSignedBy(entry, this.origin, key),
      this.book.examine(entry),
    ]);
    return { signed, examined };
  }

  private compareCode(index: number, entry: Entry, leaf: Uint8Array, examined: Examined | null): void {
    if (this.code !== null) {
      const h = examined?.ballot == null ? leaf : unhex(ballotId(examined.ballot), 32);
      if (characters(h) === this.code) {
        this.coded.push({ index, type: entry.type, poll: examined?.ballot?.poll ?? '' });
      }
    }
  }
}

