import { Camera, hasCamera, mayUseCamera } from './camera';
import type { CardProblem } from './card';
import { type Draft, NOTHING, choiceOf } from './draft';
import type { ShownPoll } from './poll';
import type { ReceiptCode } from '../ballot/receipt';
import { CardRefused, type OpenCard, type PollAtHand, type Urn } from './urn';

/** Where a voter is. */
export type Stage = 'card' | 'choose' | 'confirm' | 'receipt' | 'refused' | 'broken';

const CODE_LENGTH = 12;

/**
 * The way of one voter: card, choice, confirmation, receipt. All that it knows of the voter is in its fields, and
 * {@link erase} empties every one of them.
 */
export class Voting {
  stage: Stage = 'card';
  /** The poll that is voted in; null where it is not yet known. */
  poll: PollAtHand | null = null;
  typed = '';
  typing = false;
  camera: 'off' | 'on' | 'none' = 'off';
  problem: CardProblem | null = null;
  sentence = '';
  opening = false;
  shown: ShownPoll | null = null;
  draft: Draft = NOTHING;
  sealing = false;
  code: ReceiptCode | null = null;
  isIn = false;
  /** Counts voters, so that nothing drawn for one is used for the next. */
  voter = 0;
  private card: OpenCard | null = null;
  facing: 'user' | 'environment';
  private readonly lens = new Camera();

  /**
   * @param facing which camera to begin with
   * @param changed told when there is something else to show
   * @param pollOfCard whether a card may choose the poll
   */
  constructor(
    private readonly urn: Urn,
    facing: 'user' | 'environment',
    private readonly changed: () => void,
    private readonly pollOfCard: boolean,
  ) {
    this.facing = facing;
    urn.whenSent(() => {
      if (this.stage === 'receipt') {
        this.isIn = true;
        this.changed();
      }
    });
  }

  /** Whether somebody has begun. */
  get isUnderWay(): boolean {
    return this.stage !== 'card' || this.typed !== '' || this.opening || this.problem !== null;
  }

  /** Forgets the voter. */
  erase(): void {
    this.lens.stop();
    this.card?.seed.fill(0);
    this.card = null;
    this.stage = 'card';
    this.typed = '';
    this.typing = false;
    this.camera = 'off';
    this.problem = null;
    this.sentence = '';
    this.opening = false;
    this.shown = null;
    this.draft = NOTHING;
    this.sealing = false;
    this.code = null;
    this.isIn = false;
    this.voter += 1;
    this.changed();
  }

  /** Whether the voter's card is known to have voted before. */
  get hasVoted(): boolean {
    return this.card?.hasVoted === true;
  }

  /** Types into the field for the code; a complete code is not yet a card. */
  type(code: string): void {
    this.typed = code;
    this.problem = null;
    this.changed();
  }

  showKeys(): void {
    this.typing = true;
    this.changed();
  }

  /** Opens the card whose code was typed. */
  async go(): Promise<void> {
    if (this.typed.length === CODE_LENGTH) {
      await this.use(this.typed);
    }
  }

  /** Opens a card. */
  async use(text: string): Promise<void> {
    const voter = this.voter;
    this.opening = true;
    this.problem = null;
    this.changed();
    try {
      const poll = await this.pollFor(text);
      const card = await this.urn.open(text, poll);
      if (voter === this.voter) {
        this.lens.stop();
        this.camera = 'off';
        this.card = card;
        this.typed = '';
        this.poll = poll;
        this.shown = poll.shownTo(card.token);
        this.stage = 'choose';
      }
    } catch (error) {
      if (voter === this.voter) {
        this.refuse(error instanceof CardRefused ? error.problem : 'unreadable');
      }
    }
    if (voter === this.voter) {
      this.opening = false;
      this.changed();
    }
  }

  private async pollFor(text: string): Promise<PollAtHand> {
    const named = this.urn.pollOf(text);
    if (this.pollOfCard && named !== undefined && named !== this.poll?.poll) {
      return this.urn.poll(named).catch(() => {
        throw new CardRefused('closed');
      });
    }
    if (!this.poll) {
      throw new CardRefused('unreadable');
    }
    return this.poll;
  }

  private refuse(problem: CardProblem): void {
    this.lens.stop();
    this.camera = 'off';
    this.problem = problem;
  }

  /** Switches the camera on as soon as its picture is there to be shown in. */
  async look(video: () => Promise<HTMLVideoElement | null>): Promise<void> {
    if (!hasCamera()) {
      this.camera = 'none';
      this.changed();
      return;
    }
    const voter = this.voter;
    this.camera = 'on';
    this.problem = null;
    this.changed();
    try {
      const element = await video();
      if (element && voter === this.voter) {
        await this.lens.start(element, this.facing, (text) => this.seen(text));
      }
    } catch {
      if (voter === this.voter) {
        this.camera = 'none';
        this.typing = true;
        this.changed();
      }
    }
  }

  private seen(text: string): boolean {
    if (this.stage !== 'card' || this.opening) {
      return true;
    }
    void this.use(text);
    return true;
  }

  /** Switches the camera on without a tap, where that was allowed before. */
  async lookIfAllowed(video: () => Promise<HTMLVideoElement | null>): Promise<void> {
    const voter = this.voter;
    if ((await mayUseCamera()) && voter === this.voter && this.stage === 'card' && this.camera === 'off' && !this.problem) {
      await this.look(video);
    }
  }

  /** Uses the other camera. */
  async flip(video: () => Promise<HTMLVideoElement | null>): Promise<void> {
    this.facing = this.facing === 'user' ? 'environment' : 'user';
    await this.look(video);
  }

  mark(draft: Draft): void {
    this.draft = draft;
    this.changed();
  }

  confirm(): void {
    if (this.shown && choiceOf(this.shown, this.draft)) {
      this.stage = 'confirm';
      this.changed();
    }
  }

  change(): void {
    this.stage = 'choose';
    this.changed();
  }

  /** Seals and casts; what was chosen is forgotten at once. */
  async vote(): Promise<void> {
    const { card, poll, shown } = this;
    const choice = shown && choiceOf(shown, this.draft);
    if (!card || !poll || !choice || this.sealing) {
      return;
    }
    this.sealing = true;
    this.changed();
    const voter = this.voter;
    try {
      const cast = await this.urn.cast(poll, card, choice);
      if (voter !== this.voter) {
        return;
      }
      if (cast.state === 'refused') {
        this.problem = cast.problem;
        this.sentence = cast.sentence;
        this.stage = 'refused';
      } else {
        this.code = cast.code;
        this.isIn = cast.state === 'in';
        this.stage = 'receipt';
      }
    } catch {
      if (voter === this.voter) {
        this.stage = 'broken';
      }
    }
    card.seed.fill(0);
    this.card = null;
    this.shown = null;
    this.draft = NOTHING;
    this.sealing = false;
    this.changed();
  }
}
