import { Polls } from '../booth/polls';
import { Queue } from '../booth/queue';
import { openStore } from '../booth/store';
import { ServerTime } from '../screens/servertime';
import { HomeVote } from './app';
import { HomeUrn } from './home';

const SEND_MS = 10_000;

/** Wires the page to vote at home. */
async function begin(): Promise<void> {
  const store = await openStore('urne-home');
  const time = new ServerTime();
  const queue = new Queue(store, time.fetch);
  const send = () => void queue.sendAll();
  send(); // what an earlier visit could not send
  setInterval(send, SEND_MS);
  window.addEventListener('online', send);
  HomeVote.home = new HomeUrn(queue, new Polls(store, time.fetch), time);
  customElements.define('urne-vote', HomeVote);
}

void begin();
