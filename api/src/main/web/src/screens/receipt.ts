import { html } from 'lit';
import type { ReceiptCode } from '../ballot/receipt';
import type { Words } from '../i18n/words';
import { urn } from './drawings';
import { hear } from './option';
import type { Speaking, View } from './session';

/** The four pictures and the characters of a receipt, never with what was chosen. */
export function receiptCode(words: Words, code: ReceiptCode): View {
  return html`<ul class="pictures">${code.pictures.map((each, i) => html`<li>
      <span class="emoji" aria-hidden="true">${each}</span><span>${code.words[words.language][i]}</span></li>`)}</ul>
    <p class="characters">${code.characters}</p>`;
}

/**
 * The screen with the receipt.
 *
 * @param isIn whether the urn has acknowledged the ballot; else it is kept and will be sent
 */
export function receipt(by: Speaking, code: ReceiptCode, isIn: boolean): View {
  const { words } = by;
  const title = words.say(isIn ? 'receipt.in' : 'receipt.kept');
  const aloud = `${title} ${words.say('receipt.code')}: ${code.words[words.language].join(', ')}. ${words.say('receipt.secret')}`;
  return html`<div class="asking"><h1 tabindex="-1">${title}</h1>${hear(by, 'page', aloud)}
      ${isIn ? '' : html`<p class="hint">${words.say('receipt.kept.why')}</p>`}</div>
    <p class="visually-hidden" role="status">${title}</p>
    <div class="ticket">${urn()}<h2>${words.say('receipt.code')}</h2>${receiptCode(words, code)}
    <p class="hint">${words.say('receipt.secret')}</p></div>`;
}
