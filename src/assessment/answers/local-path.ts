/** What separates folders; a Japanese Windows shows the backslash as a yen sign, a Korean one as a won sign. */
const SEP = String.raw`[\\/¥₩]`;

/** Folders of one machine under which nothing is shared. */
const UNIX_FOLDERS = '(?:home|Users|root|tmp|private|var|mnt|media|Volumes|opt|srv|etc|usr)';

/** Where only the machine on which it was written can look: a drive, a folder of a person or of the system, itself as a server. */
const LOCAL = [
  new RegExp(String.raw`(?<![\w\\/])[A-Za-z]:${SEP}`),
  new RegExp(String.raw`(?<![\w./~-])/${UNIX_FOLDERS}/`),
  /(?<![\w/])~[\w.-]*[\\/]/,
  /\bfile:(?:\/{3}|\/(?!\/)|\/\/localhost\b)/i,
  /%(?:USERPROFILE|HOMEPATH|APPDATA|LOCALAPPDATA|TEMP|TMP)%|\$(?:env:)?\{?(?:HOME|USERPROFILE|TMPDIR|TEMP)\b/i,
  /\bhttps?:\/\/(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])(?=[:/\s]|$)/i,
];

/** Whether a place can be opened on one machine only. A share such as `\\server\folder` and addresses on the web can be opened elsewhere. */
export function isLocalPath(text: string): boolean {
  const plain = text.normalize('NFKC');
  return LOCAL.some(pattern => pattern.test(plain));
}

/** Users that an image or a service brings along: nobody's name. */
const NOBODY =
  '(?:ec2-user|ssm-user|ubuntu|centos|debian|fedora|rocky|bitnami|hadoop|runner|node|app|appuser|vscode|vagrant|admin|Administrator|Public|Default|user|guest)';

/** The name of a person in the path of their own folder, with what stands before it captured. */
const PERSON_IN_PATH = new RegExp(
  [
    String.raw`((?<![\w\\/])[A-Za-z]:${SEP}+(?:Users|Documents and Settings)${SEP}+|(?<=file:\/{2,3})[A-Za-z]:${SEP}+Users${SEP}+`,
    String.raw`|(?<![\w.~-])(?:/mnt/[a-z]|/[a-z])?/(?:home|Users)/)`,
    String.raw`(?!${NOBODY}(?:${SEP}|[^\w.-]|$))`,
    String.raw`(?:[^\\/¥₩:*?"'<>|\r\n]+(?=${SEP})|[^\\/¥₩\s:*?"'<>|]+)`,
  ].join(''),
  'gi',
);

/** Text in which the names of people in paths of their own folders cannot be read. */
export function maskPeopleInPaths(text: string): string {
  return text.replace(PERSON_IN_PATH, '$1***');
}
