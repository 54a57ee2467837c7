import { html, nothing } from 'lit';
import { icon } from '../screens/drawings';
import { VotingPage } from '../screens/page';
import type { View } from '../screens/session';
import { type Settings, USUAL, apply } from '../screens/settings';
import type { PollAtHand, Urn } from '../screens/urn';
import { Voting } from '../screens/voting';
import type { Key, Language } from '../i18n/words';
import { type Enrolled, type Tablet, type TabletHere, animator, enrolment, pin } from './desk';
import { Pin } from './pin';

/** Where the tablet is: at the animator's, or open for voters. */
type Place = 'loading' | 'enrol' | 'pin-new' | 'pin-again' | 'pin' | 'desk' | 'over' | 'open';

/** What a reload keeps: which poll is open, and how this tablet is shown. Nothing of voters. */
interface Remembered {
  readonly open: string;
  readonly settings: Settings;
  readonly language: Language | '';
}

const REMEMBERED = 'urne.booth';
const BREATH_MS = 20_000;
const ANIMATOR_MS = 120_000;

/** The booth of one tablet: opened by an animator for one poll, then for one voter after another. */
export class Booth extends VotingPage {
  /** What seals and sends for all booths; put in before the element is defined. */
  static urn: Urn;
  static tablet: Tablet;
  private readonly urn = Booth.urn;
  private readonly tablet = Booth.tablet;
  protected override readonly voting = new Voting(this.urn, 'user', () => this.requestUpdate(), false);
  private readonly pin = new Pin();
  private at: Place = 'loading';
  private here: TabletHere | null = null;
  private atHand: PollAtHand | null = null;
  private remembered: Remembered = { open: '', settings: USUAL, language: '', ...read() };
  private typed = '';
  private first = '';
  private problem = '';
  private enrolProblem: Exclude<Enrolled, 'enrolled'> | null = null;
  private preparing = '';
  private asking = '';

  constructor() {
    super('children');
  }

  override connectedCallback(): void {
    this.settings = this.remembered.settings;
    super.connectedCallback();
    if (this.remembered.language) {
      this.speak(this.remembered.language);
    } else {
      this.remember({ language: this.words.language }); // the page that is kept may be in another language
    }
    this.tablet.whenChanged(() => void this.refresh());
    window.addEventListener('popstate', () => this.stay());
    document.addEventListener('contextmenu', (event) => event.preventDefault());
    setInterval(() => void this.breathe(), BREATH_MS);
    window.addEventListener('online', () => void this.breathe());
    void this.wake();
  }

  private async wake(): Promise<void> {
    await this.refresh();
    this.set(this.remembered.settings);
    if (!this.here?.enrolled) {
      this.go('enrol');
    } else if (!this.pin.isChosen) {
      this.go('pin-new');
    } else if (this.remembered.open) {
      await this.openPoll(this.remembered.open).catch(() => this.go('pin'));
    } else {
      this.go('pin');
    }
    void this.breathe();
  }

  private async refresh(): Promise<void> {
    this.here = await this.tablet.now();
    const poll = this.atHand && this.here.polls.find((each) => each.poll === this.atHand?.poll);
    if (poll?.ended && this.at === 'open' && !this.voting.isUnderWay) {
      this.go('over');
    }
    this.requestUpdate();
  }

  private async breathe(): Promise<void> {
    await this.tablet.breathe();
    await this.refresh();
    for (const poll of this.here?.polls ?? []) {
      const busy = this.at === 'open' && this.voting.isUnderWay;
      if (poll.ended && poll.joined && !poll.emptied && poll.waiting + poll.refused === 0 && !busy) {
        await this.tablet.emptied(poll.poll).catch(() => undefined);
      }
    }
  }

  private go(at: Place): void {
    this.at = at;
    this.typed = '';
    this.problem = '';
    this.enrolProblem = null;
    this.asking = '';
    this.watch();
    this.requestUpdate();
  }

  private ask(poll: string): void {
    this.asking = poll;
    this.requestUpdate();
  }

