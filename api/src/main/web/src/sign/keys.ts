import { openDB, type IDBPDatabase } from 'idb';
import type { Pen } from './pen';

/**
 * The keys on this device; `pending` holds one that is sent and not yet answered, so that a lost answer loses none. It
 * stays until the server is seen to have it, or another key in its place, and is sent again rather than made anew.
 */
export class Keys {
  private constructor(private readonly db: IDBPDatabase) {}

  static async open(): Promise<Keys> {
    return new Keys(
      await openDB('urne-sign', 1, {
        upgrade(db) {
          db.createObjectStore('pens');
          db.createObjectStore('pending');
        },
      }),
    );
  }

  private static nameOf(pen: Pen): string {
    return `${pen.council}/${pen.signer}`;
  }

  async all(): Promise<Pen[]> {
    return (await this.db.getAll('pens')) as Pen[];
  }

  async pending(): Promise<Pen[]> {
    return (await this.db.getAll('pending')) as Pen[];
  }

  /** The key to send: the pending one of the same number, or this new one. */
  async propose(pen: Pen): Promise<Pen> {
    const step = this.db.transaction('pending', 'readwrite');
    const before = (await step.store.get(Keys.nameOf(pen))) as Pen | undefined;
    const chosen = before?.number === pen.number ? before : pen;
    await step.store.put(chosen, Keys.nameOf(pen));
    await step.done;
    return chosen;
  }

  async drop(pen: Pen): Promise<void> {
    await this.db.delete('pending', Keys.nameOf(pen));
  }

  /** A pending key is the one in use from here on. */
  async adopt(pen: Pen): Promise<void> {
    const step = this.db.transaction(['pens', 'pending'], 'readwrite');
    await step.objectStore('pens').put(pen, Keys.nameOf(pen));
    await step.objectStore('pending').delete(Keys.nameOf(pen));
    await step.done;
  }

  async forget(pen: Pen): Promise<void> {
    await this.db.delete('pens', Keys.nameOf(pen));
  }
}
