import { Book } from './book';
import { equal, Malformed, text } from './bytes';
import { lines, parseIndexes, readNeeded, Unreadable, type Evidence } from './evidence';
import { Findings, said, type Said } from './findings';
import { readHistory } from './history';
import { KeyRing } from './keys';
import { sparseRoot } from './merkle';
import { openCheckpoint, parseKey, type Checkpoint, type VerifierKey } from './note';
import { readCode, readEarlier, readReceipt, ReceiptCheck, reportCode } from './given';
import { Reader } from './reader';
import { openPolls, type Progress, type Report } from './report';
import { extractName, splitBundle, tileName, tilesOf, WIDTH, widths } from './tiles';
import { LogTree } from './tree';

/** What somebody gives besides the evidence; empty texts for nothing. */
export interface Given {
  /** The verifier key, from a source of its own. */
  readonly vkey: string;
  /** A checkpoint that was kept earlier. */
  readonly earlier: string;
  /** A receipt file. */
  readonly receipt: string;
  /** The code of a receipt as typed. */
  readonly code: string;
}

/** Verifies evidence of a whole log, or of one poll. */
export async function verify(evidence: Evidence, given: Given, progress: Progress): Promise<Report> {
  const key = await readKey(evidence);
  const verification = new Verification(evidence, given, progress, key);
  return verification.run();
}

async function readKey(evidence: Evidence): Promise<VerifierKey> {
  const bytes = await readNeeded(evidence, 'vkey');
  try {
    const [line, ...more] = lines(bytes) ?? [];
    if (line !== undefined && more.length === 0) {
      return parseKey(line);
    }
  } catch (e) {
    if (!(e instanceof Malformed)) {
      throw e;
    }
  }
  throw new Unreadable(said('noEvidence', 'vkey'));
}

class Verification {
  private readonly findings = new Findings();
  private readonly did: Said[] = [];
  private readonly not: Said[] = [];
  private readonly keys: KeyRing;
  private readonly book: Book;
  private readonly reader: Reader;
  private readonly code: string | null;

  constructor(
    private readonly evidence: Evidence,
    private readonly given: Given,
    private readonly progress: Progress,
    private readonly key: VerifierKey,
  ) {
    this.code = readCode(given.code);
    this.keys = new KeyRing(key, this.findings);
    this.book = new Book(key.name, this.keys, this.findings);
    this.reader = new Reader(key.name, this.keys, this.book, this.findings, this.code);
  }

  async run(): Promise<Report> {
    this.compareKey();
    const bytes = await readNeeded(this.evidence, 'checkpoint');
    const checkpoint = await this.openCheckpoint(bytes);
    if (checkpoint === null) {
      return this.report(text(bytes), []);
    }
    const receipt = await readReceipt(this.given.receipt, this.key, this.findings);
    const poll = this.evidence.names?.includes('poll') === true ? await this.evidence.read('poll') : null;
    if (poll === null) {
      await this.wholeLog(checkpoint, receipt);
    } else {
      await this.extract(checkpoint, receipt, lines(poll)?.[0] ?? '');
    }
    this.book.finish();
    receipt?.finish(this.did);
    reportCode(this.code, this.given.code, this.reader.coded, this.findings, this.did);
    this.did.push(said('didBallots', this.book.ballots));
    const polls = await openPolls(this.book, this.findings, this.did, this.not, this.progress);
    if (this.book.others > 0) {
      this.not.push(said('notExamined', this.book.others));
    }
    this.not.push(said('notRegister'), said('notWho'), said('notWitnesses'));
    if (this.evidence.names !== null) {
      this.not.push(said('notArchive'));
    }
    return this.report(checkpoint.note, polls);
  }

  private report(checkpoint: string, polls: Report['polls']): Report {
    const { kept, count } = this.findings;
    return { findings: kept, count, did: this.did, not: this.not, polls, checkpoint };
  }

  private compareKey(): void {
    const told = this.given.vkey.trim();
    if (told === '') {
      this.not.push(said('notKey', this.key.string));
    } else if (told !== this.key.string) {
      this.findings.add('checkpoint', 'vkey', 'otherVkey');
    }
  }

  private async openCheckpoint(bytes: Uint8Array): Promise<Checkpoint | null> {
    try {
      const checkpoint = await openCheckpoint(bytes, this.key);
      this.did.push(said('didCheckpoint', checkpoint.origin, checkpoint.size));
      return checkpoint;
    } catch (e) {
      if (!(e instanceof Malformed)) {
        throw e;
      }
      this.findings.add('checkpoint', 'checkpoint', 'notSigned', e.message);
      return null;
    }
  }

