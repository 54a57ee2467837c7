import { hex } from '../ballot/wire';
import { CardRefused, type OpenCard, type PollAtHand } from './urn';

const MOMENT_MS = 1_500;

/**
 * Asks before the choice whether a card can still vote, where there is a network: nobody shall choose in vain. The server learns
 * no more than by the ballot that follows. No answer, or none in a moment, is as before: the ballot itself will tell.
 *
 * @throws CardRefused if the card is void, or has voted where that is possible once only
 */
export async function standing(card: OpenCard, poll: PollAtHand, send: typeof fetch): Promise<OpenCard> {
  const state = await ask(card, send);
  if (state === 'void' || (state === 'used' && !poll.revote)) {
    throw new CardRefused(state);
  }
  return { ...card, hasVoted: state === 'used' };
}

async function ask(card: OpenCard, send: typeof fetch): Promise<unknown> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), MOMENT_MS);
  try {
    const answer = await send(`/api/polls/${encodeURIComponent(card.poll)}/card`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ token: hex(card.token) }),
      credentials: 'omit',
      cache: 'no-store',
      signal: abort.signal,
    });
    return answer.ok ? ((await answer.json()) as { state?: unknown }).state : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
