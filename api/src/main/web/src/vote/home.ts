import type { Choice } from '../ballot/choice';
import type { Polls } from '../booth/polls';
import type { Queue } from '../booth/queue';
import { Outbox, problemOf } from '../screens/outbox';
import { type SealablePoll, openCard, pollOfCard, sealAndPost, sealable } from '../screens/sealing';
import type { ServerTime } from '../screens/servertime';
import { standing } from '../screens/standing';
import { type Cast, CardRefused, type OpenCard, type PollAtHand } from '../screens/urn';
import type { Home, OpenPoll, RefusedHere } from './app';

/** The members of the answers about polls that are used here. */
interface PollAnswer extends OpenPoll {
  readonly state: string;
  readonly ended: boolean;
}

/** To vote at home: what is shown is asked from the server, the ballot is kept here until the server has it. */
export class HomeUrn implements Home {
  private readonly outbox: Outbox;

  constructor(
    private readonly queue: Queue,
    private readonly kept: Polls,
    private readonly time: ServerTime,
  ) {
    this.outbox = new Outbox(queue, 'home');
  }

  async polls(): Promise<readonly OpenPoll[]> {
    return (await this.ask<PollAnswer[]>('/api/polls')).filter(isOpen);
  }

  async poll(poll: string): Promise<SealablePoll> {
    if (!isOpen(await this.ask<PollAnswer>(`/api/polls/${encodeURIComponent(poll)}`))) {
      throw new CardRefused('closed');
    }
    const { definition, faces } = await this.kept.prepare(poll);
    return sealable(definition, faces);
  }

  pollOf(text: string): string | undefined {
    return pollOfCard(text);
  }

  async open(text: string, poll: PollAtHand): Promise<OpenCard> {
    return standing(await openCard(text, poll.poll), poll, this.time.fetch);
  }

  cast(poll: PollAtHand, card: OpenCard, choice: Choice): Promise<Cast> {
    const { definition, revote } = poll as SealablePoll;
    return sealAndPost(definition, card, choice, revote ? this.time.day() : 0, (ballot) => this.outbox.cast(ballot));
  }

  async refused(): Promise<readonly RefusedHere[]> {
    const refused = await this.queue.refused();
    return Promise.all(
      refused.map(async ({ id, ballot, sentence }) => ({
        id,
        poll: ballot.poll,
        title: (await this.kept.kept(ballot.poll))?.definition.title ?? ballot.poll,
        problem: problemOf(sentence),
        sentence,
      })),
    );
  }

  async sendAgain(refused: RefusedHere): Promise<void> {
    await this.queue.retryRefused(refused.poll);
    await this.queue.sendAll();
  }

  forget(refused: RefusedHere): Promise<void> {
    return this.queue.forgetRefused(refused.id);
  }

  whenChanged(told: () => void): void {
    this.queue.whenChanged(told);
  }

  whenSent(told: () => void): () => void {
    return this.outbox.whenSent(told);
  }

  private async ask<T>(path: string): Promise<T> {
    const answer = await this.time.fetch(path, { headers: { Accept: 'application/json' }, credentials: 'omit', cache: 'no-store' });
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status}`);
    }
    return (await answer.json()) as T;
  }
}

function isOpen(poll: PollAnswer): boolean {
  return poll.state.toUpperCase() === 'OPEN' && !poll.ended;
}
