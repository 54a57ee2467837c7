import { sha256 } from '@noble/hashes/sha2.js';
import type { Definition } from './definition';
import { concat, hex, utf8 } from './wire';

/** Ids of the options in the order in which the holder of a token sees them (docs/formats/ballot.md, section 6). */
export function shownOrder(definition: Definition, token: Uint8Array): string[] {
  const ids = definition.options.map((option) => option.id);
  if (definition.order !== 'SHUFFLED') {
    return ids;
  }
  const keys = new Map(ids.map((id) => [id, hex(sha256(concat(utf8('urne-order-v1\n'), token, utf8(id))))]));
  return ids.sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
}