  private remember(change: Partial<Remembered>): void {
    this.remembered = { ...this.remembered, ...change };
    localStorage.setItem(REMEMBERED, JSON.stringify(this.remembered));
  }

  // ---- for the animator

  private async enrol(): Promise<void> {
    if (this.typed.length < 8) {
      return;
    }
    const done = await this.tablet.enrol(this.typed);
    this.typed = '';
    if (done === 'enrolled') {
      await this.refresh();
      this.go('pin-new');
    } else {
      this.enrolProblem = done;
      this.requestUpdate();
    }
  }

  private async pinTyped(): Promise<void> {
    const digits = this.typed;
    this.typed = '';
    if (!Pin.isOne(digits)) {
      this.requestUpdate();
      return;
    }
    if (this.at === 'pin-new') {
      this.first = digits;
      this.go('pin-again');
    } else if (this.at === 'pin-again') {
      await this.pinAgain(digits);
    } else {
      await this.pinTried(digits);
    }
  }

  private async pinAgain(digits: string): Promise<void> {
    const same = digits === this.first;
    this.first = '';
    if (same) {
      await this.pin.choose(digits);
      await this.toDesk();
    } else {
      this.go('pin-new');
      this.problem = this.words.say('desk.pin.differs');
      this.requestUpdate();
    }
  }

  private async pinTried(digits: string): Promise<void> {
    const tried = await this.pin.try(digits);
    if (tried.right) {
      await this.toDesk();
      return;
    }
    this.problem = tried.waitSeconds > 0 ? this.words.say('desk.pin.wait', { seconds: tried.waitSeconds }) : this.words.say('desk.pin.wrong');
    this.requestUpdate();
  }

  private async toDesk(): Promise<void> {
    this.atHand = null;
    this.voting.poll = null;
    this.remember({ open: '' });
    this.go('desk');
    await this.breathe();
  }

  private async openPoll(poll: string): Promise<void> {
    this.preparing = poll;
    this.requestUpdate();
    try {
      await this.tablet.prepare(poll);
      this.atHand = await this.urn.poll(poll);
      this.remember({ open: poll });
      this.voting.poll = this.atHand;
      this.voting.erase();
      this.go('open');
      this.stay();
      void document.documentElement.requestFullscreen?.().catch(() => undefined);
      void this.voting.lookIfAllowed(this.video);
      await this.refresh();
    } finally {
      this.preparing = '';
      this.requestUpdate();
    }
  }

  private lock(): void {
    this.go('pin');
  }

  /** The back button leads nowhere: one entry of the history is always ahead. It has the address of the booth only. */
  private stay(): void {
    if (this.at === 'open') {
      history.pushState(null, '');
    }
  }

  protected override get isWatched(): boolean {
    const begun = this.at === 'pin' && (this.typed !== '' || this.atHand !== null);
    return this.at === 'desk' || begun || super.isWatched;
  }

  protected override get patienceMs(): number {
    return this.at === 'desk' || this.at === 'pin' ? ANIMATOR_MS : super.patienceMs;
  }

  protected override get lastWords(): { readonly question: Key; readonly seconds: Key; readonly leave: Key } {
    return this.at === 'desk' || this.at === 'pin'
      ? { question: 'desk.idle', seconds: 'desk.idle.seconds', leave: 'desk.lock' }
      : super.lastWords;
  }

  // ---- for voters

  /** A voter, or an animator, has gone: the screen of the animator locks, that for her code leads back to the voters. */
  protected override leave(): void {
    super.leave();
    // what one voter has changed of the display is not for the next
    super.set(this.remembered.settings);
    super.speak(this.remembered.language || this.words.language);
    const poll = this.here?.polls.find((each) => each.poll === this.atHand?.poll);
    if (this.at === 'desk') {
      this.lock();
    } else if (this.at === 'pin') {
      this.go(this.atHand ? 'open' : 'pin');
    }
    if (this.at === 'open' && poll?.ended) {
      this.go('over');
    } else if (this.at === 'open') {
      void this.voting.lookIfAllowed(this.video);
    }
  }

