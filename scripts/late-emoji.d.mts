/** Whether a text may hold an emoji that is shown in two cells. */
export declare const MAY_BE_EMOJI: RegExp;
export declare function lateEmoji(source: string): string | undefined;
