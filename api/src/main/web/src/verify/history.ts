import { Malformed } from './bytes';
import type { Evidence } from './evidence';
import type { Findings } from './findings';
import { openCheckpoint, sameCheckpoint, type Checkpoint, type VerifierKey } from './note';

/** The checkpoints of the file `history`, ascending, each signed by the log; of a bad file the good ones. */
export async function readHistory(
  evidence: Evidence,
  key: VerifierKey,
  last: Checkpoint,
  findings: Findings,
): Promise<Checkpoint[]> {
  const bytes = evidence.names === null ? null : await evidence.read('history');
  const history: Checkpoint[] = [];
  for (let at = 0; bytes !== null && at < bytes.length; ) {
    const end = at + 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    if (end > bytes.length) {
      findings.add('files', 'history', 'fileForm', 'history');
      break;
    }
    try {
      history.push(await openCheckpoint(bytes.subarray(at + 2, end), key));
    } catch (e) {
      if (!(e instanceof Malformed)) {
        throw e;
      }
      findings.add('checkpoint', 'history', 'notSigned', e.message);
    }
    at = end;
  }
  const end = history[history.length - 1];
  const ascending = history.every((each, i) => i === 0 || each.size > (history[i - 1]?.size ?? 0));
  if (bytes !== null && (!ascending || end === undefined || !sameCheckpoint(end, last))) {
    findings.add('files', 'history', 'historyOrder');
  }
  return history.filter((each) => each.size <= last.size);
}
