import { readParticipant } from '../participants.ts';

type People = { name: string; role?: 'technical' | 'operations' | 'business' | 'facilitator' | undefined }[];

/** Names separated by commas or 、, each with `:ROLE` behind it or not; who was there before keeps the role. */
export function peopleIn(text: string, before: People): People {
  return namesIn(text).map(name => before.find(one => one.name === name) ?? personIn(name, before));
}

/** The names in a text, separated by commas or 、. */
export function namesIn(text: string): string[] {
  return text
    .split(/[,、，\n]/)
    .map(name => name.trim())
    .filter(Boolean);
}

/** Somebody as typed; what is no role belongs to the name. */
function personIn(text: string, before: People): People[number] {
  const { unknownRole, ...person } = readParticipant(text);
  if (unknownRole !== undefined || person.name === '') return { name: text };
  return { ...before.find(one => one.name === person.name), ...person };
}
