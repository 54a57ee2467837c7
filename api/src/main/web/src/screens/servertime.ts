const PLACE = 'urne.server-time';
const DAY_MS = 86_400_000;

/**
 * The time as the server tells it in its answers. Where a poll allows a new vote, the later of two ballots must have the
 * higher number (of two on one day the first counts), and a tablet's own clock may be wrong by years.
 */
export class ServerTime {
  private told = 0;
  private at = 0;

  constructor(private readonly storage: Storage | null = null) {
    this.told = Number(storage?.getItem(PLACE) ?? 0);
    this.at = performance.now();
  }

  /** Asks the server, and looks at its clock. */
  readonly fetch: typeof fetch = async (...request) => {
    const answer = await fetch(...request);
    const told = Date.parse(answer.headers.get('Date') ?? '');
    if (!Number.isNaN(told) && !answer.headers.has('Age')) {
      this.told = told;
      this.at = performance.now();
      this.storage?.setItem(PLACE, String(told));
    }
    return answer;
  };

  /**
   * The day since the epoch, as far as known; never lower than the one the server told last. No finer: the number stands in the
   * public log, which tells of a ballot the day and nothing more.
   */
  day(): number {
    return Math.max(1, Math.floor((this.told + performance.now() - this.at) / DAY_MS));
  }
}