  private async wholeLog(checkpoint: Checkpoint, receipt: ReceiptCheck | null): Promise<void> {
    const { size } = checkpoint;
    const earlier = await readEarlier(this.given.earlier, this.key, size, this.findings);
    const history = await readHistory(this.evidence, this.key, checkpoint, this.findings);
    const sizes = [...history, ...(earlier === null ? [] : [earlier])].map((each) => each.size);
    const tree = new LogTree(new Set([...sizes, ...(receipt === null ? [] : [receipt.checkpoint.size])]));
    this.compareNames([
      'vkey', 'checkpoint', ...(this.evidence.names === null ? [] : ['history']),
      ...widths(size).map((width, n) => tileName('entries', n, width)), ...tilesOf(size).map((tile) => tile.name),
    ]);
    const whole = await this.readEntries(size, (n, width) => tileName('entries', n, width), (i) => i, (leaf, bytes, i) => {
      tree.append(leaf);
      receipt?.look(i, bytes);
    });
    if (!whole || !equal(tree.root(), checkpoint.root)) {
      this.findings.add('tree', 'checkpoint', 'otherRoot');
    } else {
      this.did.push(said('didEntries', size), said('didTree'));
    }
    this.did.push(said('didTiles', await tree.compareTiles(this.evidence, this.findings)));
    this.compareHistory(tree, history, earlier);
    receipt?.compareHistory(size, tree.rootAt(receipt.checkpoint.size));
  }

  private compareHistory(tree: LogTree, history: Checkpoint[], earlier: Checkpoint | null): void {
    // one wrong entry makes all later roots wrong: the first says where to look
    const wrong = history.find((old) => !equal(tree.rootAt(old.size) ?? new Uint8Array(0), old.root));
    if (wrong !== undefined) {
      this.findings.add('tree', 'history', 'historyRoot', wrong.size);
    } else if (history.length > 0) {
      this.did.push(said('didHistory', history.length));
    }
    if (earlier === null) {
      this.not.push(...(this.given.earlier.trim() === '' ? [said('notOlder')] : []));
    } else if (equal(tree.rootAt(earlier.size) ?? new Uint8Array(0), earlier.root)) {
      this.did.push(said('didEarlier', earlier.size));
    } else {
      this.findings.add('tree', 'checkpoint', 'earlierOther', earlier.size);
    }
  }

  private async extract(checkpoint: Checkpoint, receipt: ReceiptCheck | null, poll: string): Promise<void> {
    const indexes = parseIndexes(await readNeeded(this.evidence, 'indexes'), checkpoint.size);
    const proof = await readNeeded(this.evidence, 'proof');
    if (indexes === null) {
      this.findings.add('files', 'indexes', 'fileForm', 'indexes');
      return;
    }
    this.compareNames([
      'vkey', 'checkpoint', 'poll', 'indexes', 'proof', ...widths(indexes.length).map((_, n) => extractName(n)),
    ]);
    const leaves: Uint8Array[] = [];
    await this.readEntries(indexes.length, extractName, (i) => indexes[i] ?? 0, (leaf, bytes, index) => {
      leaves.push(leaf);
      receipt?.look(index, bytes);
    });
    const root = sparseRoot(indexes, leaves, checkpoint.size, proof);
    if (root === null || !equal(root, checkpoint.root)) {
      this.findings.add('tree', 'proof', 'proofWrong');
    } else {
      this.did.push(said('didEntries', indexes.length), said('didProof', indexes.length));
    }
    this.foreign(indexes, poll);
    this.not.push(said('notRest'), ...(this.given.earlier.trim() === '' ? [] : [said('notEarlierExtract')]));
  }

  private foreign(indexes: number[], poll: string): void {
    if (indexes[0] !== 0) {
      this.findings.add('keys', 0, 'genesis');
    }
    for (const [index, stream] of this.reader.streamsOf) {
      const [kind, id] = stream.split('/');
      if (stream !== 'log/public' && !((kind === 'poll' || kind === 'ballot') && id === poll)) {
        this.findings.add('entries', index, 'foreignEntry', poll);
      }
    }
    if (this.book.polls.get(poll)?.has('sealed') !== true) {
      this.findings.add('polls', 'poll', 'notSealed', poll);
    }
  }

  /** Reads all entries; tells whether all were there. */
  private async readEntries(
    size: number,
    nameOf: (n: number, width: number) => string,
    indexOf: (i: number) => number,
    each: (leaf: Uint8Array, bytes: Uint8Array, index: number) => void,
  ): Promise<boolean> {
    for (const [n, width] of widths(size).entries()) {
      this.progress(said('entriesProgress', n * WIDTH, size), n * WIDTH, size);
      const name = nameOf(n, width);
      const bundle = await this.evidence.read(name);
      if (bundle === null) {
        this.findings.add('files', name, 'fileMissing', name);
        return false;
      }
      let entries: Uint8Array[];
      try {
        entries = splitBundle(bundle, width, this.evidence.names !== null);
      } catch (e) {
        if (!(e instanceof Malformed)) {
          throw e;
        }
        this.findings.add('files', name, 'fileForm', e.message);
        return false;
      }
      for (const [i, bytes] of entries.entries()) {
        const index = indexOf(n * WIDTH + i);
        each(await this.reader.take(index, bytes), bytes, index);
      }
      await this.reader.flush();
    }
    return true;
  }

  private compareNames(due: string[]): void {
    const names = this.evidence.names;
    if (names !== null) {
      const known = new Set(due);
      const seen = new Set<string>();
      for (const name of names) {
        if (!known.has(name) || seen.has(name)) {
          this.findings.add('files', name, 'fileExtra', name);
        }
        seen.add(name);
      }
      // what is missing among tiles and bundles is found where it is read
      due.filter((name) => !seen.has(name) && !name.includes('/')).forEach((name) => {
        this.findings.add('files', name, 'fileMissing', name);
      });
    }
  }
}

