import type { Said } from './findings';
import { show, showUnreadable } from './view';
import { sentence, words, type Language } from './words';
import type { Answer, Task } from './worker';

/** The page: takes what is to be verified, has it done in a worker, and shows what was found. */

const language: Language = document.documentElement.lang === 'en' ? 'en' : 'fr';

function part<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`the page has no ${id}`);
  }
  return found;
}

const form = part('verify-form', HTMLFormElement);
const button = part('verify-log', HTMLButtonElement);
const poll = part('verify-poll', HTMLSelectElement);
const file = part('verify-file', HTMLInputElement);
const receipt = part('verify-receipt', HTMLInputElement);
const code = part('verify-code', HTMLInputElement);
const vkey = part('verify-vkey', HTMLInputElement);
const earlier = part('verify-earlier', HTMLTextAreaElement);
const running = part('verify-running', HTMLElement);
const bar = part('verify-bar', HTMLProgressElement);
const stage = part('verify-stage', HTMLElement);
const result = part('verify-result', HTMLElement);

let worker: Worker | null = null;

function end(verdict: string, content: HTMLElement[]): void {
  worker?.terminate();
  worker = null;
  running.hidden = true;
  button.disabled = false;
  result.dataset.verdict = verdict;
  result.replaceChildren(...content);
  result.focus();
}

function unreadable(what: Said): void {
  end('unreadable', showUnreadable(what, language));
}

async function task(): Promise<Task> {
  return {
    file: file.files?.[0] ?? null,
    poll: poll.value,
    given: {
      vkey: vkey.value,
      earlier: earlier.value,
      code: code.value,
      receipt: (await receipt.files?.[0]?.slice(0, 100_000).text()) ?? '',
    },
  };
}

async function start(): Promise<void> {
  button.disabled = true;
  running.hidden = false;
  delete result.dataset.verdict;
  result.replaceChildren();
  stage.textContent = sentence(language, 'reading');
  bar.removeAttribute('value');
  const began = performance.now();
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', () => unreadable({ key: 'unexpected', values: ['worker'] }));
  worker.addEventListener('message', (event: MessageEvent<Answer>) => {
    const answer = event.data;
    if (answer.kind === 'progress') {
      stage.textContent = words(language, answer.what);
      bar.max = Math.max(1, answer.of);
      bar.value = answer.done;
    } else if (answer.kind === 'report') {
      const seconds = Math.round((performance.now() - began) / 100) / 10;
      end(answer.report.count === 0 ? 'good' : 'bad', show(answer.report, seconds, language));
    } else {
      unreadable(answer.what);
    }
  });
  worker.postMessage(await task());
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void start();
});
form.hidden = false;
