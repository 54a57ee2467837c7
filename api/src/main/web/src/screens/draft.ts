import type { Choice } from '../ballot/choice';
import type { ShownPoll } from './poll';

/** How a motion is voted on. */
export type MotionVote = 'for' | 'against' | 'abstain';

/** What a voter has marked so far. Lives in memory only, and is dropped when the voter leaves. */
export interface Draft {
  readonly blank: boolean;
  /** Options in the order in which they were chosen. */
  readonly chosen: readonly string[];
  /** Points or grades by option. */
  readonly marks: Readonly<Record<string, number>>;
  readonly vote: MotionVote | null;
}

/** Why an option cannot be added: the money left is too little, or the number is reached. */
export type Barrier = 'dear' | 'full';

/** Nothing is marked. */
export const NOTHING: Draft = { blank: false, chosen: [], marks: {}, vote: null };

/** A blank ballot, or none any more. */
export function markBlank(draft: Draft): Draft {
  return { ...NOTHING, blank: !draft.blank };
}

/** A vote on a motion. */
export function markVote(draft: Draft, vote: MotionVote): Draft {
  return { ...NOTHING, vote: draft.vote === vote ? null : vote };
}

/** A grade for an option. */
export function markGrade(draft: Draft, option: string, grade: number): Draft {
  return { ...draft, blank: false, marks: { ...draft.marks, [option]: grade } };
}

/** Chooses an option, or takes it back. Where it cannot be added nothing changes. */
export function toggle(poll: ShownPoll, draft: Draft, option: string): Draft {
  if (draft.chosen.includes(option)) {
    return { ...draft, chosen: draft.chosen.filter((each) => each !== option) };
  }
  if (poll.kind === 'FAVOURITE') {
    return { ...NOTHING, chosen: [option] };
  }
  return barrier(poll, draft, option) ? draft : { ...NOTHING, chosen: [...draft.chosen, option] };
}

/** Adds a point to an option, or takes one away. Where that cannot be nothing changes. */
export function addPoint(poll: ShownPoll, draft: Draft, option: string, step: 1 | -1): Draft {
  const now = draft.marks[option] ?? 0;
  if (step === 1 ? barrier(poll, draft, option) !== null : now === 0) {
    return draft;
  }
  return { ...NOTHING, marks: { ...draft.marks, [option]: now + step } };
}

/** Why the option cannot be added to what is marked; null where it can. */
export function barrier(poll: ShownPoll, draft: Draft, option: string): Barrier | null {
  switch (poll.kind) {
    case 'KNAPSACK':
      return cost(poll, option) > moneyLeft(poll, draft) ? 'dear' : null;
    case 'APPROVAL':
    case 'RANKING':
      return draft.chosen.length >= poll.max ? 'full' : null;
    case 'POINTS':
      return (draft.marks[option] ?? 0) >= poll.maxPerOption || pointsLeft(poll, draft) === 0 ? 'full' : null;
    default:
      return null;
  }
}

function cost(poll: ShownPoll, option: string): number {
  return poll.options.find((each) => each.id === option)?.cost ?? 0;
}

/** Cents that are not spent. */
export function moneyLeft(poll: ShownPoll, draft: Draft): number {
  return draft.chosen.reduce((left, option) => left - cost(poll, option), poll.money.cents);
}

/** Points that are not given. */
export function pointsLeft(poll: ShownPoll, draft: Draft): number {
  return Object.values(draft.marks).reduce((left, points) => left - points, poll.maxTotal);
}

/** What would be voted; null where something is still to be marked. */
export function choiceOf(poll: ShownPoll, draft: Draft): Choice | null {
  if (draft.blank) {
    return { kind: 'BLANK' };
  }
  const [first] = draft.chosen;
  switch (poll.kind) {
    case 'FAVOURITE':
      return first === undefined ? null : { kind: 'FAVOURITE', option: first };
    case 'APPROVAL':
    case 'KNAPSACK':
      return first === undefined ? null : { kind: poll.kind, options: [...draft.chosen] };
    case 'RANKING':
      return first === undefined ? null : { kind: 'RANKING', order: [...draft.chosen] };
    case 'POINTS':
      return pointsLeft(poll, draft) === poll.maxTotal ? null : { kind: 'POINTS', points: given(draft) };
    case 'GRADES':
      return poll.options.every((option) => draft.marks[option.id] !== undefined)
        ? { kind: 'GRADES', grades: { ...draft.marks } }
        : null;
    case 'MOTION':
      return draft.vote === null ? null : { kind: 'MOTION', vote: draft.vote };
  }
}

function given(draft: Draft): Record<string, number> {
  return Object.fromEntries(Object.entries(draft.marks).filter(([, points]) => points > 0));
}
