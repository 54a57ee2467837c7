import { html, nothing } from 'lit';
import type { Key } from '../i18n/words';
import { type Barrier, addPoint, barrier, markBlank, markGrade, markVote, moneyLeft, pointsLeft, toggle } from './draft';
import { icon, plant, purse, sign, stickers } from './drawings';
import { blankCard, hear, hearOption, picture, price } from './option';
import type { OptionFace } from './poll';
import { type Choosing, type View, isComplete } from './session';

/** The screen to choose: all options together as cards, and what is left. */
export function choose(by: Choosing): View {
  const { words, poll } = by;
  const title = words.say(`choose.${poll.kind}` as Key);
  const hint = words.say(`choose.${poll.kind}.hint` as Key, { max: poll.max, total: poll.maxTotal, each: poll.maxPerOption });
  return html`<div class="asking"><h1 tabindex="-1">${title}</h1>
      ${hear(by, 'page', `${title}. ${hint}`)}<p class="hint">${hint}</p></div>
    ${poll.kind === 'MOTION' ? motion(by) : html`<ul class=${`options ${poll.kind.toLowerCase()}`}>
      ${poll.options.map((option) => card(by, option))}
      ${blankCard(by, () => by.mark(markBlank(by.draft)))}</ul>`}`;
}

/** What stands at the foot of the screen: what is left, and the button to go on. */
export function chooseFoot(by: Choosing): View {
  const ready = isComplete(by.poll, by.draft);
  return html`${left(by)}<button type="button" class="button big go" aria-disabled=${!ready}
    aria-describedby=${ready ? nothing : 'first'} @click=${() => ready && by.done()}>
    ${icon('done')} <span>${by.words.say('choose.done')}</span></button>
    ${ready ? nothing : html`<span id="first" class="visually-hidden">${by.words.say('choose.first')}</span>`}`;
}

function card(by: Choosing, option: OptionFace): View {
  switch (by.poll.kind) {
    case 'POINTS':
      return pointsCard(by, option);
    case 'GRADES':
      return gradesCard(by, option);
    default:
      return pickCard(by, option);
  }
}

const BARRIERS: Record<Barrier, Key> = { dear: 'dear', full: 'full' };

function pickCard(by: Choosing, option: OptionFace): View {
  const { words, poll, draft } = by;
  const place = draft.chosen.indexOf(option.id);
  const chosen = place >= 0;
  const why = chosen ? null : barrier(poll, draft, option.id);
  return html`<li class="option" ?data-chosen=${chosen} ?data-barred=${why !== null}>
    <button type="button" class="pick" data-option=${option.id} aria-pressed=${chosen} aria-disabled=${why !== null}
        @click=${() => by.mark(toggle(poll, draft, option.id))}>
      ${picture(option)}
      <span class="title">${option.title}</span>
      ${option.text ? html`<span class="why">${option.text}</span>` : nothing}
      ${price(by, poll, option)}
      ${why ? html`<span class="barrier">${words.say(BARRIERS[why])}</span>` : nothing}
      ${poll.kind === 'RANKING' && chosen
        ? html`<span class="mark"><span aria-hidden="true">${place + 1}</span><span class="visually-hidden">${words.say('place', { place: place + 1 })}</span></span>`
        : html`<span class="mark" aria-hidden="true">${icon('done')}</span>`}
    </button>
    ${hearOption(by, poll, option)}</li>`;
}

function pointsCard(by: Choosing, option: OptionFace): View {
  const { words, poll, draft } = by;
  const count = draft.marks[option.id] ?? 0;
  const full = barrier(poll, draft, option.id) !== null;
  const step = (by_: 1 | -1) => () => by.mark(addPoint(poll, draft, option.id, by_));
  return html`<li class="option points-card" ?data-chosen=${count > 0}>
    <button type="button" class="pick" data-option=${option.id} aria-disabled=${full} @click=${step(1)}
        aria-label=${words.say('add', { what: option.title })} aria-describedby=${`points-${option.id}`}>
      ${picture(option)}
      <span class="title">${option.title}</span>
      ${option.text ? html`<span class="why">${option.text}</span>` : nothing}
      ${price(by, poll, option)}
    </button>
    <div class="glued">
      <button type="button" class="step" aria-label=${words.say('less', { what: option.title })} aria-disabled=${count === 0}
        @click=${step(-1)}>${icon('less')}</button>
      <span class="given" id=${`points-${option.id}`}>${poll.maxPerOption <= 6 ? stickers(count, poll.maxPerOption) : nothing}
        <span class=${poll.maxPerOption <= 6 ? 'visually-hidden' : 'count'} role="status">${
          words.say('points.of', { what: option.title, count, each: poll.maxPerOption })}</span></span>
      <button type="button" class="step" tabindex="-1" aria-hidden="true" aria-disabled=${full} @click=${step(1)}>${icon('more')}</button>
    </div>
    ${hearOption(by, poll, option)}</li>`;
}

