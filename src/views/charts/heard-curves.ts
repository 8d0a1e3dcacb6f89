/** Seconds that a curve is heard, and the silence between two. */
const LENGTH = 1.6;
const PAUSE = 0.4;
/** Hertz of the lowest and of the highest value of all curves. */
const LOW = 220;
const HIGH = 880;
const LOUDNESS = 0.08;
/** Tones of a curve. */
const MOST = 60;

let playing: AudioContext | null = null;

/**
 * The pitch of each value: equal steps of the value are equal steps of the ear. Values that are not known are silent, and given as null.
 *
 * @param curves values over the updates, one curve a column
 * @returns Hertz, at most 60 for a curve
 */
export function pitches(curves: readonly (readonly number[])[]): (number | null)[][] {
  const known = curves.flat().filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return curves.map((values) => {
    const count = Math.min(MOST, values.length);
    return Array.from({ length: count }, (_, n) => {
      const value = values[count < 2 ? 0 : Math.round((n * (values.length - 1)) / (count - 1))]!;
      if (!Number.isFinite(value)) return null;
      return LOW * (HIGH / LOW) ** (high > low ? (value - low) / (high - low) : 0.5);
    });
  });
}

/** Plays curves one after another, higher where they are higher; what is being played stops. Nothing where the browser has no sound. */
export function hear(curves: readonly (readonly number[])[]): void {
  void playing?.close();
  playing = null;
  if (typeof AudioContext === 'undefined') return;
  const audio = new AudioContext();
  playing = audio;
  let at = audio.currentTime + 0.1;
  for (const tones of pitches(curves)) {
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    volume.gain.setValueAtTime(0, at);
    for (const [n, tone] of tones.entries()) {
      const when = at + (n * LENGTH) / tones.length;
      if (tone !== null) oscillator.frequency.setValueAtTime(tone, when);
      volume.gain.setTargetAtTime(tone === null ? 0 : LOUDNESS, when, 0.01);
    }
    volume.gain.setTargetAtTime(0, at + LENGTH, 0.02);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(at);
    oscillator.stop(at + LENGTH + 0.2);
    at += LENGTH + PAUSE;
  }
}
