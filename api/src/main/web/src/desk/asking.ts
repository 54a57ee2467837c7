/** What the server says to a refused request, in the language of the page; empty if it says nothing that can be shown. */
export class Refused extends Error {}

/** The server may have done what was asked, or not: there was no answer, or none that says it. */
export class Unsure extends Error {}

const TOKEN = 'meta[name="csrf-token"]';
const ANOTHER_TIME = [408, 425, 429];

/** Sends JSON to a page of the desk; the key makes a repetition the same command. Throws Refused or Unsure. */
export async function send(address: string, body: unknown, key: string): Promise<unknown> {
  const answer = await ask(address, body, key);
  const told: unknown = await answer.json().catch(() => null);
  if (told === null || answer.status >= 500 || ANOTHER_TIME.includes(answer.status)) {
    throw new Unsure(text(told, 'detail'));
  }
  if (!answer.ok) {
    throw new Refused(text(told, 'detail'));
  }
  return told;
}

/** Takes the page's secret against forged forms anew, as after signing in again in another window. */
export async function renew(): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const token = page.querySelector<HTMLMetaElement>(TOKEN)?.content;
  const kept = document.querySelector<HTMLMetaElement>(TOKEN);
  if (token && kept) {
    kept.content = token;
  }
}

async function ask(address: string, body: unknown, key: string): Promise<Response> {
  const request = {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-CSRF-TOKEN': document.querySelector<HTMLMetaElement>(TOKEN)?.content ?? '',
      'Idempotency-Key': key,
    },
    body: JSON.stringify(body),
  };
  return fetch(address, request).catch(() => {
    throw new Unsure('');
  });
}

/** A member of an object that is a text; empty if there is none. */
export function text(of: unknown, member: string): string {
  const value: unknown = typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[member] : undefined;
  return typeof value === 'string' ? value : '';
}

/** A sentence of the page, from the attribute data-text-NAME of a form, with what stands in braces filled in. */
export function sentence(form: HTMLElement, name: string, values: Record<string, string | number> = {}): string {
  const key = `text${name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}`;
  return (form.dataset[key] ?? '').replace(/\{(\w+)\}/g, (whole, each: string) => String(values[each] ?? whole));
}
