import { parseCard, seedOf } from '../ballot/card';
import { problem, type Choice } from '../ballot/choice';
import type { Definition } from '../ballot/definition';
import { idOf, sealPaper, type SealedBallot } from '../ballot/seal';
import { hex } from '../ballot/wire';
import { Refused, Unsure, send, sentence, text } from './asking';
import { Marks } from './marks';

/**
 * One of two persons copies a sheet: its ballot is made here, and the server gets its id only. Where the second person has
 * made the same, her browser casts it.
 */
export async function enterPaper(form: HTMLFormElement): Promise<void> {
  const out = form.querySelector<HTMLElement>('[data-out]') as HTMLElement;
  const answer = await fetch(form.dataset['definition'] ?? '', { headers: { Accept: 'application/json' } });
  const { definition } = (await answer.json()) as { definition: Definition };
  const marks = new Marks(form, definition);
  const place = form.querySelector<HTMLElement>('[data-marks]') as HTMLElement;
  marks.show(place);
  const button = form.querySelector('button') as HTMLButtonElement;
  button.disabled = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button.disabled) {
      return;
    }
    button.disabled = true;
    tell(out, 'info', sentence(form, 'working'));
    const invalid = new FormData(form).get('invalid') !== null;
    void enter(form, definition, invalid ? null : marks.choice())
      .then((state) => {
        form.reset(); // nothing stays of what was on the sheet
        tell(out, state === 'disputed' ? 'bad' : 'good', sentence(form, state));
        (form.elements.namedItem('code') as HTMLInputElement).focus();
      })
      .catch((e: unknown) => {
        const said = e instanceof Refused || e instanceof Unsure ? e.message : '';
        tell(out, 'bad', said === '' ? sentence(form, 'failed') : said);
      })
      .finally(() => (button.disabled = false));
  });
}

async function enter(form: HTMLFormElement, definition: Definition, choice: Choice | null): Promise<string> {
  const typed = new FormData(form).get('code');
  const sheet = parseCard(typeof typed === 'string' ? typed : '');
  if (sheet === null) {
    throw new Refused(sentence(form, 'code'));
  }
  if ('poll' in sheet && sheet.poll !== definition.poll) {
    throw new Refused(sentence(form, 'other-poll'));
  }
  if (choice !== null && problem(definition, choice) !== null) {
    throw new Refused(sentence(form, 'not-valid'));
  }
  const seed = 'seed' in sheet ? sheet.seed : await seedOf(sheet.code, definition.poll);
  const ballot = await sealPaper(definition, seed, choice);
  const entry = { token: ballot.token, commitment: hex(idOf(ballot)) };
  const state = text(await send(form.action, entry, crypto.randomUUID()), 'state');
  return state === 'agreed' ? cast(form, ballot) : state;
}

/** Casts what two persons have read alike; sent again, it is the same ballot. */
async function cast(form: HTMLFormElement, ballot: SealedBallot): Promise<string> {
  const answer = await fetch(`${form.dataset['definition'] ?? ''}/ballots`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(ballot),
  });
  if (!answer.ok) {
    throw new Refused(sentence(form, 'not-cast'));
  }
  return 'agreed';
}

function tell(out: HTMLElement, kind: 'good' | 'bad' | 'info', said: string): void {
  const told = document.createElement('p');
  told.className = `notice ${kind}`;
  told.setAttribute('role', kind === 'bad' ? 'alert' : 'status');
  told.textContent = said;
  out.replaceChildren(told);
}
