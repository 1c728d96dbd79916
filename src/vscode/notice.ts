/** A message for the person, thrown where a command cannot go on: what happened and what to do, in Korean. */
export class Notice extends Error {
  override readonly name = "Notice";
  /** A button that does what the message suggests. */
  readonly action: NoticeAction | undefined;

  constructor(message: string, action?: NoticeAction) {
    super(message);
    this.action = action;
  }
}

export interface NoticeAction {
  readonly title: string;
  run(): unknown;
}
