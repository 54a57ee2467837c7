import type { Definition, Kind } from './definition';
import { number } from './wire';

/** What a voter chose; options by their ids. */
export type Choice =
  | { readonly kind: 'BLANK' }
  | { readonly kind: 'FAVOURITE'; readonly option: string }
  | { readonly kind: 'APPROVAL' | 'KNAPSACK'; readonly options: readonly string[] }
  | { readonly kind: 'POINTS'; readonly points: Readonly<Record<string, number>> }
  | { readonly kind: 'RANKING'; readonly order: readonly string[] }
  | { readonly kind: 'GRADES'; readonly grades: Readonly<Record<string, number>> }
  | { readonly kind: 'MOTION'; readonly vote: 'for' | 'against' | 'abstain' };

/** Why a choice is none: nothing chosen, too many, too dear, or not of this poll. */
export type Reason = 'nothing' | 'too-many' | 'too-dear' | 'foreign' | 'incomplete';

/** A choice that cannot be cast. */
export class ChoiceError extends Error {
  constructor(readonly reason: Reason) {
    super(`the choice cannot be cast: ${reason}`);
  }
}

const CODES: Record<Kind, number> = {
  FAVOURITE: 1,
  APPROVAL: 2,
  KNAPSACK: 3,
  POINTS: 4,
  RANKING: 5,
  GRADES: 6,
  MOTION: 7,
};
const VOTES = { for: 1, against: 2, abstain: 3 } as const;

/** Length of the plaintext, the same for all ballots of a poll (docs/formats/ballot.md, section 2). */
export function width(definition: Definition): number {
  const n = definition.options.length;
  switch (definition.kind) {
    case 'FAVOURITE':
      return 4;
    case 'APPROVAL':
    case 'KNAPSACK':
      return 2 + Math.ceil(n / 8);
    case 'POINTS':
      return 2 + 2 * n;
    case 'RANKING':
      return 2 + 2 * (definition.limits.max ?? n);
    case 'GRADES':
      return 2 + n;
    case 'MOTION':
      return 3;
  }
}

/** Why the choice cannot be cast; null if it can. */
export function problem(definition: Definition, choice: Choice): Reason | null {
  if (choice.kind === 'BLANK') {
    return null;
  }
  if (choice.kind !== definition.kind) {
    return 'foreign';
  }
  const known = new Map(definition.options.map((option) => [option.id, option]));
  switch (choice.kind) {
    case 'FAVOURITE':
      return known.has(choice.option) ? null : 'foreign';
    case 'APPROVAL':
    case 'KNAPSACK':
    case 'RANKING': {
      const chosen = choice.kind === 'RANKING' ? choice.order : choice.options;
      if (new Set(chosen).size !== chosen.length || chosen.some((id) => !known.has(id))) {
        return 'foreign';
      }
      if (chosen.length === 0) {
        return 'nothing';
      }
      if (choice.kind === 'KNAPSACK') {
        return left(definition, choice) < 0 ? 'too-dear' : null;
      }
      return chosen.length > (definition.limits.max ?? chosen.length) ? 'too-many' : null;
    }
    case 'POINTS': {
      const { maxPerOption = 0, maxTotal = 0 } = definition.limits;
      const points = Object.entries(choice.points);
      if (points.some(([id, each]) => !known.has(id) || !Number.isInteger(each) || each < 0)) {
        return 'foreign';
      }
      const total = points.reduce((sum, [, each]) => sum + each, 0);
      if (total === 0) {
        return 'nothing';
      }
      return total > maxTotal || points.some(([, each]) => each > maxPerOption) ? 'too-many' : null;
    }
    case 'GRADES': {
      const grades = Object.entries(choice.grades);
      const best = (definition.limits.grades ?? 0) - 1;
      if (grades.some(([id, each]) => !known.has(id) || !Number.isInteger(each) || each < 0 || each > best)) {
        return 'foreign';
      }
      return grades.length < known.size ? 'incomplete' : null;
    }
    case 'MOTION':
      return choice.vote in VOTES ? null : 'foreign';
  }
}

/** Cents or points that are left; 0 where nothing is shared out. Negative if more is chosen than there is. */
export function left(definition: Definition, choice: Choice): number {
  if (choice.kind === 'KNAPSACK') {
    const chosen = new Set(choice.options);
    const spent = definition.options.filter((option) => chosen.has(option.id)).reduce((sum, each) => sum + each.cost, 0);
    return (definition.budget?.cents ?? 0) - spent;
  }
  if (choice.kind === 'POINTS') {
    return (definition.limits.maxTotal ?? 0) - Object.values(choice.points).reduce((sum, each) => sum + each, 0);
  }
  return 0;
}

/**
 * The plaintext of a choice (docs/formats/ballot.md, section 2).
 *
 * @throws ChoiceError for a choice that cannot be cast
 */
export function encode(definition: Definition, choice: Choice): Uint8Array<ArrayBuffer> {
  const wrong = problem(definition, choice);
  if (wrong) {
    throw new ChoiceError(wrong);
  }
  const bytes = new Uint8Array(width(definition));
  bytes[0] = CODES[definition.kind];
  bytes[1] = choice.kind === 'BLANK' ? 1 : 0;
  const at = new Map(definition.options.map((option, index) => [option.id, index]));
  const index = (id: string): number => at.get(id) as number; // known: checked above
  switch (choice.kind) {
    case 'BLANK':
      break;
    case 'FAVOURITE':
      bytes.set(number(index(choice.option), 2), 2);
      break;
    case 'APPROVAL':
    case 'KNAPSACK':
      for (const id of choice.options) {
        const place = 2 + (index(id) >> 3);
        bytes[place] = (bytes[place] as number) | (1 << (index(id) & 7));
      }
      break;
    case 'POINTS':
      Object.entries(choice.points).forEach(([id, points]) => bytes.set(number(points, 2), 2 + 2 * index(id)));
      break;
    case 'RANKING':
      choice.order.forEach((id, place) => bytes.set(number(index(id) + 1, 2), 2 + 2 * place));
      break;
    case 'GRADES':
      Object.entries(choice.grades).forEach(([id, grade]) => (bytes[2 + index(id)] = grade));
      break;
    case 'MOTION':
      bytes[2] = VOTES[choice.vote];
      break;
  }
  return bytes;
}
