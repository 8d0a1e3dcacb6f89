/** The words of the page of lessons. */
export interface PageCopy {
  readonly title: string;
  readonly lead: string;
  readonly begin: string;
  readonly curious: string;
  readonly sceneOf: string;
  readonly sections: {
    readonly lessons: string;
    readonly explain: string;
    readonly teach: string;
    readonly glossary: string;
  };
  readonly explainLead: string;
  readonly notYet: string;
  readonly print: string;
  readonly forget: string;
  readonly teachLead: string;
  readonly teaches: string;
  readonly mistakes: string;
  readonly exam: string;
  readonly answer: string;
  readonly plans: readonly { readonly minutes: number; readonly title: string; readonly steps: readonly string[] }[];
  readonly plan: string;
  readonly glossaryLead: string;
}
