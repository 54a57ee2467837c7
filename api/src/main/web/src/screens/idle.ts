/** Milliseconds without a touch until the question, and from the question until everything is erased. */
export const PATIENCE_MS = 60_000;
export const LAST_CALL_MS = 20_000;

/** Watches whether somebody is still there. */
export class Idle {
  private asking: ReturnType<typeof setTimeout> | undefined;
  private counting: ReturnType<typeof setInterval> | undefined;

  /**
   * @param ask told every second with the seconds that remain, once nobody has touched anything for as long as that
   * @param gone told when these are over
   */
  constructor(
    private readonly ask: (seconds: number) => void,
    private readonly gone: () => void,
  ) {}

  /** Somebody is there; who touches nothing for so many milliseconds is asked. */
  touched(patienceMs = PATIENCE_MS): void {
    this.rest();
    this.asking = setTimeout(() => this.lastCall(), patienceMs);
  }

  /** Nobody needs to be there. */
  rest(): void {
    clearTimeout(this.asking);
    clearInterval(this.counting);
    this.counting = undefined;
  }

  /** Whether the question stands. */
  get isAsking(): boolean {
    return this.counting !== undefined;
  }

  private lastCall(): void {
    let seconds = LAST_CALL_MS / 1000;
    this.ask(seconds);
    this.counting = setInterval(() => {
      seconds -= 1;
      if (seconds > 0) {
        this.ask(seconds);
      } else {
        this.rest();
        this.gone();
      }
    }, 1000);
  }
}
