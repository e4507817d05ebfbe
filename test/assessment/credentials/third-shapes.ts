import { keyId, made, type Pasted, secretKey } from './made.ts';

/** A text with a secret for each of its `§`. */
function hidden(text: string, ...secrets: string[]): Pasted {
  let at = 0;
  return { text: text.replaceAll('§', () => secrets[at++ % secrets.length] ?? ''), secrets };
}

const base64 = (text: string): string => btoa(text);
const CHOSEN = [
  'Kaiun#2027',
  'blueFox_41',
  'Mn8!wqT2z',
  'Naniwa-778',
  'T0kyoTower$',
  'changeMe26',
  'ninja.9981',
  'zX4&rr0p',
];
const chosen = (texts: string[]): Pasted[] => texts.map((text, at) => hidden(text, CHOSEN[at % CHOSEN.length] ?? ''));

const settings = chosen([
  'DB_HOST=db01.internal\nDB_USER=app\nDB_PASSWORD=§\nDB_NAME=orders',
  "export PGPASSWORD='§'; psql -h db01 -U app orders",
  'set MYSQL_PWD=§',
  '$env:DB_PASS = "§"',
  '[Environment]::SetEnvironmentVariable("SMTP_PASSWORD","§","Machine")',
  'spring.datasource.password=§',
  'spring:\n  datasource:\n    username: app\n    password: §\n    hikari:\n      maximum-pool-size: 10',
  '{"username":"admin","password":"§","engine":"mysql","host":"db.cluster-x.ap-northeast-1.rds.amazonaws.com"}',
  '"SecretString": "{\\"username\\":\\"admin\\",\\"password\\":\\"§\\"}",\n"VersionStages": ["AWSCURRENT"]',
  '"Parameter": {"Name": "/prod/db/password", "Type": "SecureString", "Value": "§", "Version": 3}',
  'master_password = "§"',
  'variable "db_password" {\n  type    = string\n  default = "§"\n}',
  '  + password                  = "§"\n  + port = 3306',
  '"Default": "Server=db01;Database=Orders;User Id=sa;Password=§;TrustServerCertificate=true"',
  '<add key="SmtpPassword" value="§" />',
  '<user>svc</user><password>§</password>',
  'jdbc.url=jdbc:postgresql://db01:5432/app?user=app&password=§',
  "define( 'DB_PASSWORD', '§' );",
  "'username' => 'app',\n'password' => '§',",
  'environment:\n  MYSQL_ROOT_PASSWORD: §\n  TZ: Asia/Tokyo',
  'kubectl create secret generic db --from-literal=username=app --from-literal=password=§',
  'MasterUsername: admin\nMasterUserPassword: §\nDBInstanceClass: db.r6g.large',
  'rds_pw = "§"',
  '[windows:vars]\nansible_user=Administrator\nansible_password=§',
  'aws rds modify-db-instance --db-instance-identifier prod --master-user-password § --apply-immediately',
  'net use Z: \\\\fs01\\share § /user:corp\\svc',
  'cmdkey /add:ts01 /user:corp\\admin /pass:§',
  "sshpass -p '§' ssh ec2-user@bastion",
  'redis-cli -h cache.internal -a § ping',
  'sqlcmd -S db01 -U sa -P § -Q "select 1"',
  'Driver={ODBC Driver 18 for SQL Server};Server=tcp:db01,1433;Uid=sa;Pwd={§};Encrypt=yes',
  'ldapsearch -x -D "cn=admin,dc=corp" -w § -b dc=corp',
]);

const addresses = [
  hidden('mongosh "mongodb+srv://app:§@cluster0.ab1cd.mongodb.net/prod"', made('base62', 16)),
  hidden('snowflake://svc_load:§@xy12345.ap-northeast-1.aws/RAW/PUBLIC?warehouse=WH', 'Yuki%23Daruma9'),
  hidden('ftp://deploy:§@ftp.example.jp/htdocs', 'Ftp4u-now!'),
  hidden('REDIS_URL=rediss://:§@master.cache.apne1.cache.amazonaws.com:6379/0', made('base62', 32)),
  hidden('curl -u admin:§ https://jenkins.example.jp/job/deploy/build', `11${made('hex', 32)}`),
  hidden('Authorization: Basic §', base64(`admin:${made('base62', 9)}`)),
  hidden('HTTPS_PROXY=http://svc-proxy:§@proxy.corp:8080', 'pr0xyPass'),
  hidden('検証環境 https://basic:§@stg.example.jp/ （Basic 認証）', 'kenshou77'),
  hidden('amqps://mqadmin:§@b-1.mq.ap-northeast-1.amazonaws.com:5671', made('base62', 12)),
  hidden('jdbc:sqlserver://db01:1433;databaseName=orders;user=sa;password=§;encrypt=true', 'Sql!Srv2022'),
  hidden('jdbc:oracle:thin:app/§@//db01:1521/ORCL', 'Tiger_2026'),
  hidden('s3fs の passwd ファイル: §:§', keyId(), secretKey()),
];

