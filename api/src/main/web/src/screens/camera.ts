/** Finds the text of a QR code in a picture; null where there is none. */
type Reader = (video: HTMLVideoElement) => Promise<string | null>;

/** The browser's own reader of bar codes, where it has one (Chrome on Android). */
interface BarcodeDetectorLike {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type BarcodeDetectorClass = { new (options: { formats: string[] }): BarcodeDetectorLike; getSupportedFormats(): Promise<string[]> };

const PAUSE_MS = 150;
const WIDTH = 480;

/** Whether this browser can show a camera at all. */
export function hasCamera(): boolean {
  return Boolean(navigator.mediaDevices?.getUserMedia);
}

/** Whether the camera may be used without asking: then it need not be asked for by a tap. */
export async function mayUseCamera(): Promise<boolean> {
  try {
    const state = await navigator.permissions.query({ name: 'camera' as PermissionName });
    return hasCamera() && state.state === 'granted';
  } catch {
    return false;
  }
}

/** A camera that looks for a card. Pictures go nowhere: each is read in memory and forgotten. */
export class Camera {
  private stream: MediaStream | null = null;
  private looking = false;

  /**
   * Shows the camera and looks for codes until it is stopped.
   *
   * @param found told each text that is seen; stays on as long as it answers false
   * @throws DOMException if there is no camera or it may not be used
   */
  async start(video: HTMLVideoElement, facing: 'user' | 'environment', found: (text: string) => boolean): Promise<void> {
    this.stop();
    this.looking = true;
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: facing, width: { ideal: 640 }, height: { ideal: 480 } },
    });
    if (!this.looking) {
      stream.getTracks().forEach((track) => track.stop());
      return;
    }
    this.stream = stream;
    video.srcObject = stream;
    await video.play().catch(() => undefined);
    void this.look(video, await reader(), found);
  }

  /** Switches the camera off. */
  stop(): void {
    this.looking = false;
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
  }

  private async look(video: HTMLVideoElement, read: Reader, found: (text: string) => boolean): Promise<void> {
    const { stream } = this;
    while (this.looking && this.stream === stream) {
      const text = video.readyState >= 2 ? await read(video).catch(() => null) : null;
      if (text && this.looking && this.stream === stream && found(text)) {
        this.stop();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

async function reader(): Promise<Reader> {
  const Detector = (globalThis as { BarcodeDetector?: BarcodeDetectorClass }).BarcodeDetector;
  try {
    if (Detector && (await Detector.getSupportedFormats()).includes('qr_code')) {
      const detector = new Detector({ formats: ['qr_code'] });
      return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
    }
  } catch {
    // some browsers name the class and have nothing behind it
  }
  return ownReader();
}

/** A reader in script, loaded only where the browser has none. */
async function ownReader(): Promise<Reader> {
  const { default: jsqr } = await import('jsqr');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    if (!context || video.videoWidth === 0) {
      return Promise.resolve(null);
    }
    canvas.width = Math.min(WIDTH, video.videoWidth);
    canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return Promise.resolve(jsqr(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null);
  };
}
