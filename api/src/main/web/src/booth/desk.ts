import { html, nothing } from 'lit';
import { type CardProblem, codeField, keys, CODE_KEYS, characters } from '../screens/card';
import { icon } from '../screens/drawings';
import type { View } from '../screens/session';
import { type Settings, settingsForm } from '../screens/settings';
import { type Key, Words } from '../i18n/words';

/** A poll in which people may vote on this tablet. */
export interface PollHere {
  readonly poll: string;
  readonly title: string;
  readonly ended: boolean;
  readonly joined: boolean;
  readonly emptied: boolean;
  /** Whether definition, pictures and sounds are kept here. */
  readonly ready: boolean;
  readonly waiting: number;
  /** Ballots that were refused and not set aside. */
  readonly refused: number;
}

/** Ballots that were refused for one reason after their voters had a receipt. */
export interface RefusedHere {
  readonly problem: CardProblem | null;
  readonly sentence: string;
  readonly count: number;
}

/** Ballots of a poll that were refused. */
export interface RefusedPoll {
  readonly poll: string;
  readonly title: string;
  readonly reasons: readonly RefusedHere[];
  readonly count: number;
  /** Whether the animator has set all of them aside. */
  readonly aside: boolean;
}

/** What the animator is shown of the tablet. */
export interface TabletHere {
  readonly enrolled: boolean;
  /** Whether the desk has taken the tablet off its list. */
  readonly forgotten: boolean;
  readonly online: boolean;
  readonly name: string;
  readonly polls: readonly PollHere[];
  /** Ballots that wait, of polls that are no longer listed too. */
  readonly waiting: number;
  readonly refused: readonly RefusedPoll[];
}

/** How an enrolment ended. */
export type Enrolled = 'enrolled' | 'refused' | 'many' | 'offline';

/** The tablet, as its screens use it. */
export interface Tablet {
  now(): Promise<TabletHere>;
  enrol(code: string): Promise<Enrolled>;
  /** Gives a sign of life and sends what waits; never throws. */
  breathe(): Promise<void>;
  /** Fetches all that is needed to vote without a connection, and takes part in the poll. */
  prepare(poll: string): Promise<void>;
  /** Tells that nothing of the poll waits any more. */
  emptied(poll: string): Promise<void>;
  /** Sends once more what was refused in a poll. */
  sendAgain(poll: string): Promise<void>;
  /** Does not send any more what was refused in a poll; it stays here. */
  setAside(poll: string): Promise<void>;
  /** Told whenever there may be something else to show. */
  whenChanged(told: () => void): void;
}

/** What the enrolment screen needs. */
export interface Enrolling {
  readonly words: Words;
  readonly typed: string;
  readonly problem: Exclude<Enrolled, 'enrolled'> | null;
  type(code: string): void;
  go(): void;
}

const PROBLEMS: Record<Exclude<Enrolled, 'enrolled'>, Key> = { refused: 'desk.code.refused', many: 'desk.code.many', offline: 'desk.never' };

/** The screen on which a tablet becomes known. */
export function enrolment(by: Enrolling): View {
  const { words } = by;
  return html`<div class="asking"><h1 tabindex="-1">${words.say('desk.enrol')}</h1></div>
    ${by.problem ? html`<p class="notice bad" role="alert">${words.say(PROBLEMS[by.problem])}</p>` : nothing}
    <form class="code" autocomplete="off" @submit=${(event: Event) => {
      event.preventDefault();
      by.go();
    }}>${codeField(words, 'desk.code', 'desk.code.hint', by.typed, 8, (code) => by.type(code))}
    ${keys(words, CODE_KEYS, (key) => by.type(characters(by.typed + key, 8)), () => by.type(by.typed.slice(0, -1)))}
    <button class="button big go" aria-disabled=${by.typed.length < 8}>${icon('done')} ${words.say('desk.enrol.go')}</button></form>`;
}

/** What a screen for the animator's code needs. */
export interface PinEntry {
  readonly words: Words;
  readonly title: Key;
  readonly hint: Key;
  readonly digits: string;
  readonly problem: string;
  type(digits: string): void;
  go(): void;
  /** Back to the children; null where there is no way back. */
  back: (() => void) | null;
}

/** The screen for the animator's code. */
export function pin(by: PinEntry): View {
  const { words } = by;
  return html`<div class="asking"><h1 tabindex="-1">${words.say(by.title)}</h1><p class="hint" id="pin-hint">${words.say(by.hint)}</p></div>
    ${by.problem ? html`<p class="notice bad" role="alert">${by.problem}</p>` : nothing}
    <form class="code pin" autocomplete="off" @submit=${(event: Event) => {
      event.preventDefault();
      by.go();
    }}><div class="field"><label class="visually-hidden" for="pin">${words.say(by.title)}</label>
      <input id="pin" class="typed" type="password" inputmode="none" autocomplete="off" maxlength="8" data-1p-ignore data-lpignore="true"
        aria-describedby="pin-hint" .value=${by.digits} @input=${(event: InputEvent) => {
          const field = event.target as HTMLInputElement;
          by.type((field.value = field.value.replace(/\D/g, '').slice(0, 8)));
        }}></div>
    ${keys(words, '123456789 0'.replace(' ', ''), (key) => by.type((by.digits + key).slice(0, 8)), () => by.type(by.digits.slice(0, -1)))}
    <button class="button big go" aria-disabled=${by.digits.length < 4}>${icon('done')} ${words.say('digit.ok')}</button>
    ${by.back ? html`<button type="button" class="button secondary big" @click=${by.back}>${icon('back')} ${words.say('back')}</button>` : nothing}</form>`;
}

