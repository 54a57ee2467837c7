import { html, nothing } from 'lit';
import { icon } from '../screens/drawings';
import { VotingPage } from '../screens/page';
import { receiptText as codeText } from '../ballot/receipt';
import type { CardProblem } from '../screens/card';
import type { View } from '../screens/session';
import type { PollAtHand, Urn } from '../screens/urn';
import { Voting } from '../screens/voting';
import { receiptPicture, receiptText } from './paper';

/** A poll that is open. */
export interface OpenPoll {
  readonly poll: string;
  readonly title: string;
}

/** A ballot that was kept here with a receipt, and that the server has refused since. Not what it says. */
export interface RefusedHere {
  readonly id: string;
  readonly poll: string;
  readonly title: string;
  readonly problem: CardProblem | null;
  readonly sentence: string;
}

/** What is needed to vote at home, besides the urn. */
export interface Home extends Urn {
  /** The polls that are open now. */
  polls(): Promise<readonly OpenPoll[]>;
  /** What was refused of what was kept here. */
  refused(): Promise<readonly RefusedHere[]>;
  /** Sends a refused ballot once more. */
  sendAgain(refused: RefusedHere): Promise<void>;
  /** Keeps nothing of a refused ballot, whose voter knows it. */
  forget(refused: RefusedHere): Promise<void>;
  /** Told whenever something of what is kept has changed. */
  whenChanged(told: () => void): void;
}

/** The page to vote at home, with a card that came by post. */
export class HomeVote extends VotingPage {
  /** Put in before the element is defined. */
  static home: Home;
  private readonly home = HomeVote.home;
  protected override readonly voting = new Voting(this.home, 'environment', () => this.requestUpdate(), true);
  private polls: readonly OpenPoll[] = [];
  private state: 'loading' | 'ready' | 'none' | 'broken' = 'loading';
  private votedIn: PollAtHand | null = null;
  private refused: readonly RefusedHere[] = [];

  constructor() {
    super('adults');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.home.whenChanged(() => void this.look());
    void this.look();
    void this.begin();
  }

  private async look(): Promise<void> {
    this.refused = await this.home.refused().catch(() => []);
    this.requestUpdate();
  }

  private async begin(): Promise<void> {
    const named = new URLSearchParams(location.search).get('poll');
    try {
      this.polls = named === null ? await this.home.polls() : [];
      const only = named ?? (this.polls.length === 1 ? this.polls[0]?.poll : undefined);
      if (only !== undefined) {
        this.voting.poll = await this.home.poll(only);
      }
      this.state = only === undefined && this.polls.length === 0 ? 'none' : 'ready';
    } catch {
      this.state = 'broken';
    }
    this.requestUpdate();
  }

  protected override leave(): void {
    super.leave();
    this.votedIn = null;
  }

  protected override updated(): void {
    if (this.voting.poll && this.voting.stage !== 'card') {
      this.votedIn = this.voting.poll;
    }
    super.updated();
  }

  protected override place(): string {
    return this.state === 'ready' ? this.voting.stage : this.state;
  }

  protected override top(): View {
    const title = this.voting.poll?.title ?? this.words.say('vote.title');
    return html`<div class="top"><p class="brand">${title}</p><div class="tools">${this.tools()}</div></div>`;
  }

  protected override body(): View {
    const { words } = this;
    switch (this.state) {
      case 'loading':
        return this.screen(html`<p role="status">${words.say('loading')}</p>`);
      case 'none':
        return this.screen(html`<div class="asking"><h1 tabindex="-1">${words.say('vote.none')}</h1></div>${this.refusedView()}`);
      case 'broken':
        return this.screen(html`<div class="asking"><h1 tabindex="-1">${words.say('problem.poll')}</h1></div>
          <p><a href="/vote">${words.say('back')}</a></p>${this.refusedView()}`);
      case 'ready':
        return super.body();
    }
  }

  protected override cardView(): View {
    const { words, voting } = this;
    const intro = html`<p class="lead">${words.say('vote.intro')}</p>
      ${voting.poll?.revote ? html`<p class="notice info">${words.say('vote.revote')}</p>` : nothing}`;
    if (voting.poll) {
      return html`${this.refusedView()}${super.cardView()}${intro}`;
    }
    return html`${this.refusedView()}${super.cardView()}<section><h2>${words.say('vote.pick')}</h2>
      <ul class="picks">${this.polls.map((each) => html`<li><a class="button secondary" href=${`/vote?poll=${encodeURIComponent(each.poll)}&lang=${words.language}`}>${each.title}</a></li>`)}</ul></section>${intro}`;
  }

  /** A voter who comes back learns that a ballot which was kept here does not count, and why; nobody what it says. */
  private refusedView(): View | typeof nothing {
    const { words } = this;
    return this.refused.length === 0
      ? nothing
      : html`<section class="refused" role="alert">${this.refused.map((each) => html`<div class="notice bad">
          <p><strong>${words.say('vote.refused', { title: each.title })}</strong></p>
          <p>${each.problem ? words.say(`card.problem.${each.problem}`) : words.say('vote.refused.said', { sentence: each.sentence })}
            ${words.say(each.problem === 'used' ? 'vote.refused.used' : 'vote.refused.again')}</p>
          <div class="row"><button type="button" class="button" @click=${() => void this.home.sendAgain(each)}>${words.say('refused.send')}</button>
            <button type="button" class="button secondary" @click=${() => void this.home.forget(each)}>${words.say('vote.refused.known')}</button></div></div>`)}</section>`;
  }

  protected override afterReceipt(): View | typeof nothing {
    const { words, voting } = this;
    const { code } = voting;
    if (!code) {
      return nothing;
    }
    const where = `${location.origin}/receipts/${codeText(code)}`;
    const title = this.votedIn?.title ?? '';
    return html`${this.refusedView()}<p class="for">${words.say('receipt.for', { title })}<br><span class="small">${words.say('receipt.where', { address: where })}</span></p>
      <div class="row keep">
        <button type="button" class="button" @click=${() => window.print()}>${words.say('receipt.print')}</button>
        <button type="button" class="button secondary" @click=${() => save(words.say('receipt.file'), 'txt', 'text/plain', receiptText(words, code, title, where))}>${words.say('receipt.download')}</button>
        <button type="button" class="button secondary" @click=${() => save(words.say('receipt.file'), 'svg', 'image/svg+xml', receiptPicture(words, code, title, where))}>${words.say('receipt.download.picture')}</button>
        ${voting.isIn ? html`<a class="button secondary" href=${where} target="_blank" rel="noreferrer">${icon('done')} ${words.say('receipt.check')}</a>` : nothing}</div>`;
  }
}

function save(name: string, ending: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = `urne-${name}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
