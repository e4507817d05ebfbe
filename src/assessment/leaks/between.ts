/** How sure the words between a label and what follows make it that this is the value. */
export type Link = 'sign' | 'quote' | 'word' | 'blank';

const CLOSING = String.raw`["'\x60*_\\\])}」』】]{0,6}`;
/** Fields that stand between the name of a value and the value. */
const FIELDS = String.raw`(?:["']?\w{1,24}["']?[ \t]*[:=][ \t]*(?:"[^"\n]{0,60}"|'[^'\n]{0,60}'|[\w.-]{1,30})[,\s]{1,12}){0,3}`;
const VERB = String.raw`(?:(?:is|was|were|are|will be|(?:has|have) been|got)[ \t]+)?(?:now[ \t]+|temporarily[ \t]+)?(?:re-?)?(?:set|changed|updated|switched|rotated)(?: back)? to|is now|is|was|are|will be`;
const KANA = '[ぁ-んァ-ヶー一-龥、。 \\t]';
/** Words of a sentence that says that the value comes next. */
const TOLD =
  '送り|お送|渡し|連絡し|共有し|以下|次の|下記|こちら|いつもの|同じ|共通の|現在の|元の|前の|古い|新しい|既定の|初期値';
/** Between label and value, in the order in which they are tried. */
export const LINKS: readonly (readonly [Link, RegExp])[] = [
  [
    'sign',
    new RegExp(
      String.raw`(?:["',\s{}]{1,12}|["']?[ \t]*:[ \t]*\{?\s{0,20})${FIELDS}["']?(?:value|Value|VALUE|default|値)["']?[ \t]*[:=][ \t]*`,
      'y',
    ),
  ],
  [
    'sign',
    new RegExp(
      String.raw`${CLOSING}[ \t]*(?::=|[:=]{1,3}>?|[-=]>|[→⇒➡]|>(?!@[\w.-]))(?:[ \t]*\n(?=[ \t]*[!-~]+[ \t]*(?:\n|$)))?[ \t]*`,
      'y',
    ),
  ],
  ['quote', /\((?=["'])/y],
  ['quote', /[ \t]?(?=[「『【"'`])/y],
  ['word', /[ \t]*[\]】」』][ \t]*(?=[!-'*-~])/y],
  [
    'word',
    /[ \t]*は(?:昨日|今日|本日|現在|一旦|いったん|今は|とりあえず|全(?:員|台|環境)(?:共通)?で?|共通で)?(?:から)?[、,]?[ \t]*/y,
  ],
  ['word', /[ \t]*(?:を|が|に|も)[、,]?[ \t]*/y],
  ['word', new RegExp(`${KANA}{0,12}(?:${TOLD})${KANA}{0,14}[ \\t]*[:→⇒=\\n「『]{1,3}[ \\t]*`, 'y')],
  [
    'word',
    /[ \t]+(?:everywhere|below|here|as follows|in use|today|now|currently|at the moment)[ \t]*[:=→-]{1,2}>?\s{0,3}/iy,
  ],
  ['word', new RegExp(String.raw`[ \t]+(?:${VERB}|to|with|as)[ \t]+`, 'iy')],
  [
    'word',
    new RegExp(String.raw`[ \t]+(?:for|of|on|to|in)(?:[ \t]+[\w./'-]{1,30}){1,4}?[ \t]+(?:${VERB})[ \t]+`, 'iy'),
  ],
  [
    'blank',
    new RegExp(
      String.raw`${CLOSING}(?:[ \t]*(?:[|,;\t/~]|\.{2,4}|・{2,3}|-{2,3})[ \t]*|[ \t]+|[ \t]*\n[ \t]*(?=[!-~]+[ \t]*(?:\n|$)))`,
      'y',
    ),
  ],
];
