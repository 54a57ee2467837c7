import type { Finding, Said } from './findings';
import type { SentenceKey } from './words';

/** What the page shows of a poll. */
export interface PollReport {
  readonly id: string;
  readonly title: string;
  readonly state: SentenceKey;
  readonly figures: readonly (readonly [SentenceKey, number])[];
  readonly winners: readonly string[];
}

/** What was found, what was checked and what was not. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly count: number;
  readonly did: readonly Said[];
  readonly not: readonly Said[];
  readonly polls: readonly PollReport[];
  /** The signed checkpoint, to be kept. */
  readonly checkpoint: string;
  readonly entries: number;
}

export type Progress = (said: Said, done: number, of: number) => void;
