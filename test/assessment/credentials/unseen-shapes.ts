import { keyId, made, type Pasted, secretKey } from './made.ts';

/** A text with a secret for each of its `§`. */
function hidden(text: string, ...secrets: string[]): Pasted {
  let at = 0;
  return { text: text.replaceAll('§', () => secrets[at++ % secrets.length] ?? ''), secrets };
}

/** Credentials of a fourth list, written once the patterns had been mended for the third, and run once. */
export const UNSEEN_SHAPES: Pasted[] = [
  hidden('お疲れさまです。Workspaces の仮 PW を送ります → § （本日中に変更願います）', 'Tsubame-4471'),
  hidden('踏み台：bastion-01 / ユーザ：ops / 合言葉：§', 'mikan_no_ki3'),
  hidden('パスワードは以下の通りです。\n§', 'Fuji3776yama'),
  hidden('パスワード（大文字注意）：§', 'HaruNatsu24'),
  hidden('PWはいつもの「§」で入れます', 'bukatsu-555'),
  hidden('管理コンソール\nID  ： root-admin\nPASS： §', 'qW12_as34'),
  hidden('DB のパスが § のままなので要変更', 'postgres123'),
  hidden('デフォルトパスワード（§）が残存。是正予定', 'Admin@1234'),
  hidden('rootログイン用: § ←変更済みか確認', 'R00t!kaeta'),
  hidden('| 踏み台 | ec2-user | § |\n上の表は 接続先/ユーザー/パスワード の順', 'Tsuru#Kame8'),
  hidden(
    '環境\tURL\tID\tPW\n検証\thttps://stg.example.jp\tkensyo\t§\n本番\thttps://www.example.jp\thonban\t§',
    'ks-2291x',
    'hb-7734y',
  ),
  hidden('ログイン情報\n・ID: demo\n・パスワード: §\n・MFA: なし', 'demo2demo'),
  hidden('the default creds (admin/§) were still in place on the Grafana host', 'gr4f4n4!'),
  hidden('Customer uses the same password everywhere: §', 'Mountain77'),
  hidden('Found hard-coded: conn = pymysql.connect(host="db01", user="app", passwd="§")', 'pym-9921!'),
  hidden('const client = new Client({ user: "app", host: "db", password: "§", port: 5432 })', 'pgNode_88'),
  hidden('Log line: Connecting with user=app;pwd=§;timeout=30', 'logleak#7'),
  hidden(
    'aws rds create-db-cluster --master-username admin --master-user-password=§ --engine aurora-mysql',
    'Aur0ra-My',
  ),
  hidden('aws cognito-idp admin-set-user-password --username taro --password "§" --permanent', 'Cog!nito9'),
  hidden('aws iam create-login-profile --user-name bob --password § --password-reset-required', 'B0b-first!'),
  hidden('aws ssm put-parameter --name /stg/db/pass --type SecureString --value "§"', 'ssm_Put#31'),
  hidden('aws secretsmanager create-secret --name stg/db --secret-string \'{"user":"app","pass":"§"}\'', 'sm-Hozon.7'),
  hidden('UserData:\n  Fn::Base64: |\n    #!/bin/bash\n    echo "ec2-user:§" | chpasswd', 'ec2Nyu-90'),
  hidden("alter user app with password '§';", 'kaeteMe_77'),
  hidden("SET PASSWORD FOR 'app'@'%' = PASSWORD('§');", 'setPw!2211'),
  hidden('config.ini より抜粋\n[ftp]\nserver=ftp01\nid=up\npass=§', 'upup!3344'),
  hidden('<Data Name="Password">§</Data>', 'unattend#5'),
  hidden('"adminPassword": { "value": "§" }', 'armAdm1n!'),
  hidden('Bitbucket app password: §', `ATBB${made('base62', 32)}`),
  hidden('OPENAI_API_KEY=§', `sk-${'proj-'}${made('url', 60)}`),
  hidden('webhook の署名シークレットは § を使用', `whsec_${made('base62', 32)}`),
  hidden('Zabbix API トークン：§', made('hex', 64)),
  hidden('Mackerel の APIキーは§です', made('base62', 44)),
  hidden('Sakura VPN: 共有シークレット §', made('base62', 20)),
  hidden('curl "https://api.example.jp/v1/list?api_key=§&limit=10"', made('hex', 40)),
  hidden('AccessKeyId   : §\nSecretAccessKey : §', keyId(), secretKey()),
  hidden('鍵を渡します。§ と § です（S3 読取のみ）', keyId(), secretKey()),
  hidden('set AWS_ACCESS_KEY_ID=§&& set AWS_SECRET_ACCESS_KEY=§', keyId(), secretKey()),
  hidden(
    'git remote -v\norigin\thttps://x-access-token:§@github.com/ex/app.git (fetch)',
    `gh${'s_'}${made('base62', 36)}`,
  ),
  hidden('Webex 会議パスワード: §（録画に必要）', 'wQm2PpV8x'),
];
