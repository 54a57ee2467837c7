import { html, nothing } from 'lit';
import { icon } from '../screens/drawings';
import { VotingPage } from '../screens/page';
import { receiptText as codeText } from '../ballot/receipt';
import type { View } from '../screens/session';
import type { PollAtHand, Urn } from '../screens/urn';
import { Voting } from '../screens/voting';
import { receiptPicture, receiptText } from './paper';

/** A poll that is open. */
export interface OpenPoll {
  readonly poll: string;
  readonly title: string;
}

/** What is needed to vote at home, besides the urn. */
export interface Home extends Urn {
  /** The polls that are open now. */
  polls(): Promise<readonly OpenPoll[]>;
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

  constructor() {
    super('adults');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
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
        return this.screen(html`<div class="asking"><h1 tabindex="-1">${words.say('vote.none')}</h1></div>`);
      case 'broken':
        return this.screen(html`<div class="asking"><h1 tabindex="-1">${words.say('problem.poll')}</h1></div>
          <p><a href="/vote">${words.say('back')}</a></p>`);
      case 'ready':
        return super.body();
    }
  }

  protected override cardView(): View {
    const { words, voting } = this;
    const intro = html`<p class="lead">${words.say('vote.intro')}</p>
      ${voting.poll?.revote ? html`<p class="notice info">${words.say('vote.revote')}</p>` : nothing}`;
    if (voting.poll) {
      return html`${super.cardView()}${intro}`;
    }
    return html`${super.cardView()}<section><h2>${words.say('vote.pick')}</h2>
      <ul class="picks">${this.polls.map((each) => html`<li><a class="button secondary" href=${`/vote?poll=${encodeURIComponent(each.poll)}&lang=${words.language}`}>${each.title}</a></li>`)}</ul></section>${intro}`;
  }

  protected override afterReceipt(): View | typeof nothing {
    const { words, voting } = this;
    const { code } = voting;
    if (!code) {
      return nothing;
    }
    const where = `${location.origin}/receipts/${codeText(code)}`;
    const title = this.votedIn?.title ?? '';
    return html`<p class="for">${words.say('receipt.for', { title })}<br><span class="small">${words.say('receipt.where', { address: where })}</span></p>
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
