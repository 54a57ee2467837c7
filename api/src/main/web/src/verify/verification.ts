import { Malformed, equal, join, text } from './bytes';
import { Earlier } from './earlier';
import { Entries } from './entries';
import { extractNames, parseIndexes } from './extract';
import { Findings, said, type Said } from './findings';
import { History } from './history';
import { GrowingTree, sparseRoot, treeRoot } from './merkle';
import { openCheckpoint, parseKey, type Checkpoint, type VerifierKey } from './note';
import { checkPolls } from './polls';
import type { Receipt } from './receipt';
import { ReceiptCheck } from './receipt-check';
import type { Progress, Report } from './report';
import { readBundle, readNeeded, readTile, Unreadable, type Evidence } from './source';
import { extractName, splitBundle, tileName, tilesOf, WIDTH, widths } from './tiles';

export interface Asked {
  /** A signed checkpoint that was noted earlier. */
  readonly earlier?: string;
  /** The verifier key from a source of its own. */
  readonly vkey?: string;
  readonly receipt?: Receipt;
}

/** Verifies evidence: of a whole log, or of one poll. */
export class Verification {
  private readonly findings = new Findings();
  private readonly did: Said[] = [];
  private readonly not: Said[] = [];

  constructor(
    private readonly evidence: Evidence,
    private readonly asked: Asked,
    private readonly progress: Progress,
  ) {}

  async run(): Promise<Report> {
    this.progress(said('reading'), 0, 1);
    const key = await this.readKey();
    const checkpoint = await this.readCheckpoint(key);
    const entries = new Entries(key, this.findings);
    const extract = this.evidence.names?.includes('poll') === true;
    if (extract) {
      await this.extract(checkpoint, entries);
    } else {
      await this.log(checkpoint, key, entries);
    }
    entries.book.finish();
    this.did.push(said('didEntries', entries.read));
    const polls = await checkPolls(entries.book, this.findings, this.did, this.not, this.progress);
    this.tellWhatWasNot(key, entries, extract);
    return {
      findings: this.findings.kept,
      count: this.findings.count,
      did: this.did,
      not: this.not,
      polls,
      checkpoint: checkpoint.note,
      entries: entries.read,
    };
  }

  private async readKey(): Promise<VerifierKey> {
    const line = text(await readNeeded(this.evidence, 'vkey'));
    const given = this.asked.vkey?.trim() ?? '';
    if (given !== '' && `${given}\n` !== line) {
      this.findings.add('keys', 'vkey', 'otherVkey');
    }
    try {
      return parseKey(given !== '' ? given : line.replace(/\n$/, ''));
    } catch {
      throw new Unreadable('fileForm', 'vkey');
    }
  }

  private async readCheckpoint(key: VerifierKey): Promise<Checkpoint> {
    const bytes = await readNeeded(this.evidence, 'checkpoint');
    try {
      const checkpoint = await openCheckpoint(bytes, key);
      this.did.push(said('didCheckpoint', checkpoint.origin, checkpoint.size));
      return checkpoint;
    } catch (e) {
      throw new Unreadable('notSigned', e instanceof Malformed ? e.message : '');
    }
  }

  private compareNames(due: string[]): void {
    const names = this.evidence.names;
    if (names === null) {
      return;
    }
    const [there, wanted] = [new Set(names), new Set(due)];
    due.filter((name) => !there.has(name)).forEach((name) => this.findings.add('files', name, 'fileMissing', name));
    names
      .filter((name, i) => !wanted.has(name) || names.indexOf(name) !== i)
      .forEach((name) => this.findings.add('files', name.slice(0, 80), 'fileExtra', name));
  }

  private async log(checkpoint: Checkpoint, key: VerifierKey, entries: Entries): Promise<void> {
    const size = checkpoint.size;
    const bundles = widths(size);
    this.compareNames([
      'vkey', 'checkpoint', 'history', ...tilesOf(size).map((tile) => tile.name),
      ...bundles.map((width, n) => tileName('entries', n, width)),
    ]);
    const history = await this.history(key, checkpoint);
    const earlier = await this.earlier(key, checkpoint);
    const receipt = await ReceiptCheck.of(this.asked.receipt, key, this.findings);
    const tree = new GrowingTree();
    const leaves: Uint8Array[] = [];
    for (const [n, width] of bundles.entries()) {
      this.progress(said('entriesProgress', n * WIDTH, size), n * WIDTH, size);
      const bundle = await this.bundle(n, width);
      if (bundle === null) {
        this.findings.add('tree', 'checkpoint', 'otherRoot');
        return;
      }
      const hashes = await entries.take(bundle.map((_, i) => n * WIDTH + i), bundle);
      hashes.forEach((leaf, i) => {
        tree.append(leaf);
        leaves.push(leaf);
        history?.compare(tree);
        earlier?.compare(tree);
        receipt?.compare(tree, bundle[i] as Uint8Array, leaf);
      });
    }
    if (equal(tree.root(), checkpoint.root)) {
      this.did.push(said('didTree'));
    } else {
      this.findings.add('tree', 'checkpoint', 'otherRoot');
    }
    await this.tiles(size, leaves);
    receipt?.finish(tree.size, this.did);
    if (history !== null) {
      this.did.push(said('didHistory', history.compared));
    }
    earlier?.tell(this.did);
  }

