import { svg, type SVGTemplateResult } from 'lit';

/** How many coins a whole budget is shown as. */
export const COINS = 20;

const round = (value: number) => Math.round(value * 100) / 100;

/** A part of a coin, from the top clockwise; whole where `part` is 1. */
function coin(x: number, y: number, part: number): SVGTemplateResult {
  if (part >= 0.995) {
    return svg`<g class="coin"><circle cx=${x} cy=${y} r="9"/><circle class="rim" cx=${x} cy=${y} r="6"/></g>`;
  }
  const angle = part * 2 * Math.PI;
  const end = `${round(x + 9 * Math.sin(angle))} ${round(y - 9 * Math.cos(angle))}`;
  return svg`<path class="coin" d=${`M${x} ${y}V${y - 9}A9 9 0 ${part > 0.5 ? 1 : 0} 1 ${end}Z`}/>`;
}

/** A price as coins, of which the whole budget has {@link COINS}. */
export function coins(share: number): SVGTemplateResult {
  const all = Math.min(Math.max(share, 0), 1) * COINS;
  const parts = Array.from({ length: Math.ceil(all - 0.005) }, (_, i) => Math.min(1, all - i));
  const columns = Math.min(10, Math.max(1, parts.length));
  const rows = Math.max(1, Math.ceil(parts.length / 10));
  return svg`<svg class="coins" viewBox=${`0 0 ${columns * 20} ${rows * 20}`} width=${columns * 20} height=${rows * 20}
    aria-hidden="true" focusable="false">
    ${parts.map((part, i) => coin((i % 10) * 20 + 10, Math.floor(i / 10) * 20 + 10, part))}</svg>`;
}

/** A purse that what was chosen fills with coins. */
export function purse(share: number): SVGTemplateResult {
  const full = Math.min(Math.max(share, 0), 1) * COINS;
  const places = Array.from({ length: COINS }, (_, i) => {
    const row = Math.floor(i / 5);
    return { x: 26 + (i % 5) * 17 + (row % 2) * 4, y: 104 - row * 17, part: Math.min(1, Math.max(0, full - i)) };
  });
  return svg`<svg class="purse" viewBox="0 0 128 128" width="128" height="128" aria-hidden="true" focusable="false">
    <path class="bag" d="M40 34C20 48 8 74 10 98c1 14 10 22 24 22h60c14 0 23-8 24-22 2-24-10-50-30-64Z"/>
    <path class="neck" d="M44 34c-4-8-10-14-8-20 6-4 10 2 16 2s8-8 12-8 6 8 12 8 10-6 16-2c2 6-4 12-8 20Z"/>
    <path class="cord" d="M40 34c14 6 34 6 48 0"/>
    ${places.map((p) => svg`<circle class="slot" cx=${p.x} cy=${p.y} r="7"/>`)}
    ${places.filter((p) => p.part > 0.005).map((p) => svg`<g transform=${`translate(${p.x} ${p.y}) scale(0.78)`}>${coin(0, 0, p.part)}</g>`)}
  </svg>`;
}

const STICKERS = [
  'M16 2l4.3 8.8 9.7 1.4-7 6.8 1.7 9.7-8.7-4.6-8.7 4.6L9 19 2 12.2l9.7-1.4Z',
  'M16 29C4 20 2 14 3 9c1-5 9-7 13 0 4-7 12-5 13 0 1 5-1 11-13 20Z',
  'M16 3a13 13 0 1 1 0 26 13 13 0 1 1 0-26Z',
  'M16 2l14 14-14 14L2 16Z',
];

/** A row of stickers: those that stick, then the places for more. */
export function stickers(count: number, places: number): SVGTemplateResult {
  const shown = Math.min(places, 12);
  return svg`<svg class="stickers" viewBox=${`0 0 ${shown * 36} 36`} width=${shown * 36} height="36" aria-hidden="true" focusable="false">
    ${Array.from({ length: shown }, (_, i) => svg`<g transform=${`translate(${i * 36 + 2} 2)`}>
      <path class=${i < count ? `sticker s${i % STICKERS.length}` : 'place'} d=${STICKERS[i % STICKERS.length]!}/></g>`)}</svg>`;
}