const awsKeys = [
  hidden('Access key ID,Secret access key\n§,§', keyId(), secretKey()),
  hidden(
    'User name,Password,Access key ID,Secret access key,Console login link\nbob,,§,§,https://ex.signin.aws.amazon.com/console',
    keyId(),
    secretKey(),
  ),
  hidden(
    'User name,Password,Console sign-in URL\nalice,§,https://example.signin.aws.amazon.com/console',
    `${made('base62', 7)}!x`,
  ),
  hidden('User Name,Password\nreviewer-at-partner,§', `${made('base64', 43)}=`),
  hidden(
    '[prod-admin]\nregion = ap-northeast-1\naws_access_key_id = §\naws_secret_access_key = §',
    keyId(),
    secretKey(),
  ),
  hidden(
    '{ "Credentials": { "AccessKeyId": "§", "SecretAccessKey": "§", "SessionToken": "§", "Expiration": "2026-11-30T10:00:00Z" } }',
    `AS${'IA'}${made('base32', 16)}`,
    secretKey(),
    `IQoJb3JpZ2lu${made('base64', 280)}==`,
  ),
  hidden(
    'export AWS_ACCESS_KEY_ID=§\nexport AWS_SECRET_ACCESS_KEY=§\nexport AWS_SESSION_TOKEN=§',
    `AS${'IA'}${made('base32', 16)}`,
    secretKey(),
    `FwoGZXIvYXdz${made('base64', 200)}=`,
  ),
  hidden('$Env:AWS_ACCESS_KEY_ID="§"\n$Env:AWS_SECRET_ACCESS_KEY="§"', keyId(), secretKey()),
  hidden(
    'AWS Access Key ID [None]: §\nAWS Secret Access Key [None]: §\nDefault region name [None]: ap-northeast-1',
    keyId(),
    secretKey(),
  ),
  hidden('ACCESSKEY\t§\t2026-11-12T01:02:03+00:00\t§\tActive\tbob', keyId(), secretKey()),
  hidden('アクセスキー：§\nシークレット：§', keyId(), secretKey()),
  hidden(
    '| 環境 | アクセスキーID | シークレットアクセスキー |\n| --- | --- | --- |\n| 検証 | § | § |',
    keyId(),
    secretKey(),
  ),
  hidden('シークレットアクセスキー\n§', secretKey()),
  hidden('provider "aws" {\n  access_key = "§"\n  secret_key = "§"\n}', keyId(), secretKey()),
  hidden("new AWS.Config({ accessKeyId: '§', secretAccessKey: '§' })", keyId(), secretKey()),
  hidden("boto3.client('s3', aws_access_key_id='§',\n  aws_secret_access_key='§')", keyId(), secretKey()),
  hidden('aws_secret_access_key =\n    §', secretKey()),
  hidden('CI 用ユーザー § のキーは § です。来週消します', keyId(), secretKey()),
  hidden('IAM User Name,Smtp Username,Smtp Password\nses-smtp-user.2026,§,§', keyId(), `B${made('base64', 43)}`),
  hidden('SES: §/§ (SMTP)', keyId(), `B${made('base64', 43)}`),
];

const services = [
  hidden('ClientId: 3abcd9efgh\nClientSecret: §', made('lower', 52)),
  hidden('Cognito のクライアントシークレットは§', made('lower', 51)),
  hidden("curl -H 'x-api-key: §' https://abc.execute-api.ap-northeast-1.amazonaws.com/prod", made('base62', 40)),
  hidden('{ "id": "a1b2c3d4e5", "value": "§", "name": "prod-key", "enabled": true }', made('base62', 40)),
  hidden('DD_API_KEY=§ DD_SITE=ap1.datadoghq.com', made('hex', 32)),
  hidden('DD-APPLICATION-KEY: §', made('hex', 40)),
  hidden('New Relic の User key は §', `NRAK-${made('upper', 27)}`),
  hidden('license_key: §', `${made('hex', 36)}NRAL`),
  hidden('Authorization: Token token=§', `y_${made('base62', 18)}`),
  hidden('PagerDuty integration key: §', made('hex', 32)),
  hidden('bot: §', `xo${'xb'}-${made('digits', 12)}-${made('digits', 13)}-${made('base62', 24)}`),
  hidden('通知先 https://hooks.slack.com/services/T0AB1CD2E/B0AB1CD2E/§', made('base62', 24)),
  hidden(
    'Teams: https://ex.webhook.office.com/webhookb2/0b9c1d2e-1111-4222-8333-444455556666@0b9c1d2e-1111-4222-8333-444455556667/IncomingWebhook/§/0b9c1d2e-1111-4222-8333-444455556668',
    made('hex', 32),
  ),
  hidden(
    'https://prod-01.japaneast.logic.azure.com:443/workflows/ab12/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers&sv=1.0&sig=§',
    made('url', 43),
  ),
  hidden('https://example.backlog.jp/api/v2/space?apiKey=§', made('base62', 64)),
  hidden('X-Cybozu-API-Token: §', made('base62', 40)),
  hidden('LINE チャネルアクセストークン（長期）\n§', `${made('base64', 170)}=`),
  hidden('チャネルシークレット: §', made('hex', 32)),
  hidden('X-ChatWorkToken: §', made('hex', 32)),
  hidden('メール送信は SendGrid（§）', `SG.${made('url', 22)}.${made('url', 43)}`),
  hidden('Twilio AccountSid AC0000 / AuthToken §', made('hex', 32)),
  hidden('stripe listen --api-key §', `sk${'_live'}_${made('base62', 24)}`),
  hidden('AUTH0_CLIENT_SECRET=§', made('url', 64)),
  hidden('Authorization: SSWS §', `00${made('url', 40)}`),
  hidden('AZURE_CLIENT_SECRET: §', `${made('base62', 3)}8Q~${made('url', 34)}`),
  hidden(
    'DefaultEndpointsProtocol=https;AccountName=st01;AccountKey=§;EndpointSuffix=core.windows.net',
    `${made('base64', 86)}==`,
  ),
  hidden('git clone https://oauth2:§@gitlab.example.jp/app.git', `gl${'pat'}-${made('url', 20)}`),
  hidden('JIRA の API トークン: §', `ATA${'TT3x'}FfGF0${made('url', 60)}=${made('HEX', 8)}`),
  hidden('VAULT_TOKEN=§', `hv${'s.'}${made('url', 24)}`),
  hidden('databricks configure --token §', `da${'pi'}${made('hex', 32)}`),
];

