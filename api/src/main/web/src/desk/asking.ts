/** What the server says to a refused request, in the language of the page; empty if it says nothing that can be shown. */
export class Refused extends Error {}

/** Sends JSON to a page of the desk; the key makes a repetition the same command. Throws Refused, or TypeError without a network. */
export async function send(address: string, body: unknown, key: string): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-CSRF-TOKEN': document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '',
      'Idempotency-Key': key,
    },
    body: JSON.stringify(body),
  });
  const told: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new Refused(text(told, 'detail'));
  }
  return told;
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
