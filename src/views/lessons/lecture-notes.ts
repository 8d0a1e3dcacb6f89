/** The name under which windows of this browser tell each other where a lecture is. */
const CHANNEL = 'trust-region-lecture';

/** Tells windows with notes which scene is on the projector. */
export function tellNotes(place: string): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(place);
  channel.close();
}

/** Calls with every scene that another window shows, until it is stopped. */
export function followLecture(follow: (place: string) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') follow(data);
  });
  return () => channel.close();
}
