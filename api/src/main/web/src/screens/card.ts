import { html, nothing, svg } from 'lit';
import { shownCode, typedCode } from '../ballot/card';
import type { Key, Words } from '../i18n/words';
import { icon } from './drawings';
import { hear } from './option';
import type { Speaking, View } from './session';

/** The characters of a code: Crockford's, which have no I, L, O and U. */
export const CODE_KEYS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Why a card cannot be used. */
export type CardProblem = 'other' | 'unreadable' | 'unknown' | 'used' | 'void' | 'closed';

/** What the screen for the card needs. */
export interface CardEntry extends Speaking {
  readonly typed: string;
  readonly camera: 'off' | 'on' | 'none';
  readonly facing: 'user' | 'environment';
  readonly problem: CardProblem | null;
  readonly opening: boolean;
  readonly typing: boolean;
  type(code: string): void;
  go(): void;
  look(on: boolean): void;
  flip(): void;
  showKeys(): void;
}

/** Characters of a code out of what was typed, as the format of cards reads it. */
export function characters(typed: string, length: number): string {
  return typedCode(typed).replace(/U/g, '').slice(0, length);
}

/** The screen to show a card: camera, or its code on large keys. */
export function card(by: CardEntry): View {
  const { words } = by;
  const title = words.say('card.ask');
  return html`<div class="asking"><h1 tabindex="-1">${title}</h1>${hear(by, 'page', title)}</div>
    ${by.problem ? html`<p class="notice bad" role="alert">${words.say(`card.problem.${by.problem}` as Key)}</p>` : nothing}
    ${by.opening ? html`<p class="notice info" role="status">${words.say('card.opening')}</p>` : html`<div class="ways">${cameraPart(by)}${codePart(by)}</div>`}`;
}

function cameraPart(by: CardEntry): View {
  const { words } = by;
  switch (by.camera) {
    case 'none':
      return html`<p class="notice info" role="status">${words.say('card.camera.none')}</p>`;
    case 'on':
      return html`<div class="camera"><div class=${`lens ${by.facing}`}><video muted playsinline disablepictureinpicture
          aria-label=${words.say('card.camera.picture')}></video></div>
        <p class="hint" role="status">${words.say('card.camera.hint')}</p>
        <button type="button" class="button secondary" @click=${() => by.flip()}>${icon('camera')} ${words.say('card.camera.flip')}</button></div>`;
    case 'off':
      return html`<button type="button" class="way" @click=${() => by.look(true)}>${cardDrawing()}
        <span class="title">${words.say('card.camera')}</span></button>`;
  }
}

function codePart(by: CardEntry): View {
  const { words } = by;
  if (!by.typing) {
    return html`<button type="button" class="way" @click=${() => by.showKeys()}>${keysDrawing()}
      <span class="title">${words.say('card.type')}</span></button>`;
  }
  return html`<form class="code" autocomplete="off" @submit=${(event: Event) => {
      event.preventDefault();
      by.go();
    }}>
    ${codeField(words, 'card.code', 'card.code.hint', by.typed, 12, (code) => by.type(code))}
    ${keys(words, CODE_KEYS, (key) => by.type(characters(by.typed + key, 12)), () => by.type(by.typed.slice(0, -1)))}
    <button class="button big go" aria-disabled=${by.typed.length < 12}>${icon('done')} ${words.say('card.go')}</button></form>`;
}

/** A field for a code. No keyboard of the tablet opens for it: the page has its own keys. */
export function codeField(words: Words, label: Key, hint: Key, typed: string, length: number, type: (code: string) => void): View {
  return html`<div class="field"><label for="code">${words.say(label)}</label>
    <p class="hint" id="code-hint">${words.say(hint)}</p>
    <input id="code" class="typed" type="text" inputmode="none" autocomplete="off" autocapitalize="characters" autocorrect="off"
      spellcheck="false" data-1p-ignore data-lpignore="true" aria-describedby="code-hint" maxlength="40" .value=${shownCode(typed)}
      @input=${(event: InputEvent) => {
        const field = event.target as HTMLInputElement;
        const code = characters(field.value, length);
        field.value = shownCode(code);
        type(code);
      }}></div>`;
}

/** Large keys on the screen. */
export function keys(words: Words, all: string, press: (key: string) => void, erase: () => void): View {
  return html`<div class=${`keys k${all.length}`} role="group" aria-label=${words.say('card.type')}>
    ${[...all].map((key) => html`<button type="button" class="key" aria-label=${words.say('card.key', { key })} @click=${() => press(key)}>${key}</button>`)}
    <button type="button" class="key erase" aria-label=${words.say('card.erase')} @click=${erase}>${icon('back')}</button></div>`;
}

function cardDrawing(): View {
  return html`<svg class="drawing" viewBox="0 0 160 110" width="160" height="110" aria-hidden="true" focusable="false">
    <rect class="page" x="6" y="10" width="148" height="90" rx="10"/><path class="dark" d="M22 26h26v26H22zM22 62h26v26H22zM60 26h12v12H60zM76 40h12v12H76zM60
    56h10v10H60zM78 62h10v26H78zM58 74h12v14H58zM94 26h8v20h-8z"/><path class="light" d="M30 34h10v10H30zM30 70h10v10H30z"/><path class="line" d="M114
    34h28M114 50h28M114 66h18"/></svg>`;
}

function keysDrawing(): View {
  return html`<svg class="drawing" viewBox="0 0 160 110" width="160" height="110" aria-hidden="true" focusable="false">
    ${[0, 1, 2].map((row) => [0, 1, 2, 3].map((column) => svg`<rect class="page" x=${14 + column * 34} y=${8 + row * 33} width="28" height="28" rx="6"/>`))}</svg>`;
}
