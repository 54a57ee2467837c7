import { ServerTime } from '../screens/servertime';
import { Booth } from './app';
import { BoothUrn } from './boothurn';
import { Polls } from './polls';
import { Queue } from './queue';
import { openStore } from './store';
import { TabletClient } from './tablet';
import { TabletDesk } from './tabletdesk';

/** Wires the booth, and lets the tablet keep it for when there is no connection. */
async function begin(): Promise<void> {
  const store = await openStore();
  const time = new ServerTime(localStorage);
  const queue = new Queue(store, time.fetch);
  const polls = new Polls(store, time.fetch);
  Booth.urn = new BoothUrn(queue, polls, time);
  Booth.tablet = new TabletDesk(new TabletClient(store, time.fetch), queue, polls, localStorage);
  customElements.define('urne-booth', Booth);
  await navigator.serviceWorker?.register('/sw.js', { scope: '/booth' });
}

void begin();
