/** A checklist of a third party: two items, one scope question, texts of both languages. */
export const SMALL_LIST = `id: partner-list
version: v1
label:
  ja: 第 1 版
  en: Version 1
title:
  ja: 社内チェックリスト
  en: House checklist
publisher: Example Corp.
released: 2026-01
passRule: all-applicable-met
officialList:
  where:
    ja: 社内 Wiki にあります。
    en: On the company wiki.
gates:
  - id: remote
    ask:
      ja: 遠隔地から運用していますか。
      en: Do you operate from elsewhere?
    off:
      ja: 遠隔地からは運用していません。
      en: Nothing is operated from elsewhere.
sections:
  - id: basics
    title:
      ja: 基本
      en: Basics
    items:
      - id: OWN-001
        risk: high
        effort: low
        retrofit: easy
        impact: low
        who: [technical]
        title:
          ja: 手順書がある
          en: There is a runbook
        ask:
          ja: 誰でも読める手順書がありますか。
          en: Is there a runbook that everybody can read?
      - id: OWN-002
        risk: medium
        effort: high
        retrofit: costly
        impact: medium
        who: [operations, business]
        gate: remote
        title:
          ja: 接続経路を管理している
          en: Access paths are managed
        ask:
          ja: 接続経路の一覧を毎月見直していますか。
          en: Is the list of access paths reviewed every month?
`;

/** The same with three mistakes: a risk that is none, a title without English, an effort that is a number. */
export const BROKEN_LIST = SMALL_LIST.replace('risk: high', 'risk: huge')
  .replace('          en: There is a runbook\n', '')
  .replace('effort: high', 'effort: 7');
