import type { Entry } from './entry';
import type { Findings } from './findings';
import { Members } from './members';
import { isOrigin, parseCheckpoint, parseKey, type VerifierKey } from './note';

/** The keys in force (docs/formats/log.md, section 4). */
export class KeyRing {
  private readonly inForce = new Map<string, VerifierKey>();
  private readonly known = new Set<string>();

  constructor(private readonly genesis: VerifierKey, private readonly findings: Findings) {
    this.inForce.set(genesis.id, genesis);
    this.known.add(genesis.id);
  }

  find(id: string): VerifierKey | null {
    return this.inForce.get(id) ?? null;
  }

  /** Takes an entry of the stream `log/public`, after its own signature was asked for. */
  accept(index: number, entry: Entry): void {
    const event = entry.type.split('.')[2] ?? '';
    if (event === 'LogCreated') {
      this.created(index, entry);
    } else if (event === 'KeyAdded') {
      const key = parseKey(new Members(entry.data, 'data', ['key']).text('key'));
      if (key.name !== this.genesis.name || this.known.has(key.id)) {
        this.findings.add('keys', index, 'keyChange');
      }
      this.known.add(key.id);
      this.inForce.set(key.id, key);
    } else {
      const id = new Members(entry.data, 'data', ['key']).hex('key', 4);
      if (id === this.genesis.id || !this.inForce.delete(id)) {
        this.findings.add('keys', index, 'keyChange');
      }
    }
  }

  private created(index: number, entry: Entry): void {
    const members = new Members(entry.data, 'data', ['format', 'key', 'origin'], ['replaces']);
    members.whole('format', 1, 1);
    const same = members.text('key') === this.genesis.string && members.text('origin') === this.genesis.name;
    if (index !== 0 || !same || !isOrigin(this.genesis.name) || this.genesis.name.endsWith('/register')) {
      this.findings.add('keys', index, 'genesis');
    }
    if (members.has('replaces')) {
      const old = new Members(members.value('replaces'), 'replaces', ['checkpoint', 'origin']);
      if (parseCheckpoint(old.text('checkpoint')).origin !== old.text('origin')) {
        this.findings.add('keys', index, 'keyChange');
      }
    }
  }
}