  protected override speak(language: Language): void {
    super.speak(language);
    if (this.at !== 'open' && this.at !== 'loading') {
      this.remember({ language });
    }
  }

  protected override set(settings: Settings): void {
    super.set(settings);
    if (this.at === 'desk') {
      this.remember({ settings });
    }
    apply(settings);
  }

  // ---- drawing

  protected override place(): string {
    return this.at === 'open' ? this.voting.stage : this.at;
  }

  protected override top(): View {
    const { words } = this;
    const animators = this.at !== 'loading' && this.at !== 'enrol' && this.at !== 'pin-new' && this.at !== 'pin-again' && this.at !== 'desk';
    return html`<header class="top"><p class="brand">${this.atHand && this.at === 'open' ? this.atHand.title : words.say('name')}</p>
      ${this.here?.enrolled && !this.here.online ? html`<span class="tag">${words.say('offline')}</span>` : nothing}
      <div class="tools">${this.tools()}${animators && this.at !== 'pin' && !(this.at === 'open' && this.voting.stage !== 'card')
        ? html`<button type="button" class="tool" aria-label=${words.say('desk.title')} @click=${() => this.lock()}>${icon('lock')}</button>` : nothing}</div></header>`;
  }

  protected override screen(content: View): View {
    return html`<main class="screen" id="main">${content}</main>`;
  }

  protected override body(): View {
    const { words } = this;
    switch (this.at) {
      case 'loading':
        return this.screen(html`<p role="status">${words.say('loading')}</p>`);
      case 'enrol':
        return this.screen(enrolment({
          words,
          typed: this.typed,
          problem: this.enrolProblem,
          type: (code) => this.type(code),
          go: () => void this.enrol(),
        }));
      case 'pin-new':
      case 'pin-again':
      case 'pin':
        return this.screen(this.pinView(this.at));
      case 'desk':
        return this.screen(this.deskView());
      case 'over':
        return this.screen(html`<div class="asking"><h1 tabindex="-1">${words.say('desk.over')}</h1></div>`);
      case 'open':
        return super.body();
    }
  }

  private type(typed: string): void {
    this.typed = typed;
    this.problem = '';
    this.requestUpdate();
  }

  private hasEnded(): boolean {
    return this.here?.polls.find((each) => each.poll === this.atHand?.poll)?.ended ?? false;
  }

  private pinView(at: 'pin' | 'pin-new' | 'pin-again'): View {
    const title = at === 'pin-new' ? 'desk.pin.new' : at === 'pin-again' ? 'desk.pin.again' : 'desk.pin';
    return pin({
      words: this.words,
      title,
      hint: at === 'pin-new' ? 'desk.pin.new.hint' : 'desk.pin.hint',
      digits: this.typed,
      problem: this.problem,
      type: (digits) => this.type(digits),
      go: () => void this.pinTyped(),
      back: at === 'pin' && this.atHand ? () => this.go(this.hasEnded() ? 'over' : 'open') : null,
    });
  }

  private deskView(): View {
    const { here } = this;
    return here
      ? animator({
          words: this.words,
          tablet: here,
          preparing: this.preparing,
          problem: this.problem,
          settings: this.settings,
          open: (poll) => void this.openPoll(poll).catch(() => {
            this.problem = this.words.say('problem.poll');
            this.requestUpdate();
          }),
          report: (poll) => void this.tablet.emptied(poll).catch(() => undefined).then(() => this.breathe()),
          send: () => void this.breathe(),
          asking: this.asking,
          ask: (poll) => this.ask(poll),
          sendAgain: (poll) => void this.tablet.sendAgain(poll).then(() => this.refresh()),
          setAside: (poll) => {
            this.ask('');
            void this.tablet.setAside(poll).then(() => this.breathe());
          },
          change: (settings) => this.set(settings),
          lock: () => this.lock(),
        })
      : html``;
  }
}

function read(): Partial<Remembered> {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}') as Partial<Remembered>;
  } catch {
    return {};
  }
}
