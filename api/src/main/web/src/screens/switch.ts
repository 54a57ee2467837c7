/** Milliseconds for which the frame stands on a button. */
const STEP_MS = 1_600;
const ROUNDS = 2;

/**
 * One switch is enough: a frame goes from button to button by itself, and a press of any key, or anywhere on the screen,
 * presses the button that it stands on.
 */
export class OneSwitch {
  private timer: ReturnType<typeof setInterval> | undefined;
  private at: HTMLElement | null = null;
  private rounds = 0;

  constructor(private readonly root: HTMLElement) {}

  /** Whether the frame goes round. */
  get isOn(): boolean {
    return this.timer !== undefined;
  }

  /** Whether the frame has yet to offer every button twice since the last press: who waits for one is there. */
  get isOffering(): boolean {
    return this.isOn && this.rounds < ROUNDS;
  }

  /** Starts or ends the round. */
  turn(on: boolean): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.rounds = 0;
    this.leave();
    const listen = on ? 'addEventListener' : 'removeEventListener';
    document[listen]('pointerdown', this.press, true);
    document[listen]('click', this.swallow, true);
    document[listen]('keydown', this.press, true);
    if (on) {
      this.timer = setInterval(() => this.step(), STEP_MS);
      this.step();
    }
  }

  private targets(): HTMLElement[] {
    const dialog = this.root.querySelector<HTMLElement>('dialog[open], [role="dialog"]');
    return [...(dialog ?? this.root).querySelectorAll<HTMLElement>('button, a[href], summary')].filter(
      (each) => each.getAttribute('aria-disabled') !== 'true' && !each.hasAttribute('disabled')
        && each.getAttribute('aria-hidden') !== 'true' && each.offsetParent !== null,
    );
  }

  private step(): void {
    const targets = this.targets();
    const next = this.at ? targets.indexOf(this.at) + 1 : 0;
    this.leave();
    if (next >= targets.length) {
      this.rounds += 1;
    }
    this.at = targets[next % Math.max(1, targets.length)] ?? null;
    this.at?.setAttribute('data-framed', '');
    this.at?.focus({ preventScroll: true });
    this.at?.scrollIntoView({ block: 'nearest' });
  }

  private leave(): void {
    this.at?.removeAttribute('data-framed');
  }

  private readonly press = (event: Event): void => {
    if (event instanceof KeyboardEvent && (event.repeat || event.key === 'Tab')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const target = this.at;
    this.leave();
    this.at = null;
    this.rounds = 0;
    target?.click();
  };

  /** The click that a browser makes of a touch: the press was it already. Ours have no pointer. */
  private readonly swallow = (event: Event): void => {
    if (event.isTrusted) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
