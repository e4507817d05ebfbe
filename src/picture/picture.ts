/** The picture that may be on the terminal already, and how to keep the one for the next start, drawn for a day (`YYYY-MM-DD`). */
export type Picture = {
  isShown: boolean;
  /** From now on the screens draw, and leave the alternate screen. */
  takeOver: () => void;
  keep: (draw: (day: string) => string) => void;
};
