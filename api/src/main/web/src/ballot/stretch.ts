import { stretched } from './stretching';

/** The worker that makes seeds of short codes, so that the page stays alive meanwhile. */
self.onmessage = (message: MessageEvent<{ code: string; poll: string }>) => {
  self.postMessage(stretched(message.data.code, message.data.poll));
};
