import { each, keyId, made, type Pasted, pasted, secretKey } from './made.ts';

const CHOSEN = [
  'P@ssw0rd99',
  'Summer2026!',
  'hunter22',
  'kY7#mvQ2x',
  'Tr0ub4dor&3',
  'Sakura!2026',
  'abc123XYZ',
  'qwerty_789',
];

/** Passwords in the shapes that fields and sentences have. */
function passwords(): Pasted[] {
  const fields = [
    'DB_PASSWORD=§',
    'MYSQL_ROOT_PASSWORD: §',
    '{"user": "app", "password": "§", "port": 3306}',
    'pw: §',
    'pass: §',
    'Server=db1;Database=x;Uid=app;Pwd=§;',
    'passphrase: §',
    'PASSWD = §',
    'password: §',
    'Password=§',
    "password: '§'",
    'export PGPASSWORD=§ && psql -h db',
    'spring.datasource.password=§',
    '  master_password = "§"',
    'adminPassword: §',
    'root_pw=§',
    'user=app&password=§&mode=1',
    '<password>§</password>',
    '- name: DB_PASSWORD\n  value: "§"',
    '{"name":"REDIS_PASSWORD","value":"§"}',
    'ID: admin / PW: §',
    'login: admin, password: §, url: https://x.example',
    'The password is § for now',
    'password changed to §',
    '--password §',
    'wifi password §',
    '| user | admin |\n| password | § |',
    'user,password\nadmin,§\nguest,x',
    'User name,Password,Console sign-in URL\nalice,§,https://x.example/console',
    'user\tpassword\nadmin\t§',
  ];
  const japanese = [
    '初期パスワード §',
    'パスワード「§」',
    'パスワードは§です',
    'パスワード：§',
    '初期パスワード＝§',
    'root のパスワード: §',
    'ログインパスワードは § に変更しました',
    'パスワードを§に設定',
    'ユーザー名: admin\nパスワード: §',
    'ID/パスワード: admin/§',
    'パスフレーズ：§',
    'ユーザー,パスワード\n山田,§',
    'パスワード（本番）: §',
    '仮パスワード → §',
    'パスワード\n§',
  ];
  return each([...fields, ...japanese], ...CHOSEN);
}

function codes(): Pasted[] {
  return [
    pasted('暗証番号: §', '483920'),
    pasted('認証コード § を入力', '739201'),
    pasted('パスコード：§', '918273'),
    pasted('password: correct § staple', 'horse battery'),
  ];
}

function aws(): Pasted[] {
  const ids = [
    'アクセスキー ID、シークレット §',
    'ID,§',
    'ID\nap-northeast-1\n§',
    'ID\t§',
    'Access key ID,Secret access key\nID,§',
  ];
  const withId = ids.map(text => {
    const [id, secret] = [keyId(), secretKey()];
    return { text: text.replace('ID', id).replace('§', secret), secrets: [id, secret] };
  });
  const alone = [
    '§',
    '鍵は § です',
    'Secret access key,§',
    'シークレットアクセスキー: §',
    'aws_secret_access_key §',
    'aws_secret_access_key = §',
    'AWS_SECRET_ACCESS_KEY=§',
    '"SecretAccessKey": "§",',
    'シークレットキー　§',
    'secretAccessKey → §',
  ];
  return [
    ...withId,
    ...alone.map(text => pasted(text, secretKey())),
    pasted('§', keyId()),
    pasted('セッション §', `IQoJb3JpZ2lu${made('base64', 300)}`),
    pasted('export AWS_SESSION_TOKEN=§', `Fwo${'GZXIvYXdz'}${made('base64', 200)}`),
    pasted('bedrock §', `AB${'SK'}${made('base64', 120)}`),
  ];
}

