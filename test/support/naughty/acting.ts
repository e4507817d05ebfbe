import { each } from './each.ts';

/** Strings that something might act on: markup, links, formulas, paths, templates, commands. */
export function actingStrings(): string[][] {
  return [elements(), handlers(), links(), markdown(), formulas(), paths(), templates(), shell(), queries(), formats()];
}

/** Opened in many ways, so that a part that somebody takes out leaves another. */
function elements(): string[] {
  const act = 'alert(1)';
  const opened = [
    '<script>',
    '<SCRIPT >',
    '<scr<script>ipt>',
    '<script/x>',
    '</textarea><script>',
    '--><script>',
    ']]><script>',
  ];
  const bodies = [act, `//\n${act}`, `<!--\n${act}`, `\`${act}\``];
  const other = [
    '<img src=x onerror=ACT>',
    '<svg/onload=ACT>',
    '<svg><script>ACT</script></svg>',
    '<math><mtext><img src=x onerror=ACT>',
  ];
  const framed = [
    '<iframe src="javascript:ACT">',
    '<object data="javascript:ACT">',
    '<embed src=x>',
    '<base href="//x.example">',
  ];
  const forms = [
    '<form action="javascript:ACT"><button>',
    '<input autofocus onfocus=ACT>',
    '<details open ontoggle=ACT>',
    '<meta http-equiv=refresh content=0>',
  ];
  const style = [
    '<style>*{display:none}</style>',
    '<link rel=stylesheet href=//x.example>',
    '<plaintext>',
    '<xmp>',
    '<noscript><p title="</noscript><img src=x>">',
  ];
  const cut = [
    '<',
    '</',
    '<!',
    '<!--',
    '<?php',
    '<%=',
    '&lt;script&gt;',
    '&#60;b&#62;',
    '&amp;',
    '&notit;',
    '&#x0;',
    '<b',
    '<a href="',
  ];
  return [
    ...each(opened, bodies).map(one => `${one}</script>`),
    ...[...other, ...framed, ...forms].map(one => one.replace('ACT', act)),
    ...style,
    ...cut,
  ];
}

function handlers(): string[] {
  const breaks = ['"', "'", '">', "'>", '"/>', '`', '\u0000"', '" \t'];
  return each(breaks, [' onmouseover=alert(1) x=', ' autofocus onfocus=alert(1) x=', '<img src=x onerror=alert(1)>']);
}

function links(): string[] {
  const schemes = [
    'javascript:',
    'JaVaScRiPt:',
    'java\nscript:',
    ' javascript:',
    '\u0001javascript:',
    'data:text/html,',
    'vbscript:',
    'file:///',
  ];
  return [
    ...each(schemes, ['alert(1)', '%61lert(1)', '//x%0aalert(1)']).map(one => `<a href="${one}">x</a>`),
    ...schemes.map(one => `${one}alert(1)`),
    'http://a/%%30%30',
    'http://x.example\\@y.example',
    'https://user@x.example:99999/',
    'mailto:?bcc=x@x.example',
  ];
}

function markdown(): string[] {
  const targets = ['javascript:alert(1)', 'http://x.example', '//x.example', '<http://x.example>'];
  const shapes = ['[x](TO)', '![x](TO)', '[x][y]\n\n[y]: TO', '<TO>', '[x](TO "t")'];
  const blocks = [
    '# x',
    '- x',
    '1. x',
    '> x',
    '    x',
    '---',
    '===',
    '~~~',
    '| a | b |\n| - | - |\n| c | d |',
    '[^1]: x',
    '\\',
    'a\\',
  ];
  const inline = [
    '**x**',
    '__x__',
    '*x',
    '_x',
    '~~x~~',
    '``x`',
    '$x$',
    ':tada:',
    '@team',
    '#1',
    '- [ ] x',
    '<!-- x -->',
    '\\|',
    '|',
  ];
  return [...shapes.flatMap(shape => targets.map(to => shape.replace('TO', to))), ...blocks, ...inline];
}

function formulas(): string[] {
  const starts = ['=', '+', '-', '@', '\t=', '\r=', ' =', '＝', '"=', ';=', ',=', "'="];
  return each(starts, ['1+1', "cmd|' /C x'!A0", 'HYPERLINK("http://x.example","x")']);
}

function paths(): string[] {
  const up = ['../', '..\\', '/', '//', '\\\\x\\', 'C:\\', '~/', './', 'file:', '%2e%2e%2f', '..%c0%af', '....//'];
  return each(up, ['etc/passwd', 'x.json', 'x\u0000.txt']);
}

function templates(): string[] {
  return [
    '{{1+1}}',
    `${'$'}{1+1}`,
    '#{1+1}',
    '<%= 1 %>',
    '{%x%}',
    '$(x)',
    '%{1}',
    '{{constructor.constructor("x")()}}',
    `${'$'}{jndi:ldap://x.example}`,
  ];
}

function shell(): string[] {
  const marks = ['; ', '| ', '& ', '&& ', '|| ', '`', '$(', '\n', '> /dev/null; '];
  return [
    ...each(marks, ['touch x', 'echo $HOME']),
    '--help',
    '-rf',
    '--',
    '-',
    '$IFS',
    '%PATH%',
    '!!',
    '*',
    '?',
    '{a,b}',
    '() { :;}; x',
  ];
}

function queries(): string[] {
  const ends = ["'", '"', "')", '";', '\\'];
  return [
    ...each(ends, [' OR 1=1 --', ' DROP TABLE x; --', '/*', ' UNION SELECT 1']),
    '%',
    '_',
    '1;--',
    '*)(uid=*',
    "' or ''='",
  ];
}

function formats(): string[] {
  return [
    '%s%s%s',
    '%n',
    '%d',
    '%x%x',
    '{0}',
    '%@',
    '$1',
    '$&',
    '$$',
    '\\1',
    '\\u0000',
    '\\x1b[0m',
    '\\n',
    '\\0',
    '!!x',
    '!x',
    '&a',
    '*a',
    '- - -',
    '? x',
    'x: y',
    "x: 'y",
  ];
}
