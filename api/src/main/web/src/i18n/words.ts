import { en } from './en';
import { fr, type Key } from './fr';

export type { Key };

/** The languages of the pages. */
export type Language = 'fr' | 'en';

/** Who is spoken to: children at a tablet, adults at home. */
export type Audience = 'children' | 'adults';

const BUNDLES: Record<Language, Record<Key, string>> = { fr, en };

/** The sentences of one language for one audience, and how it writes money. */
export class Words {
  constructor(
    readonly language: Language,
    readonly audience: Audience,
  ) {}

  /** The sentence with what stands in braces filled in; that for adults where there is one of their own. */
  say(key: Key, values: Record<string, string | number> = {}): string {
    const bundle = BUNDLES[this.language];
    const adult = `${key}.adult` as Key;
    const sentence = (this.audience === 'adults' && bundle[adult]) || bundle[key];
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }

  /** An amount as people write it, without cents where there are none. */
  money(cents: number, currency: string): string {
    const whole = cents % 100 === 0;
    return new Intl.NumberFormat(this.language, {
      style: 'currency',
      currency,
      minimumFractionDigits: whole ? 0 : 2,
      maximumFractionDigits: whole ? 0 : 2,
    }).format(cents / 100);
  }

  /** The word for a grade, from 0 (worst); where there are too many for words, its number. */
  grade(grade: number, grades: number): string {
    const key = `grade.${grades}.${grade}` as Key;
    return BUNDLES[this.language][key] ?? this.say('grade.other', { grade: grade + 1, grades });
  }
}

/** The language that the page was asked for: that of its root element. */
export function pageLanguage(): Language {
  return document.documentElement.lang.startsWith('en') ? 'en' : 'fr';
}
