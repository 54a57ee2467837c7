import { equal } from './bytes';
import type { Findings } from './findings';
import type { Json } from './json';
import { Members } from './members';
import { parseCheckpoint, type Checkpoint } from './note';
import type { Place } from './place';

/** The figures of the register of a poll at one time. */
export interface Register {
  readonly admitted: number;
  readonly handedOut: number;
  readonly voided: number;
  readonly checkpoint: Checkpoint;
}

export function readRegister(
  place: Place,
  data: Json,
  opening: boolean,
  origin: string,
  findings: Findings,
): Register {
  const members = new Members(data, 'data', ['admitted', 'checkpoint', 'handedOut', 'poll', 'void']);
  const figures = {
    admitted: members.whole('admitted'),
    handedOut: members.whole('handedOut'),
    voided: members.whole('void', 0, opening ? 0 : undefined),
    checkpoint: parseCheckpoint(members.text('checkpoint')),
  };
  if (figures.checkpoint.origin !== `${origin}/register`) {
    findings.add('polls', place.index, 'registerOrigin', figures.checkpoint.origin);
  }
  if (figures.handedOut > figures.admitted) {
    findings.add('polls', place.index, 'handedOutTooMany', figures.handedOut, figures.admitted);
  }
  return figures;
}

/** Finds a register that has become smaller, or has two roots at one size. */
export function checkGrowth(place: Place, poll: string, before: Register, after: Register, findings: Findings): void {
  const [old, now] = [before.checkpoint, after.checkpoint];
  if (after.admitted < before.admitted || after.handedOut < before.handedOut || now.size < old.size) {
    findings.add('polls', place.index, 'registerShrunk', poll);
  }
  if (old.size === now.size && !equal(old.root, now.root)) {
    findings.add('polls', place.index, 'registerTwoRoots', poll);
  }
}