function links(): Pasted[] {
  const sas = 'https://x.blob.core.windows.net/c/f?sv=2024-11-04&se=2026-12-01&sr=b&sp=r&sig=§';
  return [
    pasted('postgres://app:§@db.example:5432/app', 's3cretPw'),
    pasted('mongodb+srv://app:§@cluster0.example/x', 'Ab9xK2mm'),
    pasted('redis://:§@cache.example:6379/0', 'c4cheP4ss'),
    pasted('amqp://guest:§@mq.example/vhost', 'rabbit#99'),
    pasted('jdbc:mysql://db.example/x?user=app&password=§', 'jdbcPw2026'),
    pasted('https://deploy:§@git.example/r.git', made('base62', 20)),
    pasted(sas, `${made('base62', 43)}%3D`),
    pasted('https://d.cloudfront.net/f?Expires=1&Signature=§&Key-Pair-Id=K2JCJMDEHXQW5F', `${made('url', 120)}__`),
    pasted('https://b.s3.amazonaws.com/f?X-Amz-Credential=x&X-Amz-Signature=§', made('hex', 64)),
    pasted('https://b.s3.amazonaws.com/f?AWSAccessKeyId=x&Expires=1&Signature=§', `${made('base62', 26)}%3D`),
    pasted('https://storage.googleapis.com/b/f?X-Goog-Signature=§', made('hex', 128)),
    pasted('https://hooks.slack.com/services/§', `T${made('upper', 8)}/B${made('upper', 8)}/${made('base62', 24)}`),
    pasted('https://x.webhook.office.com/webhookb2/§', `${made('hex', 32)}@${made('hex', 32)}/${made('hex', 32)}`),
    pasted('https://discord.com/api/webhooks/§', `${made('digits', 18)}/${made('url', 68)}`),
    pasted('https://x.backlog.com/api/v2/issues?apiKey=§', made('base62', 64)),
    pasted('AccountName=x;AccountKey=§;EndpointSuffix=core.windows.net', `${made('base64', 86)}==`),
  ];
}

function services(): Pasted[] {
  const tokens = [
    `gh${'p_'}${made('base62', 36)}`,
    `github${'_pat_'}${made('base62', 22)}_${made('base62', 59)}`,
    `gl${'pat-'}${made('url', 20)}`,
    `xo${'xb-'}${made('digits', 12)}-${made('digits', 12)}-${made('base62', 24)}`,
    `sk-${'proj-'}${made('url', 80)}`,
    `sk-${'ant-'}api03-${made('url', 80)}`,
    `AI${'za'}${made('url', 35)}`,
    `ya29${'.a0'}${made('url', 60)}`,
    `sk${'_live_'}${made('base62', 24)}`,
    `S${'G.'}${made('url', 22)}.${made('url', 43)}`,
    `S${'K'}${made('hex', 32)}`,
    `np${'m_'}${made('base62', 36)}`,
    `py${'pi-AgE'}IcHlwaS5vcmc${made('url', 90)}`,
    `ATA${'TT3x'}FfGF0${made('url', 80)}=${made('HEX', 8)}`,
    `hv${'s.'}${made('base62', 24)}`,
    `NR${'AK-'}${made('upper', 27)}`,
    `dop${'_v1_'}${made('hex', 64)}`,
    `hf${'_'}${made('letters', 34)}`,
    `AGE-SECRET-${'KEY-1'}${made('upper', 58)}`,
    `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${made('url', 40)}.${made('url', 43)}`,
    `$2${'y$10$'}${made('base62', 53)}`,
  ];
  const labelled = [
    'DD_API_KEY=§',
    'x-api-key: §',
    'client_secret=§',
    'Authorization: Bearer §',
    'LINE Notify のトークン: §',
    'Chatwork APIトークン　§',
    'PagerDuty integration key: §',
    'api_key: "§"',
  ];
  return [
    ...tokens.map((token, at) => pasted(['§', 'トークンは § です', 'use § here', '(§)'][at % 4] ?? '', token)),
    ...labelled.map(text => pasted(text, made(text.startsWith('DD') ? 'hex' : 'base62', 32))),
    pasted('Authorization: Basic §', `YWRtaW46${made('base62', 12)}`),
    pasted('-----BEGIN RSA PRIVATE KEY-----\n§\n-----END RSA PRIVATE KEY-----', `MIIEow${made('base64', 58)}`),
    pasted(
      'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\n§\nPrivate-MAC: 00ff',
      made('base64', 48),
    ),
    pasted('db.example:5432:app:app_user:§', 'pgPassFile9'),
    pasted('machine x.example login taro password §', 'netrcPw1'),
    pasted('mysql -h db -u root -p§ app', 'Adm1nPw'),
    pasted('curl -u admin:§ https://x.example', 'curlPw99'),
  ];
}

/** What was at hand while the patterns were written. */
export const SHAPES: Pasted[] = [...passwords(), ...codes(), ...aws(), ...links(), ...services()];
