import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Audience, type Key, type Language, Words, pageLanguage } from '../i18n/words';
import { card } from './card';
import { choose, chooseFoot } from './choose';
import { confirm, confirmFoot } from './confirm';
import { choiceOf } from './draft';
import { icon } from './drawings';
import { Idle, PATIENCE_MS } from './idle';
import { receipt } from './receipt';
import type { View } from './session';
import { type Settings, USUAL, apply, settingsForm } from './settings';
import { OneSwitch } from './switch';
import { Voice } from './voice';
import type { Voting } from './voting';

/** What lies over the screen. */
type Over = 'help' | 'settings' | 'idle' | null;

/** A page on which one votes: the frame around a {@link Voting}, in light DOM, without a trace in address or history. */
export abstract class VotingPage extends LitElement {
  protected words: Words;
  protected settings: Settings = USUAL;
  protected over: Over = null;
  protected seconds = 0;
  protected abstract readonly voting: Voting;
  protected readonly voice = new Voice(() => this.requestUpdate());
  protected readonly oneSwitch = new OneSwitch(this);
  private readonly idle = new Idle(
    (seconds) => this.lastCall(seconds),
    () => this.leave(),
  );
  private focused = '';
  private cameFrom: Element | null = null;

  constructor(audience: Audience) {
    super();
    this.words = new Words(pageLanguage(), audience);
  }

  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    apply(this.settings);
    for (const type of ['pointerdown', 'keydown'] as const) {
      document.addEventListener(type, () => this.touched(), { capture: true, passive: true });
    }
    document.addEventListener('keydown', (event) => this.key(event));
    // a page that the browser keeps for "back" must not keep a voter
    window.addEventListener('pagehide', () => this.leave());
    window.addEventListener('pageshow', (event) => event.persisted && this.leave());
  }

  /** The voter has gone: nothing of them stays. */
  protected leave(): void {
    this.idle.rest();
    this.voice.stop();
    this.over = null;
    this.voting.erase();
  }

  private touched(): void {
    if (this.over === 'idle') {
      return; // answered by its own buttons
    }
    this.watch();
  }

  /** Whether somebody must be there, so that the page does not leave by itself. */
  protected get isWatched(): boolean {
    return this.voting.isUnderWay || this.over !== null;
  }

  /** Milliseconds without a touch until the question. */
  protected get patienceMs(): number {
    return PATIENCE_MS;
  }

  /** What is asked of who does not touch anything: the question, the seconds that remain, and the answer that leaves. */
  protected get lastWords(): { readonly question: Key; readonly seconds: Key; readonly leave: Key } {
    return { question: 'idle.question', seconds: 'idle.seconds', leave: 'idle.leave' };
  }

  /** Begins to watch whether somebody is there, where that matters. */
  protected watch(): void {
    if (this.isWatched) {
      this.idle.touched(this.patienceMs);
    } else {
      this.idle.rest();
    }
  }

  private lastCall(seconds: number): void {
    if (!this.isWatched) {
      this.idle.rest();
      return;
    }
    if (this.voting.sealing || (this.over !== 'idle' && this.oneSwitch.isOffering)) {
      this.watch();
      return;
    }
    this.seconds = seconds;
    this.open('idle');
  }

  protected key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.over !== null) {
      this.close();
    }
  }

  protected open(over: Over): void {
    if (this.over === null) {
      this.cameFrom = document.activeElement;
    }
    this.over = over;
    this.requestUpdate();
  }

  protected close(): void {
    this.over = null;
    this.watch();
    this.requestUpdate();
    const { cameFrom } = this;
    void this.updateComplete.then(() => cameFrom instanceof HTMLElement && cameFrom.isConnected && cameFrom.focus());
  }

  protected speak(language: Language): void {
    this.words = new Words(language, this.words.audience);
    document.documentElement.lang = language;
    this.voice.stop();
    this.requestUpdate();
  }

  protected set(settings: Settings): void {
    this.settings = settings;
    apply(settings);
    this.oneSwitch.turn(settings.scan);
    this.requestUpdate();
  }

  /** The picture of the camera, once it is drawn. */
  protected readonly video = async (): Promise<HTMLVideoElement | null> => {
    await this.updateComplete;
    return this.querySelector('video');
  };

  // ---- drawing

  protected override updated(): void {
    const now = `${this.voting.voter} ${this.place()} ${this.over ?? ''}`;
    if (now === this.focused) {
      return;
    }
    const first = this.focused === '';
    this.focused = now;
    if (!first && !this.settings.scan) {
      const where = this.over ? '[role="dialog"] h2' : 'h1';
      this.querySelector<HTMLElement>(where)?.focus({ preventScroll: true });
    }
    if (this.over === null && !first) {
      this.scrollIntoView({ block: 'start' });
    }
  }

  /** Where the page stands, to know when it goes elsewhere. */
  protected place(): string {
    return this.voting.stage;
  }

  protected get speaking() {
    const { words, voice } = this;
    return {
      words,
      playing: voice.playing,
      hear: (name: string, text: string, recording?: string | null) => voice.hear(name, text, words.language, recording),
    };
  }

  protected override render(): View {
    const covered = this.over !== null;
    return html`<div class="voting" data-stage=${this.place()} ?inert=${covered} aria-hidden=${covered ? 'true' : nothing}>
      ${this.top()}${keyed(this.voting.voter, this.body())}</div>${this.overlay()}`;
  }

  protected abstract top(): View;

  /** The buttons that every screen has above. */
  protected tools(): View {
    const { words } = this;
    const other: Language = words.language === 'fr' ? 'en' : 'fr';
    return html`<button type="button" class="tool" lang=${other} @click=${() => this.speak(other)}>
      <span class="long">${other === 'fr' ? 'Français' : 'English'}</span><span class="short" aria-hidden="true">${other.toUpperCase()}</span></button>
      <button type="button" class="tool" @click=${() => this.open('settings')}>${icon('set')} <span>${words.say('set')}</span></button>`;
  }

  /** The voter's screen with its foot. */
  protected body(): View {
    return html`${this.screen(this.stageView())}${this.foot(this.stageFoot())}`;
  }

  protected screen(content: View): View {
    return html`<div class="screen">${content}</div>`;
  }

  private stageView(): View {
    const { voting, words } = this;
    switch (voting.stage) {
      case 'card':
        return this.cardView();
      case 'choose':
        return voting.shown
          ? html`${voting.hasVoted ? html`<p class="notice info" role="status">${words.say('choose.again')}</p>` : nothing}${choose(this.choosing(voting.shown))}`
          : html``;
      case 'confirm':
        return this.confirming() ? confirm(this.confirming()!) : html``;
      case 'receipt':
        return voting.code ? html`${receipt(this.speaking, voting.code, voting.isIn)}${this.afterReceipt()}` : html``;
      case 'refused':
        return html`<div class="asking"><h1 tabindex="-1">${words.say('problem.refused')}</h1></div>
          <p class="notice bad" role="alert">${voting.problem ? words.say(`card.problem.${voting.problem}`) : voting.sentence}</p>`;
      case 'broken':
        return html`<div class="asking"><h1 tabindex="-1">${words.say('problem.unexpected')}</h1></div>
          <p class="notice bad" role="alert">${words.say('problem.stored')}</p>`;
    }
  }

  /** What stands under a receipt. */
  protected afterReceipt(): View | typeof nothing {
    return nothing;
  }

  protected cardView(): View {
    const { voting } = this;
    return card({
      ...this.speaking,
      typed: voting.typed,
      camera: voting.camera,
      facing: voting.facing,
      problem: voting.problem,
      opening: voting.opening,
      typing: voting.typing,
      type: (code) => voting.type(code),
      go: () => void voting.go(),
      look: () => void voting.look(this.video),
      flip: () => void voting.flip(this.video),
      showKeys: () => voting.showKeys(),
    });
  }

  private choosing(poll: NonNullable<Voting['shown']>) {
    const { voting } = this;
    return { ...this.speaking, poll, draft: voting.draft, mark: voting.mark.bind(voting), done: () => this.silently(() => voting.confirm()) };
  }

  private confirming() {
    const { voting } = this;
    const choice = voting.shown && choiceOf(voting.shown, voting.draft);
    return voting.shown && choice
      ? {
          ...this.speaking,
          poll: voting.shown,
          draft: voting.draft,
          choice,
          sealing: voting.sealing,
          change: () => this.silently(() => voting.change()),
          vote: () => this.silently(() => void voting.vote()),
        }
      : null;
  }

  private silently(then: () => void): void {
    this.voice.stop();
    then();
  }

  private stageFoot(): View | typeof nothing {
    const { voting, words } = this;
    switch (voting.stage) {
      case 'choose':
        return voting.shown ? chooseFoot(this.choosing(voting.shown)) : nothing;
      case 'confirm': {
        const confirming = this.confirming();
        return confirming ? confirmFoot(confirming) : nothing;
      }
      case 'receipt':
      case 'refused':
      case 'broken':
        return html`<button type="button" class="button big go" @click=${() => this.leave()}>${icon('done')} <span>${words.say('receipt.done')}</span></button>`;
      case 'card':
        return nothing;
    }
  }

  protected foot(actions: View | typeof nothing): View {
    const { words, voting } = this;
    const canCancel = voting.stage !== 'receipt' && voting.stage !== 'refused' && voting.stage !== 'broken';
    return html`<div class="foot" role="region" aria-label=${words.say('name')}><div class="always">
      ${canCancel ? html`<button type="button" class="tool" aria-disabled=${voting.sealing} @click=${() => !voting.sealing && this.leave()}>
        ${icon('cancel')} <span>${words.say('cancel')}</span></button>` : nothing}
      <button type="button" class="tool" @click=${() => this.open('help')}>${icon('hand')} <span>${words.say('help')}</span></button></div>
      <div class="actions">${actions}</div></div>`;
  }

  private overlay(): View | typeof nothing {
    const { words } = this;
    const close = () => this.close();
    switch (this.over) {
      case 'help':
        return this.dialog('help', words.say('help.called'), html`<p>${words.say('help.hidden')}</p>
          <button type="button" class="button big" @click=${close}>${words.say('help.back')}</button>`, html`<span class="raised">${icon('hand')}</span>`);
      case 'settings':
        return this.dialog('set', words.say('set'), html`${settingsForm(words, this.settings, (settings) => this.set(settings))}
          <button type="button" class="button big" @click=${close}>${words.say('back')}</button>`);
      case 'idle':
        return this.dialog('idle', words.say(this.lastWords.question), html`<p role="timer">${words.say(this.lastWords.seconds, { seconds: this.seconds })}</p>
          <button type="button" class="button big" @click=${close}>${words.say('idle.stay')}</button>
          <button type="button" class="button secondary big" @click=${() => this.leave()}>${words.say(this.lastWords.leave)}</button>`);
      default:
        return nothing;
    }
  }

  private dialog(name: string, title: string, content: View, above: View | typeof nothing = nothing): View {
    return html`<div class=${`veil ${name}`}><div role="dialog" aria-modal="true" aria-labelledby="over" class="over"
      @keydown=${trap}>${above}<h2 id="over" tabindex="-1">${title}</h2>${content}</div></div>`;
  }
}

/** Keeps the focus inside, also where the browser does not know `inert`. */
function trap(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button')];
  const first = buttons[0];
  const last = buttons[buttons.length - 1];
  if (event.key === 'Tab' && (event.shiftKey ? document.activeElement === first : document.activeElement === last)) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
