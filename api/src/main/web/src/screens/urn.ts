import type { Choice } from '../ballot/choice';
import type { CardProblem } from './card';
import type { ReceiptCode } from '../ballot/receipt';
import type { ShownPoll } from './poll';

/** A voter's card, opened: the way to vote once in one poll. Never leaves memory. */
export interface OpenCard {
  readonly poll: string;
  readonly seed: Uint8Array;
  readonly token: Uint8Array;
  /** Whether a ballot of the card is known to be in the urn, which a new one may replace. */
  readonly hasVoted?: boolean;
}

/** A poll with all that is needed to vote in it without a connection. */
export interface PollAtHand {
  readonly poll: string;
  readonly title: string;
  readonly revote: boolean;
  /** The poll as the holder of a token sees it. */
  shownTo(token: Uint8Array): ShownPoll;
}

/** What became of a ballot: it is in the urn, is kept until there is a connection, or was refused. */
export type Cast =
  | { readonly state: 'in' | 'kept'; readonly code: ReceiptCode }
  | { readonly state: 'refused'; readonly problem: CardProblem | null; readonly sentence: string };

/** A card that cannot be used. */
export class CardRefused extends Error {
  constructor(readonly problem: CardProblem) {
    super(problem);
  }
}

/** What the screens ask of what seals, keeps and sends ballots. */
export interface Urn {
  /** A poll in which one can vote. */
  poll(poll: string): Promise<PollAtHand>;
  /** The poll that a scanned card names; undefined for a code, or for what is no card. */
  pollOf(text: string): string | undefined;
  /**
   * Opens a card by what was scanned or typed.
   *
   * @throws CardRefused if it is none, for another poll, or is known to be void or to have voted
   */
  open(text: string, poll: PollAtHand): Promise<OpenCard>;
  /** Seals a choice, keeps the ballot durably, and tries to send it for a moment. */
  cast(poll: PollAtHand, card: OpenCard, choice: Choice): Promise<Cast>;
  /** Tells when a ballot that was kept has been sent. */
  whenSent(told: () => void): () => void;
}
