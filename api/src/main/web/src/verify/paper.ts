import type { Findings } from './findings';
import { isDirectlyBehind, NOWHERE, type Place } from './place';

interface Entered {
  readonly by: string;
  readonly commitment: string;
}

interface Sheet {
  first: Entered | null;
  second: Entered | null;
  latest: Place;
  agreed: string | null;
}

interface Count {
  readonly by: string;
  readonly found: number;
}

/** Whether tokens with a label are those of sheets of paper. */
export function isPaperLabel(label: string): boolean {
  return label === 'paper' || label.startsWith('paper-');
}

/** The sheets of paper of a poll: two persons enter each, and count them (docs/formats/ballot.md, section 7). */
export class Paper {
  readonly tokens = new Set<string>();
  private readonly sheets = new Map<string, Sheet>();
  private counts: Count[] = [];
  private agreed = 0;
  cast = 0;
  reconciled = false;

  constructor(private readonly poll: string, private readonly findings: Findings) {}

  isAgreed(token: string, ballot?: string): boolean {
    const agreed = this.sheets.get(token)?.agreed ?? null;
    return agreed !== null && (ballot === undefined || agreed === ballot);
  }

  isUnreconciled(): boolean {
    return this.tokens.size > 0 && !this.reconciled;
  }

  /** The sheet of a token of paper, or nothing if it is none. */
  private sheet(place: Place, token: string): Sheet | null {
    if (!this.tokens.has(token)) {
      this.findings.add('ballots', place.index, 'sheetUnknown', this.poll);
      return null;
    }
    if (this.reconciled) {
      this.findings.add('ballots', place.index, 'sheetLate', this.poll);
    }
    const sheet = this.sheets.get(token) ?? { first: null, second: null, latest: NOWHERE, agreed: null };
    this.sheets.set(token, sheet);
    return sheet;
  }

  enter(place: Place, token: string, entered: Entered): void {
    const sheet = this.sheet(place, token);
    if (sheet === null) {
      return;
    }
    if (entered.by !== place.by) {
      this.findings.add('ballots', place.index, 'otherPerson', entered.by, place.by);
    }
    if (sheet.agreed !== null || sheet.second !== null) {
      this.findings.add('ballots', place.index, 'sheetAgain');
    } else if (sheet.first === null || sheet.first.by === entered.by) {
      sheet.first = entered;
    } else {
      sheet.second = entered;
    }
    sheet.latest = place;
  }

  dispute(place: Place, token: string): void {
    const sheet = this.sheet(place, token);
    if (sheet === null) {
      return;
    }
    const differ = sheet.second !== null && sheet.first?.commitment !== sheet.second.commitment;
    if (!differ || !isDirectlyBehind(place, sheet.latest)) {
      this.findings.add('ballots', place.index, 'disputeUnfounded');
    }
    sheet.first = null;
    sheet.second = null;
    sheet.latest = place;
  }

  agree(place: Place, token: string, commitment: string): void {
    const sheet = this.sheet(place, token);
    if (sheet === null) {
      return;
    }
    const alike = sheet.second !== null && [sheet.first, sheet.second].every((one) => one?.commitment === commitment);
    if (alike && isDirectlyBehind(place, sheet.latest)) {
      sheet.agreed = commitment;
      this.agreed++;
    } else {
      this.findings.add('ballots', place.index, 'agreementUnfounded');
    }
    sheet.second = null;
    sheet.latest = place;
  }

  count(place: Place, count: Count): void {
    if (this.reconciled) {
      this.findings.add('ballots', place.index, 'outOfPlace', 'PaperCounted', this.poll);
    }
    if (count.by !== place.by) {
      this.findings.add('ballots', place.index, 'otherPerson', count.by, place.by);
    }
    this.counts = [...this.counts.slice(-1), count];
  }

  reconcile(place: Place, found: number, latest: Place): void {
    const [before, last] = this.counts;
    const byTwo =
      before !== undefined && last !== undefined && before.by !== last.by &&
      before.found === found && last.found === found && isDirectlyBehind(place, latest);
    if (!byTwo || this.reconciled) {
      this.findings.add('ballots', place.index, 'reconciledByFew', this.poll);
    }
    if (found !== this.agreed || found !== this.cast) {
      this.findings.add('ballots', place.index, 'sheetsDiffer', found, this.agreed, this.cast);
    }
    this.reconciled = true;
  }

  /** Finds sheets that two persons have entered without a verdict. */
  finish(): void {
    for (const sheet of this.sheets.values()) {
      if (sheet.second !== null) {
        this.findings.add('ballots', sheet.latest.index, 'sheetWithoutVerdict');
      }
    }
  }
}
