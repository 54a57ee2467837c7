import { html } from 'lit';
import type { Key, Words } from '../i18n/words';
import type { View } from './session';

/** Colours of a page. */
export type Theme = 'auto' | 'light' | 'dark' | 'contrast';

/** How a page is shown to who needs it otherwise. */
export interface Settings {
  readonly theme: Theme;
  readonly large: boolean;
  readonly still: boolean;
  readonly scan: boolean;
}

/** As the browser has it. */
export const USUAL: Settings = { theme: 'auto', large: false, still: false, scan: false };

/** Puts the settings on the root of the page, where the styles read them. */
export function apply(settings: Settings): void {
  const { dataset } = document.documentElement;
  const put = (name: string, value: string) => {
    if (value === '') {
      delete dataset[name];
    } else {
      dataset[name] = value;
    }
  };
  put('theme', settings.theme === 'auto' ? '' : settings.theme);
  put('size', settings.large ? 'large' : '');
  put('motion', settings.still ? 'none' : '');
}

/** The switches for them. */
export function settingsForm(words: Words, settings: Settings, change: (settings: Settings) => void): View {
  const themes: [Theme, Key][] = [['auto', 'set.theme.auto'], ['light', 'set.light'], ['dark', 'set.dark'], ['contrast', 'set.contrast']];
  const switches: ['large' | 'still' | 'scan', Key][] = [['large', 'set.large'], ['still', 'set.motion'], ['scan', 'set.scan']];
  return html`<div class="settings">
    <div class="row" role="group" aria-label=${words.say('set.theme')}>${themes.map(([theme, key]) => html`<button type="button"
      class="button secondary" aria-pressed=${settings.theme === theme} @click=${() => change({ ...settings, theme })}>${words.say(key)}</button>`)}</div>
    <div class="row" role="group" aria-label=${words.say('set')}>${switches.map(([name, key]) => html`<button type="button"
      class="button secondary" aria-pressed=${settings[name]} @click=${() => change({ ...settings, [name]: !settings[name] })}>${words.say(key)}</button>`)}</div>
    <p class="hint">${words.say('scan.help')}</p></div>`;
}
