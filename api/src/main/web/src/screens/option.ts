import { html, nothing } from 'lit';
import { coins, icon, sheet } from './drawings';
import type { OptionFace, ShownPoll } from './poll';
import type { Choosing, Speaking, View } from './session';

/** The button that reads an option. */
export function hear(by: Speaking, name: string, text: string, recording?: string | null): View {
  const playing = by.playing === name;
  const label = playing ? by.words.say('hear.stop') : by.words.say('hear', { what: text });
  return html`<button type="button" class="hear" aria-label=${label} @click=${() => by.hear(name, text, recording)}>
    ${icon(playing ? 'stop' : 'hear')}</button>`;
}

/** Reads an option: what it is called, what it is, what it costs. */
export function hearOption(by: Speaking, poll: ShownPoll, option: OptionFace): View {
  const { words } = by;
  const price = option.cost > 0 ? words.money(option.cost, poll.money.currency) : '';
  const text = [option.title, option.text, price].filter((part) => part).join('. ');
  return hear(by, option.id, text, option.sound);
}

/** The picture of an option; its first letter where it has none. */
export function picture(option: OptionFace): View {
  return option.picture
    ? html`<img class="photo" src=${option.picture} alt="" draggable="false" decoding="async">`
    : html`<span class="photo letter" aria-hidden="true">${[...option.title][0] ?? ''}</span>`;
}

/** What an option costs, in words and in coins. */
export function price(by: Speaking, poll: ShownPoll, option: OptionFace): View | typeof nothing {
  if (option.cost === 0) {
    return nothing;
  }
  return html`<span class="price"><span class="money">${by.words.money(option.cost, poll.money.currency)}</span>
    ${poll.money.cents > 0 ? coins(option.cost / poll.money.cents) : nothing}</span>`;
}

/** The blank vote, a card like the others. */
export function blankCard(by: Choosing, mark: () => void): View {
  const { words, draft } = by;
  return html`<li class="option blank-vote" ?data-chosen=${draft.blank}>
    <button type="button" class="pick" data-option="" aria-pressed=${draft.blank} @click=${mark}>
      <span class="photo">${sheet()}</span>
      <span class="title">${words.say('blank')}</span><span class="why">${words.say('blank.why')}</span>
      <span class="mark" aria-hidden="true">${icon('done')}</span>
    </button>
    ${hear(by, 'blank', words.say('voice.blank'))}</li>`;
}
