/** Something wrong in a questionnaire file. `rule` names a message `lint.<rule>`; `line` and `col` count from 1. */
export type Problem = {
  file: string;
  line: number;
  col: number;
  rule: string;
  severity: 'error' | 'warning';
  values: Record<string, string | number>;
};
