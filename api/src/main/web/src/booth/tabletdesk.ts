import { problemOf } from '../screens/outbox';
import type { Enrolled, PollHere, RefusedHere, RefusedPoll, Tablet, TabletHere } from './desk';
import type { Polls } from './polls';
import type { Queue } from './queue';
import type { RefusedBallot } from './store';
import type { TabletClient, TabletPoll, TabletReply } from './tablet';

const PLACE = 'urne.booth.reply';

/** The tablet as its animator sees it: what the server told last, and what waits here. */
export class TabletDesk implements Tablet {
  private online = false;
  private forgotten = false;
  private reply: TabletReply | null;

  constructor(
    private readonly client: TabletClient,
    private readonly queue: Queue,
    private readonly polls: Polls,
    private readonly storage: Storage,
  ) {
    this.reply = JSON.parse(storage.getItem(PLACE) ?? 'null') as TabletReply | null;
  }

  async now(): Promise<TabletHere> {
    const [known, waiting, refused] = await Promise.all([this.client.known(), this.queue.waiting(), this.queue.refused()]);
    const open = refused.filter((each) => !each.aside);
    const polls = await Promise.all(
      (this.reply?.polls ?? []).map((poll) =>
        this.here(poll, waiting[poll.poll] ?? 0, open.filter((each) => each.ballot.poll === poll.poll).length),
      ),
    );
    return {
      enrolled: known !== undefined,
      forgotten: this.forgotten,
      online: this.online,
      name: this.reply?.name ?? known?.name ?? '',
      polls,
      waiting: Object.values(waiting).reduce((sum, each) => sum + each, 0),
      refused: await Promise.all(byPoll(refused).map((each) => this.refusedIn(each))),
    };
  }

  private async refusedIn(ballots: readonly RefusedBallot[]): Promise<RefusedPoll> {
    const poll = ballots[0]?.ballot.poll ?? '';
    const reasons = new Map<string, RefusedHere>();
    for (const { sentence } of ballots) {
      const problem = problemOf(sentence);
      const reason = problem ?? sentence;
      reasons.set(reason, { problem, sentence, count: (reasons.get(reason)?.count ?? 0) + 1 });
    }
    const title = (await this.polls.kept(poll))?.definition.title ?? poll;
    return { poll, title, reasons: [...reasons.values()], count: ballots.length, aside: ballots.every((each) => each.aside) };
  }

  private async here(poll: TabletPoll, waiting: number, refused: number): Promise<PollHere> {
    const { title, ended, joined, emptied } = poll;
    return { poll: poll.poll, title, ended, joined, emptied, waiting, refused, ready: (await this.polls.kept(poll.poll)) !== undefined };
  }

  async enrol(code: string): Promise<Enrolled> {
    const told = await this.client.enrol(code);
    switch (told.state) {
      case 'answered':
        this.forgotten = false;
        await this.breathe();
        return 'enrolled';
      case 'refused':
        return told.status === 429 ? 'many' : 'refused';
      case 'forgotten':
        return 'refused';
      case 'offline':
        return 'offline';
    }
  }

  async breathe(): Promise<void> {
    await this.queue.sendAll().catch(() => undefined);
    if (!(await this.client.known())) {
      return;
    }
    const told = await this.client.seen(await this.queue.unsettled());
    this.online = told.state !== 'offline';
    this.forgotten = told.state === 'forgotten';
    if (told.state === 'answered') {
      this.keep(told.answer);
      await this.joinWhatIsKept(told.answer.polls);
    }
  }

  /** A poll that was opened here without a connection is taken part in as soon as there is one. */
  private async joinWhatIsKept(polls: readonly TabletPoll[]): Promise<void> {
    for (const poll of polls) {
      if (!poll.joined && !poll.ended && (await this.polls.kept(poll.poll))) {
        await this.client.join(poll.poll);
      }
    }
  }

  private keep(reply: TabletReply): void {
    this.reply = reply;
    this.storage.setItem(PLACE, JSON.stringify(reply));
  }

  private hasJoined(poll: string): boolean {
    return this.reply?.polls.some((each) => each.poll === poll && each.joined) ?? false;
  }

  async prepare(poll: string): Promise<void> {
    try {
      await this.polls.prepare(poll);
    } catch (error) {
      if (!(await this.polls.kept(poll))) {
        throw error;
      }
    }
    const told = await this.client.join(poll);
    if (told.state === 'refused') {
      throw new Error(told.sentence);
    }
    if (told.state === 'answered' && this.reply) {
      this.keep({
        ...this.reply,
        polls: this.reply.polls.map((each) => (each.poll === poll ? { ...each, joined: true } : each)),
      });
    }
    // the close of a vote waits for tablets that have joined, and for no others
    if (told.state === 'forgotten' || (told.state === 'offline' && !this.hasJoined(poll))) {
      throw new Error('the tablet does not take part in this vote');
    }
  }

  async emptied(poll: string): Promise<void> {
    if ((await this.queue.unsettled())[poll]) {
      return; // a ballot whose voter has a receipt is in the urn, or a person has decided about it
    }
    const told = await this.client.emptied(poll);
    if (told.state === 'answered') {
      const reply = this.reply;
      if (reply) {
        this.keep({ ...reply, polls: reply.polls.map((each) => (each.poll === poll ? { ...each, emptied: true } : each)) });
      }
    }
  }

  async sendAgain(poll: string): Promise<void> {
    await this.queue.retryRefused(poll);
    await this.breathe();
  }

  async setAside(poll: string): Promise<void> {
    await this.queue.setAside(poll);
  }

  whenChanged(told: () => void): void {
    this.queue.whenChanged(told);
  }
}

function byPoll(refused: readonly RefusedBallot[]): RefusedBallot[][] {
  const polls = new Map<string, RefusedBallot[]>();
  for (const each of refused) {
    polls.set(each.ballot.poll, [...(polls.get(each.ballot.poll) ?? []), each]);
  }
  return [...polls.values()];
}
