import { beforeEach, describe, expect, it } from 'vitest';
import { Pin } from '../src/booth/pin';

class Memory implements Storage {
  private readonly all = new Map<string, string>();
  get length(): number {
    return this.all.size;
  }
  clear = () => this.all.clear();
  getItem = (key: string) => this.all.get(key) ?? null;
  key = () => null;
  removeItem = (key: string) => void this.all.delete(key);
  setItem = (key: string, value: string) => void this.all.set(key, value);
}

describe('the animator\'s code', () => {
  let now = 1_000_000;
  let memory: Memory;
  let pin: Pin;
  beforeEach(async () => {
    memory = new Memory();
    pin = new Pin(memory, () => now);
    await pin.choose('2468');
  });

  it('has four to eight digits', () => {
    expect(['1234', '12345678'].every(Pin.isOne)).toBe(true);
    expect(['123', '123456789', '12a4', ''].some(Pin.isOne)).toBe(false);
  });

  it('opens, and is nowhere kept as it is', async () => {
    expect((await pin.try('2468')).right).toBe(true);
    expect(memory.getItem('urne.booth.pin')).not.toContain('2468');
  });

  it('is tried more and more slowly, the right one too', async () => {
    for (const wrong of ['1111', '2222', '3333']) {
      expect((await pin.try(wrong)).right).toBe(false);
    }
    expect(await pin.try('2468')).toEqual({ right: false, waitSeconds: 5 });
    now += 5_000;
    expect(await pin.try('4444')).toEqual({ right: false, waitSeconds: 10 });
    now += 10_000;
    expect((await pin.try('2468')).right).toBe(true);
  });

  it('does not lock for longer when the clock is put back by years', async () => {
    for (const wrong of ['1111', '2222', '3333']) {
      await pin.try(wrong);
    }
    now -= 3_000_000_000_000;
    expect((await pin.try('2468')).waitSeconds).toBe(5);
  });
});
