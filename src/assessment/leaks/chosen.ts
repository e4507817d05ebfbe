/** A word without the quotes and marks around it. */
export function bare(word: string): string {
  return word.replace(/^["'`(]+/, '').replace(/["'`.,;:!?()[\]{}>]+$/, '') || word;
}

/** Whether anything but letters is in it. */
export function hasDigitOrSign(value: string): boolean {
  return /[\d!-/:-@[-`{-~]/.test(value);
}

/** What a person would choose: letters with a digit or a sign that no sentence has. */
export function looksChosen(value: string): boolean {
  return value.length > 4 && /[A-Za-z]/.test(value) && /[\d!#$%^&*?+=@~]/.test(value) && /^[!-~]+$/.test(value);
}

/** What nobody writes but as a password: long, with letters, digits and capitals or signs among them. */
export function isStrong(value: string): boolean {
  return (
    value.length > 7 &&
    /[A-Za-z]/.test(value) &&
    /\d/.test(value) &&
    /[A-Z].*[a-z]|[a-z].*[A-Z]|[!#$%^&*?+=@~]/.test(value)
  );
}
