type People = { name: string; role?: 'technical' | 'operations' | 'business' | 'facilitator' | undefined }[];

/** Names separated by commas or 、; who was there before keeps the role. */
export function peopleIn(text: string, before: People): People {
  return text
    .split(/[,、，\n]/)
    .map(name => name.trim())
    .filter(Boolean)
    .map(name => before.find(one => one.name === name) ?? { name });
}
