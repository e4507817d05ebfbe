import { type Participant, ROLES } from '../assessment/assessment.ts';
import { LANGS, translator } from '../i18n/index.ts';

const same = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** `NAME` or `NAME:ROLE`, the role in either language; `unknownRole` is what stands there where it is none. */
export function readParticipant(text: string): Participant & { unknownRole?: string } {
  const at = Math.max(text.lastIndexOf(':'), text.lastIndexOf('：'));
  if (at === -1) return { name: text.trim() };
  const name = text.slice(0, at).trim();
  const wanted = same(text.slice(at + 1));
  const role = ROLES.find(
    one => one === wanted || LANGS.some(lang => same(translator(lang)(`role.${one}`)) === wanted),
  );
  return role ? { name, role } : { name, unknownRole: text.slice(at + 1) };
}
