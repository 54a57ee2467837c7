import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Idle, LAST_CALL_MS, PATIENCE_MS } from '../src/screens/idle';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched() {
  const ask = vi.fn();
  const gone = vi.fn();
  return { idle: new Idle(ask, gone), ask, gone };
}

test('who touches nothing is asked, sees the seconds, and is then taken for gone', () => {
  const { idle, ask, gone } = watched();
  idle.touched();
  vi.advanceTimersByTime(PATIENCE_MS);
  expect(ask).toHaveBeenLastCalledWith(20);
  vi.advanceTimersByTime(LAST_CALL_MS - 1000);
  expect(ask).toHaveBeenLastCalledWith(1);
  expect(gone).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(gone).toHaveBeenCalledOnce();
});

test('the animator has more time, from every touch on', () => {
  const { idle, ask } = watched();
  idle.touched(120_000);
  vi.advanceTimersByTime(119_999);
  idle.touched(120_000);
  vi.advanceTimersByTime(119_999);
  expect(ask).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ask).toHaveBeenCalledOnce();
});
