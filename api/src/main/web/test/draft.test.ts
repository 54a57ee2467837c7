import { describe, expect, it } from 'vitest';
import { NOTHING, addPoint, barrier, choiceOf, markBlank, markGrade, markVote, moneyLeft, pointsLeft, toggle } from '../src/screens/draft';
import type { Kind } from '../src/ballot/definition';
import { type ShownPoll, shown } from '../src/screens/poll';

const options = [
  { id: 'a', title: 'A', cost: 180 },
  { id: 'b', title: 'B', cost: 90 },
  { id: 'c', title: 'C', cost: 40 },
];
const poll = (kind: Kind, limits = {}): ShownPoll =>
  shown(
    {
      poll: 'p', title: 'P', kind, limits, options, channels: ['card'], suite: 1,
      budget: { cents: 230, currency: 'EUR' }, trustees: { keys: [], threshold: 1 },
    },
    ['b', 'c', 'a'],
    () => undefined,
  );

describe('a draft', () => {
  it('shows the options in the order of the voter', () => {
    expect(poll('FAVOURITE').options.map((option) => option.id)).toEqual(['b', 'c', 'a']);
  });

  it('has one favourite, the one chosen last', () => {
    const p = poll('FAVOURITE');
    const draft = toggle(p, toggle(p, NOTHING, 'a'), 'b');
    expect(choiceOf(p, draft)).toEqual({ kind: 'FAVOURITE', option: 'b' });
    expect(choiceOf(p, toggle(p, draft, 'b'))).toBeNull();
  });

  it('does not take what is too dear for the money left', () => {
    const p = poll('KNAPSACK');
    const draft = toggle(p, NOTHING, 'a');
    expect(moneyLeft(p, draft)).toBe(50);
    expect(barrier(p, draft, 'b')).toBe('dear');
    expect(toggle(p, draft, 'b')).toBe(draft);
    expect(choiceOf(p, toggle(p, draft, 'c'))).toEqual({ kind: 'KNAPSACK', options: ['a', 'c'] });
  });

  it('takes no more options than there may be', () => {
    const p = poll('APPROVAL', { max: 2 });
    const draft = toggle(p, toggle(p, NOTHING, 'a'), 'b');
    expect(barrier(p, draft, 'c')).toBe('full');
    expect(toggle(p, draft, 'c')).toBe(draft);
  });

  it('keeps the order of a ranking', () => {
    const p = poll('RANKING', { max: 3 });
    const draft = toggle(p, toggle(p, toggle(p, toggle(p, NOTHING, 'c'), 'a'), 'b'), 'a');
    expect(choiceOf(p, draft)).toEqual({ kind: 'RANKING', order: ['c', 'b'] });
  });

  it('gives points up to both limits, and takes them back', () => {
    const p = poll('POINTS', { maxPerOption: 2, maxTotal: 3 });
    let draft = addPoint(p, addPoint(p, addPoint(p, NOTHING, 'a', 1), 'a', 1), 'a', 1);
    expect(pointsLeft(p, draft)).toBe(1);
    draft = addPoint(p, addPoint(p, draft, 'b', 1), 'c', 1);
    expect(choiceOf(p, draft)).toEqual({ kind: 'POINTS', points: { a: 2, b: 1 } });
    draft = addPoint(p, draft, 'b', -1);
    expect(choiceOf(p, draft)).toEqual({ kind: 'POINTS', points: { a: 2 } });
    expect(addPoint(p, NOTHING, 'b', -1)).toBe(NOTHING);
  });

  it('wants a grade for every option', () => {
    const p = poll('GRADES', { grades: 5 });
    const two = markGrade(markGrade(NOTHING, 'a', 0), 'b', 4);
    expect(choiceOf(p, two)).toBeNull();
    expect(choiceOf(p, markGrade(two, 'c', 2))).toEqual({ kind: 'GRADES', grades: { a: 0, b: 4, c: 2 } });
  });

  it('votes on a motion', () => {
    const p = poll('MOTION');
    expect(choiceOf(p, markVote(NOTHING, 'against'))).toEqual({ kind: 'MOTION', vote: 'against' });
    expect(choiceOf(p, markVote(markVote(NOTHING, 'for'), 'for'))).toBeNull();
  });

  it('is blank or not, whatever was marked before', () => {
    for (const kind of ['FAVOURITE', 'APPROVAL', 'KNAPSACK', 'RANKING'] as const) {
      const p = poll(kind);
      const blank = markBlank(toggle(p, NOTHING, 'c'));
      expect(choiceOf(p, blank)).toEqual({ kind: 'BLANK' });
      expect(choiceOf(p, toggle(p, blank, 'c'))?.kind).toBe(kind);
      expect(choiceOf(p, markBlank(blank))).toBeNull();
    }
  });
});