const links = [
  hidden(
    'https://st01.blob.core.windows.net/c/x.zip?sv=2023-11-03&se=2026-12-31&sr=b&sp=r&sig=§',
    `${made('base62', 42)}%3D`,
  ),
  hidden(
    'https://b.s3.amazonaws.com/r.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261130T000000Z&X-Amz-Expires=604800&X-Amz-Signature=§',
    made('hex', 64),
  ),
  hidden(
    'https://d111.cloudfront.net/r.pdf?Expires=1796000000&Signature=§&Key-Pair-Id=K2JCJMDEHXQW5F',
    `${made('url', 170)}__`,
  ),
  hidden('録画: https://us06web.zoom.us/rec/share/abc パスコード: §', 'Q4^nb!2z'),
  hidden('https://us06web.zoom.us/j/81234567890?pwd=§', `${made('base62', 31)}.1`),
  hidden('Meeting ID: 812 3456 7890\nPasscode: §', '904417'),
];

const keyFiles = [
  hidden(
    '-----BEGIN OPENSSH ' + 'PRIVATE KEY-----\n§\n§\n-----END OPENSSH ' + 'PRIVATE KEY-----',
    made('base64', 70),
    made('base64', 70),
  ),
  hidden('-----BEGIN PGP ' + 'PRIVATE KEY BLOCK-----\n\n§\n=abcd', made('base64', 64)),
  hidden(
    'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\n§\nPrivate-MAC: §',
    made('base64', 44),
    made('hex', 64),
  ),
  hidden('users:\n- name: admin\n  user:\n    client-key-data: §', `LS0tLS1CRUdJTi${made('base64', 120)}==`),
  hidden('{"auths": {"https://index.docker.io/v1/": {"auth": "§"}}}', base64(`ci:${made('base62', 20)}`)),
  hidden('//registry.npmjs.org/:_authToken=§', `np${'m_'}${made('base62', 36)}`),
  hidden('[pypi]\nusername = __token__\npassword = §', `py${'pi'}-AgEIcHlwaS5vcmc${made('url', 90)}`),
  hidden('machine git.example.jp\nlogin deploy\npassword §', 'gitPush_9'),
  hidden('~/.pgpass\ndb01:5432:orders:app:§', 'pg_8Qk1z'),
  hidden('crypto isakmp key § address 203.0.113.1', made('base62', 24)),
  hidden('ipsec ike pre-shared-key 1 text §', 'RTX-osaka-9'),
  hidden('"PreSharedKey": "§", "TunnelInsideCidr": "169.254.10.0/30"', made('base62', 32)),
  hidden('SSID: office-5G / 事前共有キー: §', 'wifi-naka-2026'),
  hidden('otpauth://totp/AWS:alice?secret=§&issuer=AWS', made('base32', 32)),
  hidden('root の MFA シード: §', made('base32', 64)),
];

const talk = chosen([
  'ログイン ID は admin、PW は§です',
  '初期パスワードは「§」でした（要変更）',
  'パスワード＝§',
  'ＰＷ：§',
  'ID/PW は admin/§',
  'zip のパスワードは § です。',
  '【パスワード】§',
  '『§』がパスワードです',
  'No.\tユーザー名\tパスワード\n1\tadmin\t§',
  '> 10:32 田中: 踏み台のパスは § だよ',
  'the root password is §',
  'creds: admin / §',
  'pw was changed to § last night',
  'RDP: 10.0.1.5 Administrator のパスワード §',
  'please use "§" as the password for the bastion',
]);

/** Credentials of a third list, which somebody wrote who had seen neither the patterns nor the lists before. */
export const THIRD_SHAPES: Pasted[] = [
  ...settings,
  ...addresses,
  ...awsKeys,
  ...services,
  ...links,
  ...keyFiles,
  ...talk,
  hidden('パスワード：§', 'Ｐａｓｓ＃２０２６ｘ'),
];
