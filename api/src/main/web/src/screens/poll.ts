import type { Definition, Kind } from '../ballot/definition';

/** What a voter sees of an option, besides what the definition says. */
export interface OptionFace {
  readonly id: string;
  readonly title: string;
  /** Cents; 0 where nothing is spent. */
  readonly cost: number;
  /** Empty for none. */
  readonly text: string;
  /** Addresses of a picture and of a recorded voice; null for none. */
  readonly picture: string | null;
  readonly sound: string | null;
}

/** What the screens need of a poll: its rules of marking, and its options in the order of this voter. */
export interface ShownPoll {
  readonly poll: string;
  readonly title: string;
  readonly kind: Kind;
  readonly money: { readonly cents: number; readonly currency: string };
  /** How many options at most (APPROVAL, RANKING). */
  readonly max: number;
  readonly maxPerOption: number;
  readonly maxTotal: number;
  /** How many grades there are (GRADES). */
  readonly grades: number;
  readonly options: readonly OptionFace[];
}

/** What is kept of an option besides its definition. */
export type Known = Pick<OptionFace, 'text' | 'picture' | 'sound'>;

/** A poll as one voter sees it: its options in the given order, with what is known of them. */
export function shown(definition: Definition, order: readonly string[], known: (option: string) => Known | undefined): ShownPoll {
  const options = order.map((id) => {
    const option = definition.options.find((each) => each.id === id);
    if (!option) {
      throw new Error(`no option ${id}`);
    }
    const { text = '', picture = null, sound = null } = known(id) ?? {};
    return { id, title: option.title, cost: option.cost, text, picture, sound };
  });
  const count = definition.options.length;
  return {
    poll: definition.poll,
    title: definition.title,
    kind: definition.kind,
    money: definition.budget ?? { cents: 0, currency: 'EUR' },
    max: definition.limits.max ?? (definition.kind === 'FAVOURITE' || definition.kind === 'MOTION' ? 1 : count),
    maxPerOption: definition.limits.maxPerOption ?? 1,
    maxTotal: definition.limits.maxTotal ?? 1,
    grades: definition.limits.grades ?? 2,
    options,
  };
}
