import type { ScreenSpec } from '../core/spec.ts';
import type { Screen } from '../core/state.ts';
import { check } from './check.ts';
import { gates } from './gates.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { map } from './map.ts';
import { moved } from './moved.ts';
import { plan } from './plan.ts';
import { report } from './report.ts';
import { reuse } from './reuse.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { units } from './units.ts';
import { versions } from './versions.ts';
import { walk } from './walk.ts';
import { workshop } from './workshop.ts';

/** Every screen. The order is that of help, footers and documents. */
export const SCREENS: { readonly [Name in Screen['name']]: ScreenSpec<Name> } = {
  home,
  start,
  walk,
  map,
  check,
  report,
  plan,
  gates,
  history,
  units,
  settings,
  workshop,
  versions,
  moved,
  reuse,
};
