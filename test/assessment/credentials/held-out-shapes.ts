import { each, keyId, made, type Pasted, pasted, secretKey } from './made.ts';

const CHOSEN = ['Welcome1!', 'Nagoya-8823', 'x9Qm!t4Zp', 'letmein2026', 'Zq7_kkP0w', 'Kyoto#1192'];

/** Hand-over notes, tickets and chats, as people word them. */
function wording(): Pasted[] {
  const texts = [
    '検証環境の DB は postgres / § で入れます（パスワード）',
    'DB接続情報\nホスト: db01\nユーザ: app\nパスワード: §',
    '管理画面のPWは「§」',
    'PW：§（初回のみ）',
    'Pass：§',
    'パスは § です',
    'ログイン情報　ID：ops　PASS：§',
    'パスワード = "§"',
    'パスワードを § にリセットしました',
    '新しいパスワードは § になります',
    'VPN の事前共有キー: §',
    'Wi-Fi のパスワード　§',
    '踏み台サーバーのパスワードが § のまま',
    '[パスワード] §',
    '■パスワード\n§',
    'パスワード/§',
    '* パスワード … §',
    'zip のパスワードは § でお願いします',
    'zip PW § で送付済み',
    'ユーザID,初期パスワード,備考\nsato,§,要変更',
    'アカウント\tパスワード\nroot\t§',
    '|環境|ユーザー|パスワード|\n|---|---|---|\n|stg|admin|§|',
    'Temporary password (expires in 7 days): §',
    'Your password has been set to §.',
    'pw=§',
    'PWD: §',
    'sudo password is §',
    'creds: admin / § (password)',
    'username: svc_backup\npassword: §',
    'set the root password to § before handover',
    'Use password "§" for the demo user',
    'the passphrase is §',
    'Initial Password\t§',
    'login with admin, password §',
    '## Password\n§',
    "ALTER USER app IDENTIFIED BY '§'; -- password",
    "CREATE USER 'app'@'%' IDENTIFIED BY '§';",
    "ALTER ROLE app WITH PASSWORD '§';",
  ];
  return each(texts, ...CHOSEN);
}

/** Files of tools: environment, configuration, infrastructure as code. */
function files(): Pasted[] {
  return each(
    [
      'MYSQL_PASSWORD="§"',
      `POSTGRES_PASSWORD: ${'$'}{POSTGRES_PASSWORD:-§}`,
      'RAILS_MASTER_KEY=§',
      'SECRET_KEY_BASE=§',
      'JWT_SECRET: §',
      'DJANGO_SECRET_KEY = "§"',
      'smtp_password = §',
      'ansible_ssh_pass: §',
      'ansible_become_password=§',
      '<add key="DbPassword" value="§" />',
      'bind_password: "§"',
      'spring:\n  datasource:\n    username: app\n    password: §',
      'variable "db_password" { default = "§" }',
      '"MasterUserPassword": "§",',
      'environment:\n  - DB_PASS=§',
      'const apiKey = "§";',
      "'client_secret' => '§',",
      'new SecretKey("§")',
      'sqlcmd -S db -U sa -P §',
      'Data Source=db;User ID=sa;Password=§;Encrypt=true',
      'requirepass §',
      'snmp-server community string: §',
      'net user backup § /add',
      'echo "§" | docker login -u app --password-stdin x.example',
    ],
    'a8Fk2Lq9Zt4Wn6Xb',
    'T7p-Qz2_Rk9vB4mX',
  );
}

function clouds(): Pasted[] {
  const withId = [
    'access: ID\nsecret: §',
    'aws_access_key_id = ID\nregion = x\naws_secret_access_key = §',
    '{"AccessKeyId":"ID","SecretAccessKey":"§"}',
    'ID / §',
    '§\nID',
    'export AWS_ACCESS_KEY_ID=ID AWS_SECRET_ACCESS_KEY=§',
  ];
  return [
    ...withId.map(text => {
      const [id, secret] = [keyId(), secretKey()];
      return { text: text.replace('ID', id).replace('§', secret), secrets: [id, secret] };
    }),
    pasted('シークレットの方は §', secretKey()),
    pasted('SECRET ACCESS KEY | §', secretKey()),
    pasted('secret=§', secretKey()),
    pasted('aws_session_token = §', `IQo${'Jb3JpZ2lu'}${made('base64', 400)}`),
    pasted('x-amz-security-token: §', `Fwo${'GZXIvYXdz'}${made('base64', 300)}`),
    pasted('DefaultEndpointsProtocol=https;AccountName=x;AccountKey=§', `${made('base64', 86)}==`),
    pasted(
      'Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=§',
      `${made('base64', 43)}=`,
    ),
    pasted('Azure クライアントシークレット §', `${made('base62', 3)}8Q~${made('base62', 34)}`),
    pasted('gcloud: GO§', `OG1E${made('upper', 57)}`),
    pasted(
      '"private_key": "-----BEGIN PRIVATE KEY-----\\n§\\n-----END PRIVATE KEY-----\\n"',
      `MIIEv${made('base64', 64)}`,
    ),
    pasted('"refresh_token": "§"', `1/${'/0'}${made('url', 60)}`),
    pasted('mysql://root:§@127.0.0.1/app', 'r00t!Pass'),
    pasted('sqlserver://sa:§@db.example:1433', 'Sq1$Rv26'),
    pasted('DATABASE_URL=postgresql://app:§@db/app?sslmode=require', 'p%40ss2026'),
    pasted('ldap://cn=admin:§@ldap.example', 'Ld4pAdmin'),
    pasted('ftp://files:§@ftp.example/in', 'Ftp-2026x'),
    pasted('https://x.queue.core.windows.net/q?sv=2024&sig=§&se=2026', `${made('base62', 42)}%3D`),
  ];
}

