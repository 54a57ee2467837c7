import { newCode, seedOf, tokenOf } from '../ballot/card';
import type { Definition, Option } from '../ballot/definition';
import { shownOrder } from '../ballot/order';
import { hex } from '../ballot/wire';
import { Refused, sentence } from './asking';
import { Batch, type Issued } from './batch';
import type { Printed } from './sheets';

const MOST_WORKERS = 4;

/** Makes cards here: their secrets are printed and forgotten, and the server learns the public tokens only. */
export function makeCards(form: HTMLFormElement): void {
  const kind = form.elements.namedItem('kind') as HTMLSelectElement;
  const label = form.elements.namedItem('label') as HTMLInputElement;
  kind.addEventListener('change', () => {
    const paper = kind.value === 'paper';
    if (paper !== /^paper($|-)/.test(label.value)) {
      label.value = paper ? 'paper' : 'all';
    }
  });
  let working = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!working) {
      working = true;
      void make(form).finally(() => (working = false));
    }
  });
}

async function make(form: HTMLFormElement): Promise<void> {
  const out = form.querySelector<HTMLElement>('[data-out]') as HTMLElement;
  const button = form.querySelector('button') as HTMLButtonElement;
  const asked = new FormData(form);
  const value = (name: string) => String(asked.get(name) ?? '').trim();
  const paper = value('kind') === 'paper';
  out.replaceChildren();
  if (paper !== /^paper($|-)/.test(value('label'))) {
    out.append(notice('bad', sentence(form, paper ? 'paper-label' : 'card-label')));
    return;
  }
  button.disabled = true;
  try {
    const definition = await read(form.dataset['definition'] ?? '');
    const cards = await stretchAll(form, out, definition.poll, Number(value('count')));
    const file = await print(definition, cards, value('kind'), value('where'), value('language'));
    // sorted, so that the order in the log says nothing of the order on paper
    const tokens = cards.map((card) => hex(tokenOf(card.seed))).sort();
    const keep = guarded();
    const issued = await settled(form, out, new Batch(form.action, { label: value('label'), tokens }));
    if (issued.state !== 'issued') {
      keep.end();
      throw new Refused(issued.sentence);
    }
    offer(form, out, keep, file, `${definition.poll}-${value('label').replace(/[^A-Za-z0-9-]+/g, '-')}.pdf`, cards.length);
  } catch (e) {
    const said = e instanceof Refused ? e.message : '';
    out.replaceChildren(notice('bad', said === '' ? sentence(form, 'failed') : said));
  } finally {
    button.disabled = false;
  }
}

/** Sends a batch until it is known what became of it. */
async function settled(form: HTMLFormElement, out: HTMLElement, batch: Batch): Promise<Issued> {
  for (;;) {
    const issued = await batch.issue();
    if (issued.state !== 'unsure') {
      return issued;
    }
    await askedAgain(form, out, issued.sentence);
  }
}

function askedAgain(form: HTMLFormElement, out: HTMLElement, said: string): Promise<void> {
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button big';
  again.textContent = sentence(form, 'again');
  out.replaceChildren(notice('bad', `${sentence(form, 'unsure')} ${said}`.trim()), again);
  again.focus();
  return new Promise((resolve) => {
    again.addEventListener('click', () => {
      out.replaceChildren(notice('info', sentence(form, 'working')));
      resolve();
    });
  });
}

/** Asks who leaves the page whether she means it: the cards are nowhere else. */
function guarded(): { end(): void } {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', ask);
  return { end: () => removeEventListener('beforeunload', ask) };
}

async function read(address: string): Promise<Definition> {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  return ((await answer.json()) as { definition: Definition }).definition;
}

/** Codes and their seeds, so many side by side as the machine has processors. */
async function stretchAll(form: HTMLFormElement, out: HTMLElement, poll: string, count: number): Promise<Printed[]> {
  const bar = document.createElement('progress');
  bar.max = count;
  bar.value = 0;
  bar.setAttribute('aria-label', sentence(form, 'working'));
  const told = notice('info', sentence(form, 'working'));
  out.append(told, bar);
  const cards: Printed[] = [];
  let begun = 0;
  const work = async (): Promise<void> => {
    while (begun++ < count) {
      const code = newCode();
      cards.push({ code, seed: await seedOf(code, poll) });
      bar.value = cards.length;
    }
  };
  const workers = Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 1));
  await Promise.all(Array.from({ length: workers }, work));
  return cards;
}

async function print(definition: Definition, cards: Printed[], kind: string, where: string, language: string): Promise<Uint8Array> {
  const { cardSheets, paperSheets, wording } = await import('./sheets'); // large, and only who makes cards needs it
  const words = wording(language);
  return kind === 'paper'
    ? paperSheets(
        definition.poll,
        definition.title,
        cards.map((card) => ({ card, options: inOrder(definition, card) })),
        words,
      )
    : cardSheets(definition.poll, where, cards, kind === 'large', words);
}

function inOrder(definition: Definition, card: Printed): Option[] {
  const known = new Map(definition.options.map((option) => [option.id, option]));
  return shownOrder(definition, tokenOf(card.seed)).flatMap((id) => known.get(id) ?? []);
}

function offer(form: HTMLFormElement, out: HTMLElement, keep: { end(): void }, file: Uint8Array, name: string, count: number): void {
  const link = document.createElement('a');
  link.className = 'button big';
  link.href = URL.createObjectURL(new Blob([new Uint8Array(file)], { type: 'application/pdf' }));
  link.download = name;
  link.textContent = sentence(form, 'download', { count });
  const told = notice('good', sentence(form, 'done', { count }));
  out.replaceChildren(told, link);
  link.addEventListener('click', () => keep.end());
  link.focus();
  addEventListener('pagehide', () => URL.revokeObjectURL(link.href), { once: true });
}

function notice(kind: 'good' | 'bad' | 'info', text: string): HTMLElement {
  const told = document.createElement('p');
  told.className = `notice ${kind}`;
  told.setAttribute('role', kind === 'bad' ? 'alert' : 'status');
  told.textContent = text;
  return told;
}
