import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { fr } from '../src/i18n/fr';
import { Words } from '../src/i18n/words';

const holes = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

describe('the sentences of the booth', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  });

  it('have the same holes in both languages', () => {
    for (const [key, sentence] of Object.entries(fr)) {
      expect(holes(en[key as keyof typeof fr]), key).toEqual(holes(sentence));
    }
  });

  it('speak to adults in their own words where there are some', () => {
    expect(new Words('fr', 'children').say('card.ask')).toBe('Montre ta carte');
    expect(new Words('fr', 'adults').say('card.ask')).toBe('Votre carte de vote');
    expect(new Words('fr', 'adults').say('cancel')).toBe('Annuler');
  });

  it('write whole amounts without cents', () => {
    expect(new Words('en', 'adults').money(300000, 'EUR')).toBe('€3,000');
    expect(new Words('en', 'adults').money(150, 'EUR')).toBe('€1.50');
  });

  it('name a grade in words, or by its number', () => {
    expect(new Words('fr', 'adults').grade(4, 5)).toBe('Très bien');
    expect(new Words('fr', 'adults').grade(4, 12)).toBe('Niveau 5 sur 12');
  });
});
