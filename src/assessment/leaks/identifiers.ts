import type { Span } from './spans.ts';

/** Letters of an address: those of Japanese names too, but then of one script, so that the sentence before it stays. */
const LOCAL = String.raw`(?:(?<![\w.%+-])[\w.%+-]{1,64}|\p{Script=Han}{1,10}|[\p{Script=Katakana}ー]{1,20}|\p{Script=Hiragana}{1,10}|"[^"\n@]{1,64}")`;
const PART = String.raw`[A-Za-z0-9\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー々](?:[\w\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー々-]{0,62})`;
const TOP = `(?:[A-Za-z]{2,24}|xn--[a-z0-9-]{2,30}|テスト|コム|みんな|クラウド|ストア|セール|ポイント|ファッション|グーグル|アマゾン|家電|食品|書籍)`;

/** An e-mail address; its domain is captured. */
export const EMAIL = new RegExp(String.raw`(?!git@)(?:${LOCAL})@((?:${PART}\.){1,8}${TOP})`, 'u');

/** Twelve digits, alone or grouped by fours with hyphens or blanks; not within a longer number, a card, a UUID, nor a version. */
const TWELVE =
  /(?<![\d.,+¥$])(?<!\d[- ]|[\da-f]{4}-)(?:\d{12}|\d{4}-\d{4}-\d{4}|\d{4} \d{4} \d{4})(?![\d%]| ?[円元件個回]|[-. ,]\d|[\da-f]*-[\da-f]{4})/gi;
/** A date with its time, a date with a number of that day. */
const DATED =
  /^(?:20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d|20\d\d[- ]?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[- ]\d{4})$/;
const ACCOUNT = /アカウント|account|acct|\baws\b|::$|arn/i;
/** What else has twelve digits, in the words that stand before it. */
const OTHER =
  /order|ticket|serial|invoice|tracking|phone|tel\b|fax|jan\b|ean\b|upc|isbn|p\.?o\.?\s?(?:no|number|#)|part|product|sku|lot\b|asset|case|build|run\b|job|request|contract|member|customer|card|receipt|quote|batch|shipment|voucher|policy no|s\/n|注文|受注|発注|チケット|シリアル|製造|伝票|請求|領収|見積|契約|電話|携帯|FAX|JAN|バーコード|品番|型番|商品|部品|ロット|管理番号|資産|案件|申請|受付|問い?合わせ|会員|顧客|お客様|口座|カード|法人番号|マイナンバー|個人番号|登録番号|追跡|送り状|配送|荷物|ケース|整理番号|社員|従業員|免許|保険|議事録|文書番号|稟議|機番|製番|承認番号|予約|取引|振込|ビルド|ジョブ|実行/i;
const BEFORE = 24;

/** AWS account ids. */
export function accountIdSpans(text: string): Span[] {
  return [...text.matchAll(TWELVE)].flatMap(({ index, 0: digits }): Span[] => {
    const before =
      text
        .slice(Math.max(0, index - BEFORE), index)
        .split('\n')
        .at(-1) ?? '';
    const account = lastOf(ACCOUNT, before);
    // Within a name of a bucket or a role.
    if (/[-_/]$/.test(before)) return [[index, index + digits.length]];
    const isOther = DATED.test(digits) ? account < 0 : lastOf(OTHER, before) > account;
    return isOther ? [] : [[index, index + digits.length]];
  });
}

/** Where the last match of a pattern in a short text begins, -1 without one. */
function lastOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(new RegExp(pattern, 'gi'))].at(-1)?.index ?? -1;
}