function gradesCard(by: Choosing, option: OptionFace): View {
  const { words, poll, draft } = by;
  const given = draft.marks[option.id];
  return html`<li class="option grades-card" ?data-chosen=${given !== undefined}>
    <div class="about">${picture(option)}
      <span><span class="title" id=${`grade-${option.id}`}>${option.title}</span>
      ${option.text ? html`<span class="why">${option.text}</span>` : nothing}${price(by, poll, option)}</span>
      ${hearOption(by, poll, option)}</div>
    <div class="grades" role="group" aria-labelledby=${`grade-${option.id}`}>
      ${Array.from({ length: poll.grades }, (_, grade) => html`<button type="button" class="grade" data-option=${option.id}
        data-grade=${grade} aria-pressed=${given === grade} @click=${() => by.mark(markGrade(draft, option.id, grade))}>
        ${plant(grade, poll.grades)}<span>${words.grade(grade, poll.grades)}</span></button>`)}
    </div></li>`;
}

function motion(by: Choosing): View {
  const { words, poll, draft } = by;
  const [option] = poll.options;
  if (!option) {
    return html``;
  }
  return html`<div class="motion">${option.picture ? picture(option) : nothing}
      <p class="text">${option.title}</p>${option.text ? html`<p class="why">${option.text}</p>` : nothing}
      ${hearOption(by, poll, option)}</div>
    <ul class="options motion-votes">
      ${(['for', 'against', 'abstain'] as const).map((vote) => html`<li class="option" ?data-chosen=${draft.vote === vote}>
        <button type="button" class="pick" data-option=${vote} aria-pressed=${draft.vote === vote}
          @click=${() => by.mark(markVote(draft, vote))}><span class="photo">${sign(vote)}</span>
          <span class="title">${words.say(`motion.${vote}`)}</span><span class="mark" aria-hidden="true">${icon('done')}</span></button>
        ${hear(by, vote, words.say(`motion.${vote}`))}</li>`)}
      ${blankCard(by, () => by.mark(markBlank(draft)))}</ul>`;
}

function left(by: Choosing): View | typeof nothing {
  const { words, poll, draft } = by;
  switch (poll.kind) {
    case 'KNAPSACK': {
      const rest = moneyLeft(poll, draft);
      const sentence =
        rest === 0
          ? words.say('full.money.none')
          : words.say('full.money', {
              left: words.money(rest, poll.money.currency),
              all: words.money(poll.money.cents, poll.money.currency),
            });
      return html`<div class="left">${purse(1 - rest / poll.money.cents)}<p role="status">${sentence}</p></div>`;
    }
    case 'POINTS': {
      const rest = pointsLeft(poll, draft);
      return html`<div class="left">${poll.maxTotal <= 12 ? stickers(rest, poll.maxTotal) : nothing}
        <p role="status" class=${poll.maxTotal <= 12 ? 'visually-hidden' : ''}>${
          words.say('full.stickers', { left: rest, all: poll.maxTotal })}</p></div>`;
    }
    case 'APPROVAL':
    case 'RANKING':
      return html`<div class="left"><p role="status">${words.say('full.options', { count: draft.chosen.length, max: poll.max })}</p></div>`;
    case 'GRADES':
      return html`<div class="left"><p role="status">${
        words.say('full.options', { count: Object.keys(draft.marks).length, max: poll.options.length })}</p></div>`;
    default:
      return nothing;
  }
}
