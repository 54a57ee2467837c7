import { Keys } from './keys';
import { fromBase64, isOfMinutes, newSeed, type Pen, sign, signedNotes } from './pen';
import { type Inbox, inbox, Refused, register, sendSignature, type Waiting, type Whose, whose } from './server';

const form = document.querySelector<HTMLFormElement>('#sign-form') as HTMLFormElement;
const field = document.querySelector<HTMLInputElement>('#sign-code') as HTMLInputElement;
const whoseLine = document.querySelector<HTMLElement>('#sign-whose') as HTMLElement;
const told = document.querySelector<HTMLElement>('#sign-told') as HTMLElement;
const list = document.querySelector<HTMLElement>('#sign-keys') as HTMLElement;
const submit = form.querySelector<HTMLButtonElement>('button') as HTMLButtonElement;
const firstWord = submit.textContent;

function words(name: string, ...values: (string | number)[]): string {
  return (form.dataset[name] ?? '').replace(/\{(\d)\}/g, (whole, at: string) => String(values[Number(at)] ?? whole));
}

function tell(text: string, tone: 'good' | 'bad'): void {
  told.textContent = text;
  told.className = `notice ${tone}`;
  told.hidden = false;
  told.focus(); // the button that was pressed may be gone
}

function tellFailure(error: unknown): void {
  tell(error instanceof Refused ? words('failed', error.message) : words('offline'), 'bad');
}

function button(text: string, kind: string, press: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = `button ${kind}`;
  made.textContent = text;
  made.addEventListener('click', () => {
    made.disabled = true;
    press()
      .catch(tellFailure)
      .finally(() => {
        made.disabled = false;
      });
  });
  return made;
}

function line(text: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

async function signMinutes(keys: Keys, pen: Pen, waiting: Waiting): Promise<void> {
  const statement = fromBase64(waiting.statement);
  if (!isOfMinutes(statement, pen.council, waiting.meeting, waiting.version)) {
    throw new Refused(0, words('other'));
  }
  await sendSignature(pen, waiting, sign(pen.seed, statement));
  await show(keys);
  tell(words('signed'), 'good');
}

/** Headings of a page of its own become those of a part under one of the third level. */
function lower(body: HTMLElement): void {
  for (const heading of body.querySelectorAll('h2, h3')) {
    const lowered = document.createElement(heading.tagName === 'H2' ? 'h4' : 'h5');
    lowered.append(...heading.childNodes);
    heading.replaceWith(lowered);
  }
}

function minutes(keys: Keys, pen: Pen, waiting: Waiting): HTMLElement {
  const article = document.createElement('article');
  article.className = 'card stack';
  const title = document.createElement('h3');
  title.textContent = waiting.title;
  // the server's own template, its texts escaped; the policy of the page lets no script in it run
  const body = new DOMParser().parseFromString(waiting.html, 'text/html').body;
  lower(body);
  article.append(title, line(words('waiting')), ...body.childNodes);
  const texts = signedNotes(fromBase64(waiting.statement), waiting.notes);
  const shown = article.textContent;
  article.append(
    texts?.every((text) => shown.includes(text))
      ? button(words('sign'), 'big', () => signMinutes(keys, pen, waiting))
      : line(words('other')),
  );
  return article;
}

async function change(keys: Keys, pen: Pen): Promise<void> {
  const next = await keys.propose({ ...pen, number: pen.number + 1, seed: newSeed() });
  await register(next, { before: pen });
  await keys.adopt(next);
  await show(keys);
  tell(words('changed'), 'good');
}

function section(keys: Keys, pen: Pen, found: Inbox | null): HTMLElement {
  const made = document.createElement('div');
  made.className = 'stack';
  if (found === null) {
    made.append(line(`${pen.council}/${pen.signer}: ${words('refused')}`));
    made.append(
      button(words('forget'), 'secondary', async () => {
        await keys.forget(pen);
        await show(keys);
      }),
    );
    return made;
  }
  made.append(line(words('key', found.title, found.councilTitle, found.number)));
  if (found.minutes.length === 0) {
    made.append(line(words('nothing')));
  }
  made.append(...found.minutes.map((waiting) => minutes(keys, pen, waiting)));
  made.append(button(words('change'), 'secondary', () => change(keys, pen)));
  return made;
}

/** Whether the server answers to a key. */
async function isInUse(pen: Pen): Promise<boolean> {
  return inbox(pen).then(
    () => true,
    () => false,
  );
}

function isOf(pen: Pen, other: Pen): boolean {
  return pen.council === other.council && pen.signer === other.signer;
}

/** A key whose answer was lost is in use if the server answers to it. One that is not may only not be there yet. */
async function settle(keys: Keys): Promise<void> {
  const known = await keys.all();
  for (const pen of await keys.pending()) {
    if (known.some((each) => isOf(pen, each) && each.number >= pen.number)) {
      await keys.drop(pen);
    } else if (await isInUse(pen)) {
      await keys.adopt(pen);
    }
  }
}

async function look(pen: Pen): Promise<Inbox | null> {
  try {
    return await inbox(pen);
  } catch (error) {
    if (error instanceof Refused && error.status === 403) {
      return null;
    }
    throw error; // a server that is busy says nothing about a key
  }
}

async function show(keys: Keys): Promise<void> {
  await settle(keys);
  const pens = await keys.all();
  const sections: HTMLElement[] = [];
  for (const pen of pens) {
    sections.push(section(keys, pen, await look(pen)));
  }
  list.replaceChildren(...Array.from(list.querySelectorAll('h2')), ...sections);
  list.hidden = pens.length === 0;
}

let asked: Whose | null = null;

function askAgain(): void {
  asked = null;
  whoseLine.hidden = true;
  submit.textContent = firstWord;
}

async function ask(): Promise<void> {
  const found = await whose(field.value);
  asked = found;
  whoseLine.textContent = words('names', found.title, found.councilTitle, found.number);
  whoseLine.hidden = false;
  submit.textContent = words('make');
}

async function make(keys: Keys, found: Whose): Promise<void> {
  const pen = await keys.propose({
    council: found.council,
    signer: found.signer,
    number: found.number,
    seed: newSeed(),
  });
  try {
    await register(pen, { code: field.value });
    await keys.adopt(pen);
  } catch (error) {
    // the answer to an earlier try may be lost: the code is used then, and the key may be in use
    if (!(await isInUse(pen))) {
      throw error;
    }
    await keys.adopt(pen);
  }
  form.reset();
  askAgain();
  await show(keys);
  tell(words('done'), 'good');
}

async function begin(): Promise<void> {
  const keys = await Keys.open();
  field.addEventListener('input', askAgain);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit.disabled = true;
    (asked === null ? ask() : make(keys, asked)).catch(tellFailure).finally(() => {
      submit.disabled = false;
    });
  });
  form.hidden = false;
  await show(keys);
}

begin().catch(tellFailure);
