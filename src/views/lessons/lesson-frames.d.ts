/** What the engine made of the moments that are shown, computed when the page was built. */
declare module 'virtual:lesson-frames' {
  import type { MomentFrames } from '../../lessons/moment-frames.ts';

  export const frames: MomentFrames;
}
