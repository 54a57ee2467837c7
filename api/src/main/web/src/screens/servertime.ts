const PLACE = 'urne.server-time';

/**
 * The time as the server tells it in its answers. Where a poll allows a new vote, the later of two ballots must have the
 * higher number, and a tablet's own clock may be wrong by years.
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

  /** Seconds since the epoch, as far as known; never lower than what the server told last. */
  seconds(): number {
    return Math.max(1, Math.floor((this.told + performance.now() - this.at) / 1000));
  }
}
