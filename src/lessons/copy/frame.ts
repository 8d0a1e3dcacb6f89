/** The words around the scenes. */
export interface FrameCopy {
  readonly lesson: string;
  readonly leave: string;
  readonly leaveHelp: string;
  readonly back: string;
  readonly next: string;
  readonly skip: string;
  readonly finish: string;
  readonly done: string;
  readonly scenes: string;
  readonly predict: string;
  readonly show: string;
  readonly is: string;
  readonly notes: string;
  readonly notesTitle: string;
  readonly nextScene: string;
  readonly waiting: string;
  readonly right: string;
  readonly wrong: string;
  readonly place: string;
  readonly near: string;
  readonly far: string;
  readonly seen: string;
  readonly point: string;
  readonly board: string;
  readonly summary: string;
  readonly summaryText: string;
  readonly canSay: string;
  readonly gallery: string;
  readonly unknown: string;
  readonly before: string;
  readonly afterwards: string;
  readonly unanswered: string;
}
