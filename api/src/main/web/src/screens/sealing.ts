import { parseCard, seedOf, tokenOf } from '../ballot/card';
import type { Choice } from '../ballot/choice';
import type { Definition } from '../ballot/definition';
import { shownOrder } from '../ballot/order';
import { receiptCode } from '../ballot/receipt';
import { type SealedBallot, idOf, seal } from '../ballot/seal';
import type { OptionFace } from '../booth/store';
import type { Posted } from './outbox';
import { shown } from './poll';
import { type Cast, CardRefused, type OpenCard, type PollAtHand } from './urn';

/** A poll at hand, with what sealing needs of it. */
export interface SealablePoll extends PollAtHand {
  readonly definition: Definition;
}

/** A poll from its definition and what is kept of its options. */
export function sealable(definition: Definition, faces: readonly OptionFace[]): SealablePoll {
  return {
    poll: definition.poll,
    title: definition.title,
    revote: (definition as { revote?: boolean }).revote === true,
    definition,
    shownTo: (token) => shown(definition, shownOrder(definition, token), (id) => faces.find((face) => face.id === id)),
  };
}

/** The poll that a scanned card names. */
export function pollOfCard(text: string): string | undefined {
  const card = parseCard(text);
  return card && 'poll' in card ? card.poll : undefined;
}

/**
 * Opens a card.
 *
 * @throws CardRefused if it is none or for another poll
 */
export async function openCard(text: string, poll: string): Promise<OpenCard> {
  const card = parseCard(text);
  if (!card) {
    throw new CardRefused('unreadable');
  }
  if ('poll' in card && card.poll !== poll) {
    throw new CardRefused('other');
  }
  const seed = 'seed' in card ? card.seed : await seedOf(card.code, poll);
  return { poll, seed, token: tokenOf(seed) };
}

/** Seals a choice and posts the ballot; its receipt exists before anything is sent. */
export async function sealAndPost(
  definition: Definition,
  card: OpenCard,
  choice: Choice,
  seq: number,
  post: (ballot: SealedBallot) => Promise<Posted>,
): Promise<Cast> {
  const ballot = await seal(definition, card.seed, choice, seq);
  const posted = await post(ballot);
  return posted.state === 'refused' ? posted : { state: posted.state, code: receiptCode(idOf(ballot)) };
}
