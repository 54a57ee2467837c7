import { hex } from '../ballot/wire';
import type { Choice } from '../ballot/choice';
import { Outbox } from '../screens/outbox';
import { type SealablePoll, openCard, pollOfCard, sealAndPost, sealable } from '../screens/sealing';
import type { ServerTime } from '../screens/servertime';
import { standing } from '../screens/standing';
import { type Cast, CardRefused, type OpenCard, type PollAtHand, type Urn } from '../screens/urn';
import type { Polls } from './polls';
import type { Queue } from './queue';

/** To vote at a tablet: everything is at hand, the ballot is kept here until the server has it. */
export class BoothUrn implements Urn {
  private readonly outbox: Outbox;

  constructor(
    private readonly queue: Queue,
    private readonly polls: Polls,
    private readonly time: ServerTime,
  ) {
    this.outbox = new Outbox(queue, 'booth');
  }

  async poll(poll: string): Promise<SealablePoll> {
    const kept = await this.polls.kept(poll);
    if (!kept) {
      throw new CardRefused('closed');
    }
    return sealable(kept.definition, kept.faces);
  }

  pollOf(text: string): string | undefined {
    return pollOfCard(text);
  }

  async open(text: string, poll: PollAtHand): Promise<OpenCard> {
    const card = await openCard(text, poll.poll);
    if (!poll.revote && (await this.queue.holds(poll.poll, hex(card.token)))) {
      throw new CardRefused('used');
    }
    return standing(card, poll, this.time.fetch);
  }

  cast(poll: PollAtHand, card: OpenCard, choice: Choice): Promise<Cast> {
    const { definition, revote } = poll as SealablePoll;
    return sealAndPost(definition, card, choice, revote ? this.time.day() : 0, (ballot) => this.outbox.cast(ballot));
  }

  whenSent(told: () => void): () => void {
    return this.outbox.whenSent(told);
  }
}
