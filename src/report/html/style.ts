/** The look of an HTML report: readable on a screen, light or dark, and clean on A4. No font or picture is fetched. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--soft:#57606a;--line:#d0d7de;--panel:#f6f8fa;--accent:#0b57d0;
--met:#1a7f37;--partly:#9a6700;--not-met:#cf222e;--unknown:#8250df;--unanswered:#6e7781}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--soft:#9aa4af;--line:#30363d;--panel:#161b22;
--accent:#79b8ff;--met:#3fb950;--partly:#d29922;--not-met:#ff7b72;--unknown:#bc8cff;--unanswered:#8b949e}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.7 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans",
"Hiragino Kaku Gothic ProN","Yu Gothic UI",Meiryo,system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:62rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.7rem;line-height:1.3}
h2{font-size:1.35rem;border-bottom:1px solid var(--line);margin-top:2.5rem;padding-bottom:.3rem}
h3{font-size:1.15rem;margin-top:2rem}
h4,h5,h6{font-size:1rem;margin-top:1.6rem}
h1+p{background:var(--panel);border-left:.4rem solid var(--accent);padding:.8rem 1rem}
a{color:var(--accent)}
code{background:var(--panel);padding:.1em .3em;border-radius:.25rem;font-size:.92em}
blockquote{margin:.5rem 0;padding:.2rem 1rem;border-left:.25rem solid var(--line);color:var(--soft)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:1rem 0}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
th{background:var(--panel)}
.entry{border:1px solid var(--line);border-radius:.5rem;padding:.1rem 1rem .6rem;margin:1rem 0}
.entry[data-risk=high]{border-left:.4rem solid var(--not-met)}
.entry[data-risk=medium]{border-left:.4rem solid var(--partly)}
.entry[data-risk=low]{border-left:.4rem solid var(--unanswered)}
.filters{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;border:1px solid var(--line);border-radius:.5rem;padding:.5rem 1rem;margin:1rem 0}
.filters legend{color:var(--soft);padding:0 .4rem}
.filters label{display:inline-flex;gap:.4rem;align-items:center}
body:has(#show-high:not(:checked)) .entry[data-risk=high],
body:has(#show-medium:not(:checked)) .entry[data-risk=medium],
body:has(#show-low:not(:checked)) .entry[data-risk=low],
body:has(#show-partly:not(:checked)) .entry[data-status=partly],
body:has(#show-not-met:not(:checked)) .entry[data-status=not-met]{display:none}
figure{margin:1rem 0;overflow-x:auto}
figcaption{color:var(--soft);font-size:.9rem}
svg{max-width:100%;height:auto}
svg text{fill:var(--fg);font-size:13px;font-family:inherit}
svg .soft{fill:var(--soft)}
svg .grid{stroke:var(--line)}
svg .met{fill:var(--met)}svg .partly{fill:var(--partly)}svg .not-met{fill:var(--not-met)}
svg .unknown{fill:var(--unknown)}svg .unanswered{fill:var(--unanswered)}svg .bar{fill:var(--accent)}svg .late{fill:var(--not-met)}
@page{size:A4;margin:16mm 14mm}
@media print{:root{--bg:#fff;--fg:#000;--soft:#444;--line:#bbb;--panel:#f4f4f4;--accent:#003a8c}
body{font-size:10pt;line-height:1.55}main{max-width:none;padding:0}
.filters{display:none}.entry{break-inside:auto}h2,h3,h4,h5{break-after:avoid}
table{font-size:8.5pt}tr,figure,blockquote{break-inside:avoid}thead{display:table-header-group}
a{color:inherit;text-decoration:none}.scroll{overflow:visible}}
`.trim();