/** What the animator's screen needs. */
export interface Animating {
  readonly words: Words;
  readonly tablet: TabletHere;
  /** The poll that is being fetched; empty for none. */
  readonly preparing: string;
  readonly problem: string;
  readonly settings: Settings;
  open(poll: string): void;
  report(poll: string): void;
  send(): void;
  /** The poll of which the animator is asked whether to set aside what was refused; empty for none. */
  readonly asking: string;
  /** Asks whether to set aside what was refused in a poll; empty takes the question back. */
  ask(poll: string): void;
  sendAgain(poll: string): void;
  setAside(poll: string): void;
  change(settings: Settings): void;
  lock(): void;
}

/** The animator's screen: which vote to open, and what waits. Of votes it shows numbers only. */
export function animator(by: Animating): View {
  const { words, tablet } = by;
  return html`<div class="asking"><h1 tabindex="-1">${words.say('desk.title')}</h1><p class="hint">${tablet.name}</p></div>
    ${tablet.forgotten ? html`<p class="notice bad" role="alert">${words.say('desk.forgotten')}</p>` : nothing}
    <p class=${`notice ${tablet.online ? 'good' : 'info'}`} role="status">${words.say(tablet.online ? 'desk.online' : 'desk.offline')}</p>
    ${by.problem ? html`<p class="notice bad" role="alert">${by.problem}</p>` : nothing}
    ${tablet.polls.length === 0 ? html`<p class="notice">${words.say('desk.none')}</p>` : nothing}
    <ul class="polls">${tablet.polls.map((poll) => pollHere(by, poll))}</ul>
    <section class="waiting"><h2>${words.say('desk.waiting')}</h2><p class="count">${counted(words, tablet.waiting)}</p>
      ${tablet.waiting > 0 ? html`<button type="button" class="button secondary" @click=${by.send}>${words.say('desk.send')}</button>` : nothing}</section>
    <section><h2>${words.say('desk.refused')}</h2>${tablet.refused.length === 0
      ? html`<p>${words.say('desk.refused.none')}</p>`
      : html`<ul class="refused">${tablet.refused.map((each) => refusedPoll(by, each))}</ul>`}</section>
    <section><h2>${words.say('desk.settings')}</h2>${settingsForm(words, by.settings, by.change)}</section>
    <button type="button" class="button secondary big" @click=${by.lock}>${icon('lock')} <span>${words.say('desk.lock')}</span></button>`;
}

function counted(words: Words, count: number): string {
  return count === 0 ? words.say('desk.waiting.none') : words.say(count === 1 ? 'desk.waiting.one' : 'desk.waiting.many', { count });
}

function refusedPoll(by: Animating, poll: RefusedPoll): View {
  const { words } = by;
  const adult = new Words(words.language, 'adults');
  return html`<li class="card" data-refused=${poll.poll}><h3>${poll.title}</h3>
    <ul>${poll.reasons.map(({ problem, sentence, count }) => html`<li>${words.say(count === 1 ? 'desk.refused.one' : 'desk.refused.many', { count })}
      ${problem ? adult.say(`card.problem.${problem}`) : sentence}</li>`)}</ul>
    ${poll.aside ? html`<p class="notice info">${words.say('desk.refused.aside')}</p>` : html`<p>${words.say('desk.refused.what')}</p>`}
    ${by.asking === poll.poll && !poll.aside
      ? html`<div class="notice bad" role="alert"><p>${words.say(poll.count === 1 ? 'desk.refused.sure.one' : 'desk.refused.sure', { count: poll.count })}</p>
          <div class="row"><button type="button" class="button danger" @click=${() => by.setAside(poll.poll)}>${words.say('desk.refused.yes')}</button>
          <button type="button" class="button secondary" @click=${() => by.ask('')}>${words.say('back')}</button></div></div>`
      : html`<div class="row"><button type="button" class="button" @click=${() => by.sendAgain(poll.poll)}>${words.say('refused.send')}</button>
          ${poll.aside ? nothing : html`<button type="button" class="button secondary" @click=${() => by.ask(poll.poll)}>${words.say('desk.refused.do')}</button>`}</div>`}</li>`;
}

function pollHere(by: Animating, poll: PollHere): View {
  const { words } = by;
  const busy = by.preparing === poll.poll;
  return html`<li class="card" data-poll=${poll.poll}><h2>${poll.title}</h2>
    <p>${poll.ready && !poll.ended ? html`<span class="tag good">${words.say('desk.ready')}</span>` : nothing}
      ${poll.ended ? html`<span class="tag">${words.say('desk.over')}</span>` : nothing} ${counted(words, poll.waiting)}</p>
    ${ending(by, poll)}
    ${poll.ended ? nothing : html`<button type="button" class="button big" aria-disabled=${busy} @click=${() => !busy && by.open(poll.poll)}>
      ${words.say(busy ? 'desk.preparing' : 'desk.open')}</button>`}</li>`;
}

function ending(by: Animating, poll: PollHere): View | typeof nothing {
  if (!poll.ended || !poll.joined) {
    return nothing;
  }
  if (poll.emptied) {
    return html`<p class="notice good">${by.words.say('desk.emptied')}</p>`;
  }
  return poll.waiting + poll.refused === 0
    ? html`<button type="button" class="button big" @click=${() => by.report(poll.poll)}>${by.words.say('desk.report')}</button>`
    : poll.refused > 0
      ? html`<p class="notice bad">${by.words.say('desk.refused.first')}</p>`
      : nothing;
}
