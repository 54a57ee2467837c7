import { hash, type Definition } from '../ballot/definition';
import { hex } from '../ballot/wire';
import type { KeptPoll, OptionFace, Store } from './store';

/** A poll that cannot be shown: the server has none, or tells a definition that is not the one it names. */
export class PollError extends Error {}

const BLOBS = 'urne-blobs';

interface Attachment {
  readonly blob: string;
  readonly type: string;
}

/** The polls of a booth, with the texts, pictures and sounds of their options, at hand without a network. */
export class Polls {
  constructor(
    private readonly store: Store,
    private readonly send: typeof fetch = (...request) => fetch(...request),
  ) {}

  /** A poll as it is kept; undefined if it is not. */
  kept(poll: string): Promise<KeptPoll | undefined> {
    return this.store.get('polls', poll);
  }

  /**
   * Fetches a poll and all that is shown of it, and keeps it.
   *
   * @throws PollError if the definition does not have the hash that the server names: it would be another poll's
   */
  async prepare(poll: string): Promise<KeptPoll> {
    const told = await this.json<{ definition: Definition; hash: string }>(`/api/polls/${encodeURIComponent(poll)}`);
    if (!told || told.definition.poll !== poll) {
      throw new PollError(`there is no poll ${poll}`);
    }
    if (hex(hash(told.definition)) !== told.hash) {
      throw new PollError(`the definition of the poll ${poll} is not the one that was published`);
    }
    const before = await this.kept(poll);
    if (before && hex(hash(before.definition)) !== told.hash) {
      throw new PollError(`the definition of the poll ${poll} has changed since this tablet has it`);
    }
    const faces = await this.faces(told.definition);
    const kept = { poll, definition: told.definition, faces };
    await this.store.put('polls', kept);
    return kept;
  }

  private async faces(definition: Definition): Promise<OptionFace[]> {
    const budget = definition.of?.budget;
    const faces = await Promise.all(definition.options.map((option) => this.face(budget, option.id)));
    if ('caches' in globalThis) {
      const blobs = await caches.open(BLOBS);
      const wanted = faces.flatMap((face) => [face.picture, face.sound]).filter((address) => address !== null);
      await Promise.all(wanted.map(async (address) => (await blobs.match(address)) ?? blobs.add(address).catch(() => undefined)));
    }
    return faces;
  }

  private async face(budget: string | undefined, option: string): Promise<OptionFace> {
    const bare = { id: option, text: '', picture: null, sound: null };
    if (!budget) {
      return bare;
    }
    const path = `/api/budgets/${encodeURIComponent(budget)}/proposals/${encodeURIComponent(option)}`;
    const proposal = await this.json<{ text: string | null; attachments: readonly Attachment[] }>(path).catch(() => null);
    if (!proposal) {
      return bare; // the title of the definition stands for it
    }
    const first = (type: string): string | null => {
      const found = proposal.attachments.find((each) => each.type.startsWith(type));
      return found ? `/api/blobs/${found.blob}` : null;
    };
    return { id: option, text: proposal.text ?? '', picture: first('image/'), sound: first('audio/') };
  }

  private async json<T>(path: string): Promise<T | null> {
    const answer = await this.send(path, { headers: { Accept: 'application/json' }, credentials: 'omit', cache: 'no-store' });
    if (answer.status === 404) {
      return null;
    }
    if (!answer.ok) {
      throw new PollError(`the server answered ${answer.status}`);
    }
    return (await answer.json()) as T;
  }
}
