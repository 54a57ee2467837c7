import { Refused, Unsure, renew, send } from './asking';

/** What became of a batch: its cards are issued, were refused and are worth nothing, or the one or the other. */
export type Issued =
  | { readonly state: 'issued' }
  | { readonly state: 'refused' | 'unsure'; readonly sentence: string };

/**
 * A batch of cards until the server has said that they are issued. Sent again, it is the very same command: cards that the
 * server has issued without our hearing of it are not made anew, which would leave cards that nobody has.
 */
export class Batch {
  private readonly key = crypto.randomUUID();
  private isUnsure = false;

  /**
   * @param address where cards are issued
   * @param body label and tokens
   */
  constructor(
    private readonly address: string,
    private readonly body: unknown,
  ) {}

  /** Asks the server to issue the cards, as often as is wanted. After a try that may have succeeded no refusal is the last word. */
  async issue(): Promise<Issued> {
    try {
      if (this.isUnsure) {
        await renew().catch(() => undefined);
      }
      await send(this.address, this.body, this.key);
      return { state: 'issued' };
    } catch (e) {
      const sentence = e instanceof Refused || e instanceof Unsure ? e.message : '';
      if (e instanceof Refused && !this.isUnsure) {
        return { state: 'refused', sentence };
      }
      this.isUnsure = true;
      return { state: 'unsure', sentence };
    }
  }
}