/** A grade as a plant that grows: the better, the more leaves. Form tells it, not colour; no faces. */
export function plant(grade: number, grades: number): SVGTemplateResult {
  const leaves = Math.round((grade * 6) / Math.max(1, grades - 1));
  const top = 50 - leaves * 6;
  return svg`<svg class="plant" viewBox="0 0 48 60" width="48" height="60" aria-hidden="true" focusable="false">
    <path class="earth" d="M6 50h36l-4 9H10Z"/>
    ${leaves === 0 ? svg`<ellipse class="seed" cx="24" cy="46" rx="5" ry="4"/>` : svg`<path class="stem" d=${`M24 50V${top}`}/>`}
    ${Array.from({ length: leaves }, (_, i) => svg`<path class="leaf" d=${
      i % 2 ? `M24 ${46 - i * 6}c10 1 14-4 15-9-9-1-13 3-15 9Z` : `M24 ${46 - i * 6}c-10 1-14-4-15-9 9-1 13 3 15 9Z`
    }/>`)}
    ${leaves === 6 ? svg`<circle class="flower" cx="24" cy="10" r="7"/><circle class="heart" cx="24" cy="10" r="3"/>` : ''}
  </svg>`;
}

const SIGNS = {
  for: 'M8 34l14 14 34-36 8 8-42 44L0 42Z',
  against: 'M12 4l20 20L52 4l8 8-20 20 20 20-8 8-20-20-20 20-8-8 20-20L4 12Z',
  abstain: 'M4 26h56v12H4Z',
} as const;

/** The sign of a vote on a motion: a tick, a cross, a line. */
export function sign(vote: keyof typeof SIGNS): SVGTemplateResult {
  return svg`<svg class=${`sign ${vote}`} viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false">
    <path d=${SIGNS[vote]}/></svg>`;
}

/** An empty sheet: the blank vote. */
export function sheet(): SVGTemplateResult {
  return svg`<svg class="sheet" viewBox="0 0 96 96" width="96" height="96" aria-hidden="true" focusable="false">
    <path class="page" d="M22 6h38l16 16v68H22Z"/><path class="fold" d="M60 6v16h16Z"/></svg>`;
}

const ICONS = {
  back: 'M15 5l-7 7 7 7',
  camera: 'M3 8h4l2-3h6l2 3h4v11H3ZM12 10a4 4 0 1 0 0 .01',
  cancel: 'M6 6l12 12M18 6L6 18',
  done: 'M4 13l5 5L20 7',
  hand: 'M8 12V5.5a1.5 1.5 0 0 1 3 0V11V4.5a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8c0 5-3 7-6 7-4 0-5-2-7-6l-1-2a1.5 1.5 0 0 1 2.5-1.5L8 14',
  hear: 'M4 9v6h4l5 4V5L8 9ZM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  keys: 'M3 7h18v10H3ZM7 10h.01M11 10h.01M15 10h.01M18 10h.01M7 14h10',
  less: 'M5 12h14',
  lock: 'M6 11h12v9H6ZM8 11V8a4 4 0 0 1 8 0v3',
  more: 'M5 12h14M12 5v14',
  set: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h11M19 17h1M17 15v4',
  stop: 'M7 7h10v10H7Z',
} as const;

/** A small sign on a button that also has words. */
export function icon(name: keyof typeof ICONS): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d=${ICONS[name]}/></svg>`;
}

/** The urn, with an envelope that goes in. */
export function urn(): SVGTemplateResult {
  return svg`<svg class="urn" viewBox="0 0 128 128" width="128" height="128" aria-hidden="true" focusable="false">
    <path class="envelope" d="M40 6h48v50H40ZM40 6l24 22L88 6"/><path class="lid" d="M12 44h104v16H12Z"/><path class="box" d="M18 60h92v56a8 8 0 0 1-8 8H26a8 8 0 0 1-8-8Z"/>
    <path class="tick" d="M44 92l14 14 28-30"/></svg>`;
}
