#!/usr/bin/env bash
# ical.js 2.2.1: "the 20th Monday of the year" and "Monday of week 20" become EVERY Monday; the 12th is the 2nd.
#
# RFC 5545 gives both rules among its examples (section 3.8.5.3), with the dates. ical.js is the calendar core
# of Thunderbird and of Nextcloud's calendar.
#
# Expected: three dates for three years; or an error, if a rule part is not supported.
# Happens:  only the LAST digit before the day counts, without an error. 20MO is read as 0MO and comes up every
#           Monday, 52 times a year, and with COUNT=3 the series ends after three weeks; 12MO is read as 2MO and
#           comes in January instead of March. BYWEEKNO=20;BYDAY=MO is every Monday too (and begins a week late).
#           A trial with "the 2nd Monday" finds nothing.
#           A 29 February (FREQ=YEARLY) moves to 1 March, against the MUST of section 3.3.10; that one is known:
#           https://github.com/kewisch/ical.js/issues/91 and https://github.com/kewisch/ical.js/pull/1004
# Where:    ical.js lib/ical/recur_iterator.js: ruleDayOfWeek() looks for one optional digit before the day and
#           is not anchored, while the check in recur.js allows 1 to 53; expand_year_days() has two branches for
#           BYWEEKNO that hold only a note that they are not made. rrule had the like for parsing:
#           https://github.com/jkbrzt/rrule/issues/176
# Control:  rrule 2.8.1 gives the RFC's dates.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"type":"module","private":true}' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts ical.js@2.2.1 rrule@2.8.1

cat >show.mjs <<'EOF'
import ICAL from 'ical.js';
import rrule from 'rrule';
function ical(start, rule) {
  const dates = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start));
  return Array.from({ length: 3 }, () => dates.next()?.toString().slice(0, 10)).join(' ');
}
function control(start, rule) {
  const from = start.replace(/[-:]/g, '');
  return rrule.rrulestr(`DTSTART:${from}\nRRULE:${rule}`).all((_, i) => i < 3).map((d) => d.toISOString().slice(0, 10)).join(' ');
}
const cases = [
  ['1997-05-19T09:00:00Z', 'FREQ=YEARLY;BYDAY=20MO', '1997-05-19 1998-05-18 1999-05-17', false],
  ['1997-05-12T09:00:00Z', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12 1998-05-11 1999-05-17', false],
  ['1997-05-19T09:00:00Z', 'FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19 1998-05-18 1999-05-17', false],
  ['2024-02-29T09:00:00Z', 'FREQ=YEARLY', '2024-02-29 2028-02-29 2032-02-29', false],
  ['1997-03-24T09:00:00Z', 'FREQ=YEARLY;BYDAY=12MO', '1997-03-24 1998-03-23 1999-03-22', false],
  ['1997-01-13T09:00:00Z', 'FREQ=YEARLY;BYDAY=2MO', '1997-01-13 1998-01-12 1999-01-11', true],
];
let described = true;
for (const [start, rule, right, expected] of cases) {
  const got = ical(start, rule);
  console.log(`${start} ${rule}\n  right    ${right}\n  rrule    ${control(start, rule)}\n  ical.js  ${got}${got === right ? '' : '   <- differs'}`);
  described &&= (got === right) === expected;
}
described &&= ical(cases[0][0], cases[0][1]) === '1997-05-19 1997-05-26 1997-06-02';
console.log(described ? '\nas described' : '\nNO LONGER as described');
process.exit(described ? 0 : 1);
EOF
node show.mjs
