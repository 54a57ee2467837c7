import { type Pen, publicKey, question, registration, sign } from './pen';

/** A sentence of the server about what it does not do. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

export interface Whose {
  council: string;
  councilTitle: string;
  signer: string;
  title: string;
  number: number;
}

export interface Waiting {
  meeting: string;
  version: number;
  title: string;
  statement: string;
  notes: { salt: string; content: string }[];
  html: string;
}

export interface Inbox {
  title: string;
  councilTitle: string;
  number: number;
  minutes: Waiting[];
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const json = (await answer.json()) as T & { detail?: string };
  if (!answer.ok) {
    throw new Refused(answer.status, json.detail ?? String(answer.status));
  }
  return json;
}

export function whose(code: string): Promise<Whose> {
  return post('/api/signing/code', { code });
}

/** Registers a key: the first one by a code, another one by the key before it. */
export function register(pen: Pen, by: { code: string } | { before: Pen }): Promise<unknown> {
  const statement = registration(pen);
  return post('/api/signing/keys', {
    council: pen.council,
    signer: pen.signer,
    number: pen.number,
    key: publicKey(pen.seed),
    proof: sign(pen.seed, statement),
    ...('code' in by ? { code: by.code } : { endorsement: sign(by.before.seed, statement) }),
  });
}

export async function inbox(pen: Pen): Promise<Inbox> {
  const answer = await fetch('/api/signing/moment');
  const { at } = (await answer.json()) as { at: number };
  return post('/api/signing/inbox', {
    council: pen.council,
    signer: pen.signer,
    at,
    signature: sign(pen.seed, question(pen, at)),
  });
}

export function sendSignature(pen: Pen, waiting: Waiting, signature: string): Promise<unknown> {
  return post(`/api/councils/${pen.council}/meetings/${waiting.meeting}/minutes/signatures`, {
    signer: pen.signer,
    version: waiting.version,
    signature,
  });
}
