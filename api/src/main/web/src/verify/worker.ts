import { archive, archiveAt, site, Unreadable, type Evidence } from './evidence';
import { said, type Said } from './findings';
import type { Report } from './report';
import { verify, type Given } from './verification';

/** What the page asks of the worker: evidence from an address of the site, or a file. */
export interface Task {
  /** An archive that somebody has; nothing where it is read from the site. */
  readonly file: Blob | null;
  /** A poll whose archive the site offers; empty for the whole log. */
  readonly poll: string;
  readonly given: Given;
}

export type Answer =
  | { readonly kind: 'progress'; readonly what: Said; readonly done: number; readonly of: number }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'unreadable'; readonly what: Said };

async function evidenceOf(task: Task): Promise<Evidence> {
  if (task.file !== null) {
    return archive(new Uint8Array(await task.file.arrayBuffer()));
  }
  return task.poll === '' ? site('/log/') : archiveAt(`/api/polls/${encodeURIComponent(task.poll)}/evidence.zip`);
}

function tell(answer: Answer): void {
  postMessage(answer);
}

async function work(task: Task): Promise<void> {
  try {
    const progress = (what: Said, done: number, of: number) => tell({ kind: 'progress', what, done, of });
    tell({ kind: 'report', report: await verify(await evidenceOf(task), task.given, progress) });
  } catch (e) {
    tell({ kind: 'unreadable', what: e instanceof Unreadable ? e.said : said('unexpected', String(e)) });
  }
}

addEventListener('message', (event: MessageEvent<Task>) => void work(event.data));
