import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Definition } from '../ballot/definition';
import type { SealedBallot } from '../ballot/seal';

/** A ballot that waits to be sent: sealed, and with nothing that tells when it was made. */
export interface WaitingBallot {
  /** The ballot's id in hex. The order of ids has nothing to do with the order of voters. */
  readonly id: string;
  readonly ballot: SealedBallot;
  readonly by: 'booth' | 'home';
}

/** A ballot that the server has refused after its voter had a receipt, for the animator, or the voter at home, to see. */
export interface RefusedBallot extends WaitingBallot {
  readonly sentence: string;
  /** Whether the animator has decided that it is not to be sent any more. It stays here all the same. */
  readonly aside?: boolean;
}

/** What is shown of an option besides its definition. Addresses are ours. */
export interface OptionFace {
  readonly id: string;
  readonly text: string;
  readonly picture: string | null;
  readonly sound: string | null;
}

/** A poll with all that a booth needs to run it without a network. */
export interface KeptPoll {
  readonly poll: string;
  readonly definition: Definition;
  readonly faces: readonly OptionFace[];
}

/** Who this tablet is. */
export interface KnownTablet {
  readonly tablet: string;
  readonly secret: string;
  readonly name: string;
  readonly site: string;
}

interface Stores extends DBSchema {
  ballots: { key: string; value: WaitingBallot };
  refused: { key: string; value: RefusedBallot };
  polls: { key: string; value: KeptPoll };
  self: { key: string; value: KnownTablet };
}

/** What the booth keeps on the tablet. */
export type Store = IDBPDatabase<Stores>;

/**
 * Opens the store; asks the browser not to throw it away when space is short, without waiting for the answer: some browsers ask
 * their user first. A page whose store the browser closes could keep no ballot, and begins anew.
 */
export async function openStore(name = 'urne-booth'): Promise<Store> {
  const store = await openDB<Stores>(name, 1, {
    upgrade(database) {
      database.createObjectStore('ballots', { keyPath: 'id' });
      database.createObjectStore('refused', { keyPath: 'id' });
      database.createObjectStore('polls', { keyPath: 'poll' });
      database.createObjectStore('self');
    },
    terminated: () => globalThis.location?.reload(),
  });
  void globalThis.navigator?.storage?.persist?.().catch(() => false);
  return store;
}
