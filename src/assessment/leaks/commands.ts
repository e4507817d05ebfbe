import { standsForOne } from './ordinary.ts';
import { placesOf, type Span } from './spans.ts';

/** Commands with a password in their line. */
const COMMANDS = [
  /\bmysql\w*\b[^\n]{0,200}?\s-p([^\s"'-][^\s"']{2,})/dg,
  /\bcurl\b[^\n]{0,300}?\s(?:-u|--user)[ =]?["']?[^\s:"'$]{1,80}:(?![$\s*])([^\s"']{2,})/dg,
  /\b(?:sshpass|docker login|podman login|az login|az acr login|helm registry login)\b[^\n]{0,200}?\s-(?:p|-password)[ =]?(?!(?:assword|ass|-?stdin|\$|"\$))["']?([^\s"'-][^\s"']{2,})/dg,
  /\b(?:sqlcmd|bcp|isql|tsql)\b[^\n]{0,200}?\s-P ?["']?([^\s"'-][^\s"']{2,})/dg,
  /\bidentified\s{1,4}(?:with\s{1,4}\S{1,40}\s{1,4})?by\s{1,4}(?:password\s{1,4})?["']([^"'\n]{1,100})["']/dgi,
  /\bredis-cli\b[^\n]{0,200}?\s(?:-a|--pass) ["']?([^\s"'$-][^\s"']{2,})/dg,
  /\bnet user [^\s]{1,60} (?!\/)([^\s]{2,}) \/add/dgi,
  /\becho ["']?([^\s"'|]{4,})["']? ?\| ?(?:sudo -S|passwd|docker login|chpasswd)/dg,
  /\bopenssl\b[^\n]{0,200}?\s-pass(?:in|out)? pass:([^\s"']{2,})/dg,
  /\bxfreerdp\b[^\n]{0,200}?\s\/p:([^\s"']{2,})/dg,
  /(?<![\w/.-])[\w.-]{2,32}:(?!\/)[^\s:/@]{0,40}[!#$^&*][^\s:/@]{0,40}@[\w.-]{2,}/g,
  /\bnet use [^\n]{1,160}?[ \t](?![/\\*]|\w:)([^\s/\\:]{4,})[ \t]+\/u(?:ser)?:/dgi,
  /\bnet use [^\n]{1,160}?\/u(?:ser)?:\S{1,80}[ \t]+(?!\/)(\S{4,})/dgi,
  /\bldap(?:search|modify|add|delete|passwd|whoami|compare)\b[^\n]{0,300}?\s-w ?["']?([^\s"'-][^\s"']{2,})/dg,
  /\b(?:un)?zip\b[^\n]{0,200}?\s-P ?["']?([^\s"'-][^\s"']{2,})/dg,
  /\b(?:7z[ar]?|rar|unrar)\b[^\n]{0,200}?\s-h?p([^\s"'-][^\s"']{2,})/dg,
  /\b(?:ipmitool|nxc|netexec|crackmapexec|wbadmin)\b[^\n]{0,200}?\s-[pP] ?["']?([^\s"'-][^\s"']{2,})/dg,
  /\b(?:winrs|winexe|psexec(?:64)?|wmic|schtasks|cmdkey)\b[^\n]{0,200}?\s[-/](?:rp|p|pass|password)[ :]["']?([^\s"'/-][^\s"']{2,})/dgi,
  /\bsmbclient\b[^\n]{0,200}?\s-U ?["']?[^\s%"']{1,60}%([^\s"']{3,})/dg,
  /\bhtpasswd\b[^\n]{0,60}?\s-[a-zA-Z]{0,4}b[a-zA-Z]{0,4}\s+\S{1,80}\s+\S{1,80}\s+["']?([^\s"'-][^\s"']{2,})/dg,
  /\b(?:sqlplus|impdp|expdp|sqlldr|rman|exp|imp)\b[^\n]{0,100}?\s["']?\w{1,40}\/["']?([^\s@"'/]{3,})["']?@/dg,
  /\bmongo(?:sh|dump|restore|export|import)?\b[^\n]{0,200}?\s-p ?["']?([^\s"'-][^\s"']{2,})/dg,
  /\bConvertTo-SecureString\b[^\n]{0,60}?["']([^"'\n]{3,})["'][^\n]{0,60}?-AsPlainText/dgi,
  /\bsnmp(?:walk|get|bulkwalk|getnext)\b[^\n]{0,100}?\s-c ?["']?([^\s"'-][^\s"']{2,})/dg,
  /\brabbitmqctl (?:add_user|change_password) \S{1,60} ["']?([^\s"']{3,})/dg,
  /\b(?:vncviewer|wget|lftp|ftp)\b[^\n]{0,200}?\s-u ?["']?[^\s,"']{1,60},([^\s"']{3,})/dg,
];

/** What is put into a store of secrets, on one line or on several with a backslash at the end. */
const PUT =
  /\bput-parameter\b(?=(?:[^\n]|(?<=\\)\n){0,400}(?:SecureString|pass|secret|token|key))(?:[^\n]|(?<=\\)\n){0,400}?\s--value[ =]["']?([^\s"'$]{4,})/dgi;

/** Configurations of routers and switches. */
const DEVICES = [
  /\bcrypto\s+isakmp\s+key\s+(?:[06]\s+)?(\S{4,})\s+(?:address|hostname)/dgi,
  /\bpre-shared-key\s+(?:(?:local|remote)\s+)?(?:\d{1,3}\s+)?(?:text|ascii-text|hexadecimal|ascii|key)\s+["']?([^\s"']{4,})/dgi,
  /\bset\s+(?:psksecret|passwd|password|passphrase)\s+(?:ENC\s+)?["']?(?=\S{0,60}[\d!#$%@])([^\s"']{4,})/dg,
  /\bsnmp-server\s+community\s+(\S{4,})\s+(?:ro|rw|view)\b/dgi,
  /\b(?:username\s+\S{1,40}\s+(?:privilege\s+\d{1,2}\s+)?|enable\s+)(?:secret|password)\s+[0-9]\s+(?=\S{0,60}[\d$])(\S{5,})/dgi,
  /\b(?:tacacs|radius)-server\s[^\n]{0,80}?\bkey\s+(?:[067]\s+)?(\S{4,})/dgi,
];

/** Files that hold passwords by place, not by name. */
const FILES = [
  /^[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w*-]{1,60}:[\w.*-]{1,60}:(\S{2,})$/dgm,
  /\bmachine\s+\S{1,100}\s+login\s+\S{1,100}\s+password\s+(?!\*{3})(\S{2,})/dg,
  // Name and password of a registry as one text in Base64.
  /(?<![A-Za-z])(?:_auth[ \t]*=[ \t]*|auth\\?["'][ \t]*:[ \t]*\\?["'])["']?(?=[a-z0-9+/]{0,60}[A-Z])(?=[A-Z0-9+/]{0,60}[a-z])(?=[A-Za-z+/]{0,200}[\d=])([A-Za-z0-9+/]{12,}={0,2})/dg,
];

/** Credentials in command lines, in configurations of devices and in files whose fields have no names. */
export function commandSpans(text: string): Span[] {
  return [...COMMANDS, PUT, ...DEVICES, ...FILES]
    .flatMap(pattern => placesOf(pattern, text))
    .filter(span => !standsForOne(text.slice(...span)));
}