/** From the pages on which services describe their tokens. */
function services(): Pasted[] {
  const tokens = [
    `gh${'s_'}${made('base62', 36)}`,
    `gl${'rt-'}${made('url', 20)}`,
    `xo${'xp-'}${made('digits', 12)}-${made('digits', 12)}-${made('hex', 32)}`,
    `xa${'pp-1-A'}${made('upper', 10)}-${made('digits', 13)}-${made('hex', 64)}`,
    `sk${'-'}${made('base62', 48)}`,
    `GOC${'SPX-'}${made('url', 28)}`,
    `rk${'_live_'}${made('base62', 24)}`,
    `wh${'sec_'}${made('base62', 32)}`,
    `dckr${'_pat_'}${made('url', 27)}`,
    `gl${'sa_'}${made('base62', 32)}_${made('hex', 8)}`,
    `${made('base62', 14)}.atlas${'v1.'}${made('base62', 64)}`,
    `sh${'pat_'}${made('hex', 32)}`,
    `PM${'AK-'}${made('hex', 24)}-${made('hex', 34)}`,
    `da${'pi'}${made('hex', 32)}`,
    `fig${'d_'}${made('url', 40)}`,
    `nt${'n_'}${made('base62', 46)}`,
    `${made('digits', 10)}:A${'A'}${made('url', 33)}`,
    `$apr1$${made('base62', 8)}$${made('base62', 22)}`,
    `$6$${made('base62', 16)}$${made('base62', 86)}`,
  ];
  const labelled = [
    'LINE_CHANNEL_ACCESS_TOKEN=§',
    'チャネルシークレット: §',
    'X-ChatWorkToken: §',
    'X-Cybozu-API-Token: §',
    'Backlog の API キーは §',
    'SORACOM AuthKey: §',
    'DD-APPLICATION-KEY: §',
    'Twilio Auth Token § を使用',
    'Cloudflare API token: §',
    'mackerel の X-Api-Key: §',
    'Bearer §',
    'curl -H "Authorization: token §" https://x.example',
    'recovery code: 8f3k2-§',
  ];
  return [
    ...tokens.map((token, at) =>
      pasted(['CI に § を登録', 'key=§', '`§`', 'old one: §, revoked?'][at % 4] ?? '', token),
    ),
    ...labelled.map(text => pasted(text, text.startsWith('recovery') ? 'x9q2m' : made('hex', 32).replace(/^./, 'f'))),
    pasted(
      'https://hooks.slack.com/workflows/§',
      `T${made('upper', 8)}/A${made('upper', 8)}/${made('digits', 18)}/${made('base62', 24)}`,
    ),
    pasted('https://discordapp.com/api/webhooks/§', `${made('digits', 18)}/${made('url', 68)}`),
    pasted(
      'https://prod-01.japaneast.logic.azure.com/workflows/x/triggers/manual/paths/invoke?sp=x&sv=1.0&sig=§',
      made('url', 43),
    ),
    pasted('https://chat.googleapis.com/v1/spaces/x/messages?key=x&token=§', made('url', 43)),
    pasted('webhook: https://chat.example.com/hooks/§', made('lower', 26)),
    pasted('-----BEGIN OPENSSH PRIVATE KEY-----\n§\n-----END OPENSSH PRIVATE KEY-----', `b3Blbn${made('base64', 64)}`),
    pasted('-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n§\n-----END PGP PRIVATE KEY BLOCK-----', made('base64', 64)),
  ];
}

/** Written after the patterns were fixed, from another side: hand-over notes, files of tools, pages of services. */
export const HELD_OUT_SHAPES: Pasted[] = [...wording(), ...files(), ...clouds(), ...services()];
