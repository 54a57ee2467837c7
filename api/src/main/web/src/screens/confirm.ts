import { html, nothing } from 'lit';
import type { Choice } from '../ballot/choice';
import { icon, plant, sheet, sign, stickers } from './drawings';
import { hear, picture, price } from './option';
import type { OptionFace, ShownPoll } from './poll';
import type { Confirming, View } from './session';
import type { Words } from '../i18n/words';

/** The screen to confirm: the choice, large, and nothing else. */
export function confirm(by: Confirming): View {
  const { words, poll, choice } = by;
  const title = words.say('confirm.title');
  return html`<div class="asking"><h1 tabindex="-1">${title}</h1>${hear(by, 'page', `${title} ${told(words, poll, choice)}`)}</div>
    <ul class="chosen">${rows(by)}</ul>`;
}

/** What stands at the foot of the screen. */
export function confirmFoot(by: Confirming): View {
  const { words, sealing } = by;
  return html`<button type="button" class="button secondary big" aria-disabled=${sealing} @click=${() => !sealing && by.change()}>
      ${icon('back')} <span>${words.say('confirm.change')}</span></button>
    <button type="button" class="button big go" aria-disabled=${sealing} @click=${() => !sealing && by.vote()}>
      ${icon('done')} <span>${words.say(sealing ? 'confirm.sealing' : 'confirm.vote')}</span></button>`;
}

/** A choice in one sentence, to be read aloud. */
export function told(words: Words, poll: ShownPoll, choice: Choice): string {
  const title = (id: string) => poll.options.find((option) => option.id === id)?.title ?? id;
  switch (choice.kind) {
    case 'BLANK':
      return `${words.say('blank')}.`;
    case 'FAVOURITE':
      return `${title(choice.option)}.`;
    case 'APPROVAL':
    case 'KNAPSACK':
      return `${choice.options.map(title).join(', ')}.`;
    case 'RANKING':
      return `${choice.order.map((id, i) => `${i + 1}: ${title(id)}`).join(', ')}.`;
    case 'POINTS':
      return `${Object.entries(choice.points).map(([id, points]) => `${title(id)}: ${points}`).join(', ')}.`;
    case 'GRADES':
      return `${Object.entries(choice.grades).map(([id, grade]) => `${title(id)}: ${words.grade(grade, poll.grades)}`).join(', ')}.`;
    case 'MOTION':
      return `${words.say(`motion.${choice.vote}`)}.`;
  }
}

function rows(by: Confirming): View[] {
  const { words, poll, choice } = by;
  switch (choice.kind) {
    case 'BLANK':
      return [html`<li class="big-choice"><span class="photo">${sheet()}</span>
        <span class="title">${words.say('blank')}</span><span class="why">${words.say('blank.why')}</span></li>`];
    case 'MOTION':
      return [html`<li class="big-choice"><span class="photo">${sign(choice.vote)}</span>
        <span class="title">${words.say(`motion.${choice.vote}`)}</span><span class="why">${poll.options[0]?.title ?? ''}</span></li>`];
    case 'FAVOURITE':
      return faces(poll, [choice.option]).map((option) => html`<li class="big-choice">${picture(option)}
        <span class="title">${option.title}</span>${option.text ? html`<span class="why">${option.text}</span>` : nothing}
        ${price(by, poll, option)}</li>`);
    case 'APPROVAL':
    case 'KNAPSACK':
      return faces(poll, choice.options).map((option) => row(option, price(by, poll, option)));
    case 'RANKING':
      return faces(poll, choice.order).map((option, i) => row(option, html`<span class="place">${i + 1}</span>`));
    case 'POINTS':
      return faces(poll, Object.keys(choice.points)).map((option) => {
        const count = choice.points[option.id] ?? 0;
        return row(option, html`${count <= 6 ? stickers(count, count) : nothing}
          <span class=${count <= 6 ? 'visually-hidden' : 'place'}>${words.say(count === 1 ? 'sticker.one' : 'sticker.many', { count })}</span>`);
      });
    case 'GRADES':
      return poll.options.map((option) => {
        const grade = choice.grades[option.id] ?? 0;
        return row(option, html`<span class="graded">${plant(grade, poll.grades)} ${words.grade(grade, poll.grades)}</span>`);
      });
  }
}

function faces(poll: ShownPoll, ids: readonly string[]): OptionFace[] {
  return ids.flatMap((id) => poll.options.filter((option) => option.id === id));
}

function row(option: OptionFace, what: View | typeof nothing): View {
  return html`<li>${picture(option)}<span class="title">${option.title}</span><span class="what">${what}</span></li>`;
}
