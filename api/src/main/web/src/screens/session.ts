import type { TemplateResult } from 'lit';
import type { Words } from '../i18n/words';
import type { Choice } from '../ballot/choice';
import { type Draft, choiceOf } from './draft';
import type { ShownPoll } from './poll';

/** What a view needs to speak: words, and a voice that reads them. */
export interface Speaking {
  readonly words: Words;
  /** What is being read or played now; empty for nothing. */
  readonly playing: string;
  /** Reads a text, or plays a recording where there is one; what is played already is stopped. */
  hear(name: string, text: string, recording?: string | null): void;
}

/** What the screen to choose needs. */
export interface Choosing extends Speaking {
  readonly poll: ShownPoll;
  readonly draft: Draft;
  /** Shows another draft. */
  mark(draft: Draft): void;
  /** Goes on to confirm. */
  done(): void;
}

/** What the screen to confirm needs. */
export interface Confirming extends Speaking {
  readonly poll: ShownPoll;
  readonly draft: Draft;
  readonly choice: Choice;
  readonly sealing: boolean;
  change(): void;
  vote(): void;
}

/** Whether a draft says something that can be voted. */
export function isComplete(poll: ShownPoll, draft: Draft): boolean {
  return choiceOf(poll, draft) !== null;
}

/** A part of a page. */
export type View = TemplateResult;
