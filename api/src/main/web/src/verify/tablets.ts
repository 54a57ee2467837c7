import type { Findings } from './findings';
import { isDirectlyBehind, NOWHERE, type Place } from './place';

interface Tablet {
  readonly askedBy: Set<string>;
  latest: Place;
  emptied: boolean;
  writtenOff: boolean;
}

function isAwaited(tablet: Tablet): boolean {
  return !tablet.emptied && !tablet.writtenOff;
}

function fresh(): Tablet {
  return { askedBy: new Set(), latest: NOWHERE, emptied: false, writtenOff: false };
}

/** The tablets of a poll: its close waits for each, or two persons have written it off. */
export class Tablets {
  private readonly tablets = new Map<string, Tablet>();
  private ended = false;

  constructor(private readonly poll: string, private readonly findings: Findings) {}

  enrol(place: Place, tablet: string): void {
    if (this.ended) {
      this.findings.add('polls', place.index, 'outOfPlace', 'TabletEnrolled', this.poll);
    }
    this.speaksForItself(place, tablet);
    if (this.tablets.has(tablet)) {
      this.findings.add('polls', place.index, 'tabletTwice', tablet);
    } else {
      this.tablets.set(tablet, fresh());
    }
  }

  end(place: Place): void {
    if (this.ended) {
      this.findings.add('polls', place.index, 'outOfPlace', 'VotingEnded', this.poll);
    }
    this.ended = true;
  }

  empty(place: Place, tablet: string): void {
    this.behindEnd(place, 'TabletEmptied');
    this.speaksForItself(place, tablet);
    this.awaited(place, tablet).emptied = true;
  }

  ask(place: Place, tablet: string, by: string): void {
    this.behindEnd(place, 'TabletWriteOffAsked');
    if (by !== place.by) {
      this.findings.add('polls', place.index, 'otherPerson', by, place.by);
    }
    const known = this.awaited(place, tablet);
    if (known.askedBy.has(by)) {
      this.findings.add('polls', place.index, 'askedTwice', tablet, by);
    }
    known.askedBy.add(by);
    known.latest = place;
  }

  writeOff(place: Place, tablet: string): void {
    this.behindEnd(place, 'TabletWrittenOff');
    const known = this.awaited(place, tablet);
    if (known.askedBy.size < 2 || !isDirectlyBehind(place, known.latest)) {
      this.findings.add('polls', place.index, 'writtenOffByFew', tablet);
    }
    known.writtenOff = true;
  }

  private awaited(place: Place, name: string): Tablet {
    const tablet = this.tablets.get(name);
    if (tablet === undefined || !isAwaited(tablet)) {
      this.findings.add('polls', place.index, tablet === undefined ? 'tabletUnknown' : 'tabletDone', name);
    }
    return tablet ?? fresh();
  }

  /** None of the staff can say in its place that nothing waits. */
  private speaksForItself(place: Place, tablet: string): void {
    if (place.by !== 'booth') {
      this.findings.add('polls', place.index, 'tabletSpokenFor', tablet, place.by);
    }
  }

  private behindEnd(place: Place, event: string): void {
    if (!this.ended) {
      this.findings.add('polls', place.index, 'outOfPlace', event, this.poll);
    }
  }

  /** Finds tablets on which ballots may have waited at the close. */
  close(place: Place): void {
    const waiting = [...this.tablets.values()].filter(isAwaited).length;
    if (waiting > 0) {
      this.findings.add('polls', place.index, 'tabletsAwaited', this.poll, waiting, this.tablets.size);
    }
  }

  /** Finds tablets that two persons have given up without a verdict. */
  finish(): void {
    for (const [name, tablet] of this.tablets) {
      if (tablet.askedBy.size > 1 && !tablet.writtenOff) {
        this.findings.add('polls', tablet.latest.index, 'notWrittenOff', name);
      }
    }
  }
}
