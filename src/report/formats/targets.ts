/** Issue trackers whose import files can be written. */
export const TARGETS = ['backlog', 'jira', 'github'] as const;
export type Target = (typeof TARGETS)[number];
