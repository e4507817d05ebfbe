/** How the program ends; the words are in `docs/exit-codes.md` and in `--help`. */
export const EXIT = {
  fine: 0,
  asked: 1,
  usage: 2,
  answersFile: 3,
  disk: 4,
  bug: 70,
  interrupted: 130,
} as const;
