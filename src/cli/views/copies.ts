import type { Assessment } from '../../assessment/assessment.ts';
import { type Differing, differences, everyField, type Taken } from '../../assessment/merging/tell.ts';
import type { ToldUnit } from '../../assessment/merging/tell-units.ts';
import { fieldText, rivalsText, saidText } from '../../session/copies.ts';
import type { Context } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';

type Words = Pick<Context, 't'>;

/** `ARC-004  Note: Aoki: as agreed / Sato: not yet` */
export function differingLine({ item, path, rivals }: Differing, { t }: Words): string {
  return oneLine(`${subject(item)}${fieldText(path, t)}: ${rivalsText(path, rivals, t)}`);
}

/** `ARC-004  Note: as agreed` */
export function takenLine({ item, path, value }: Taken, { t }: Words): string {
  const said = value === undefined ? t('copy.gone') : saidText(path, value, t);
  return oneLine(`${subject(item)}${fieldText(path, t)}: ${said}`);
}

/** `Place u2 was given to two: "Beta KK" stays there, "Gamma KK" is u2-1a2b3c4d, …` */
export function unitLine(told: ToldUnit, { t }: Words): string {
  if (told.kind === 'apart') return oneLine(t('copy.units.apart', told));
  return oneLine(t('copy.units.twice', { name: told.name, places: told.places.join(t('list.separator')) }));
}

/** An assessment in lines, one per field, for a comparison that people read. */
export function fieldLines(assessment: Assessment, { t }: Words): string[] {
  return everyField(assessment).map(({ item, path, values }) => {
    const said = values.map(value => saidText(path, value, t)).join(' / ');
    return oneLine(`${subject(item)}${fieldText(path, t)}: ${said}`);
  });
}

/** Everything that copies disagree on, for programs. */
export function differencesJson(assessment: Assessment): object[] {
  return differences(assessment).map(({ item, path, rivals }) => ({ item, field: path, values: rivals }));
}

function subject(item: string | undefined): string {
  return item === undefined ? '' : `${item}  `;
}
