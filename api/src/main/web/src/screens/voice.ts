import type { Language } from '../i18n/words';

/** A voice of the tablet's own. One from the network would tell somebody else what is read, a choice among it. */
function own(language: Language): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
}

/** Reads aloud: a recording where there is one, else the tablet's own voice. One sound at a time. */
export class Voice {
  /** What is heard now; empty for nothing. */
  playing = '';
  private audio: HTMLAudioElement | null = null;

  /** @param changed told when a sound begins or ends */
  constructor(private readonly changed: () => void) {}

  /** Plays what has this name; the same name again stops it. */
  hear(name: string, text: string, language: Language, recording?: string | null): void {
    const again = this.playing === name;
    this.stop();
    if (again) {
      return;
    }
    this.playing = name;
    this.changed();
    if (recording) {
      this.play(name, recording, () => this.speak(name, text, language));
    } else {
      this.speak(name, text, language);
    }
  }

  /** Silence, also for who comes next. */
  stop(): void {
    this.audio?.pause();
    this.audio = null;
    globalThis.speechSynthesis?.cancel();
    this.ended(this.playing);
  }

  private play(name: string, address: string, otherwise: () => void): void {
    const audio = new Audio(address);
    this.audio = audio;
    audio.onended = () => this.ended(name);
    audio.play().catch(() => this.audio === audio && otherwise());
  }

  private speak(name: string, text: string, language: Language): void {
    if (!('speechSynthesis' in globalThis)) {
      this.ended(name);
      return;
    }
    const voice = own(language);
    if (!voice) {
      this.ended(name);
      return;
    }
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    said.onend = said.onerror = () => this.ended(name);
    speechSynthesis.speak(said);
  }

  private ended(name: string): void {
    if (name !== '' && this.playing === name) {
      this.playing = '';
      this.changed();
    }
  }
}