  private async bundle(n: number, width: number): Promise<Uint8Array[] | null> {
    const name = tileName('entries', n, width);
    try {
      const bundle = await readBundle(this.evidence, n, width);
      if (bundle === null && this.evidence.names === null) {
        this.findings.add('files', name, 'fileMissing', name);
      }
      return bundle;
    } catch (e) {
      if (!(e instanceof Malformed)) {
        throw e;
      }
      this.findings.add('files', name, 'fileForm', e.message);
      return null;
    }
  }

  private async history(key: VerifierKey, checkpoint: Checkpoint): Promise<History | null> {
    const bytes = this.evidence.names === null ? null : await this.evidence.read('history');
    return bytes === null ? null : History.read(bytes, key, checkpoint, this.findings);
  }

  private async earlier(key: VerifierKey, checkpoint: Checkpoint): Promise<Earlier | null> {
    const note = this.asked.earlier?.trim() ?? '';
    if (note === '') {
      this.not.push(said('notOlder'));
      return null;
    }
    try {
      const earlier = await openCheckpoint(new TextEncoder().encode(`${note}\n`), key);
      if (earlier.size > checkpoint.size) {
        this.findings.add('tree', 'checkpoint', 'earlierLonger', earlier.size, checkpoint.size);
        return null;
      }
      return new Earlier(earlier, this.findings);
    } catch (e) {
      this.findings.add('checkpoint', 'checkpoint', 'notSigned', e instanceof Malformed ? e.message : '');
      return null;
    }
  }

  /** Every hash tile is what the entries give. */
  private async tiles(size: number, leaves: Uint8Array[]): Promise<void> {
    let hashes = leaves;
    let level = 0;
    let checked = 0;
    for (const tile of tilesOf(size)) {
      if (tile.level > level) {
        const below = hashes;
        hashes = widths(below.length)
          .filter((width) => width === WIDTH)
          .map((_, n) => treeRoot(below.slice(n * WIDTH, (n + 1) * WIDTH)));
        level = tile.level;
      }
      const bytes = await readTile(this.evidence, tile.level, tile.n, tile.width);
      const due = join(...hashes.slice(tile.n * WIDTH, tile.n * WIDTH + tile.width));
      if (bytes === null && this.evidence.names === null) {
        this.findings.add('files', tile.name, 'fileMissing', tile.name);
      } else if (bytes !== null && !equal(bytes, due)) {
        this.findings.add('tree', tile.name, 'tileDiffers');
      }
      checked++;
    }
    this.did.push(said('didTiles', checked));
  }

  private async extract(checkpoint: Checkpoint, entries: Entries): Promise<void> {
    const poll = text(await readNeeded(this.evidence, 'poll')).replace(/\n$/, '');
    let indexes: number[];
    try {
      indexes = parseIndexes(await readNeeded(this.evidence, 'indexes'), checkpoint.size);
    } catch (e) {
      throw e instanceof Malformed ? new Unreadable('fileForm', 'indexes') : e;
    }
    this.compareNames(extractNames(indexes.length));
    const leaves: Uint8Array[] = [];
    for (const [n, width] of widths(indexes.length).entries()) {
      this.progress(said('entriesProgress', n * WIDTH, indexes.length), n * WIDTH, indexes.length);
      const bytes = await readNeeded(this.evidence, extractName(n));
      try {
        const bundle = splitBundle(bytes, width, true);
        leaves.push(...(await entries.take(indexes.slice(n * WIDTH, n * WIDTH + width), bundle)));
      } catch (e) {
        if (!(e instanceof Malformed)) {
          throw e;
        }
        this.findings.add('files', extractName(n), 'fileForm', e.message);
      }
    }
    const root = sparseRoot(indexes, leaves, checkpoint.size, await readNeeded(this.evidence, 'proof'));
    if (root !== null && equal(root, checkpoint.root)) {
      this.did.push(said('didProof', leaves.length));
    } else {
      this.findings.add('tree', 'proof', 'proofWrong');
    }
    this.ofOnePoll(poll, entries);
  }

  private ofOnePoll(poll: string, entries: Entries): void {
    const found = entries.book.polls.get(poll);
    if (entries.book.others > 0 || [...entries.book.polls.keys()].some((id) => id !== poll)) {
      this.findings.add('files', 'indexes', 'foreignEntry', poll);
    }
    if (found === undefined || !found.has('sealed')) {
      this.findings.add('seals', 'checkpoint', 'notSealed', poll);
    }
    this.not.push(said('notRest'));
    if ((this.asked.earlier ?? '').trim() !== '') {
      this.not.push(said('notEarlierExtract'));
    }
  }

  private tellWhatWasNot(key: VerifierKey, entries: Entries, extract: boolean): void {
    if ((this.asked.vkey ?? '').trim() === '') {
      this.not.unshift(said('notKey', key.string));
    }
    if (entries.book.others > 0 && !extract) {
      this.not.push(said('notExamined', entries.book.others));
    }
    this.not.push(said('notRegister'), said('notWho'), said('notWitnesses'));
    if (this.evidence.names !== null) {
      this.not.push(said('notArchive'));
    }
  }
}
