// Opens what the program writes with programs that nobody here wrote: axe in headless Chromium for the HTML, LibreOffice
// for the spreadsheet. Needs both; on Debian: apt-get install chromium libreoffice-calc
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import puppeteer from 'puppeteer-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const OFFICE = process.env.SOFFICE ?? '/usr/bin/soffice';
const missing = [CHROMIUM, OFFICE].filter(path => !existsSync(path));
if (missing.length > 0) {
  console.error(`not found: ${missing.join(', ')}`);
  console.error('Next: apt-get install chromium libreoffice-calc, or set CHROMIUM and SOFFICE.');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'tenken-exports-'));
const problems = [];
const tenken = (...args) =>
  execFileSync(process.execPath, ['dist/tenken.mjs', ...args], {
    env: { ...process.env, TENKEN_HOME: join(folder, 'home') },
  });

async function checkPage(browser, path) {
  const page = await browser.newPage();
  const requests = [];
  page.on('request', one => requests.push(one.url()));
  const url = pathToFileURL(path).href;
  await page.goto(url);
  const fetched = requests.filter(one => one !== url);
  if (fetched.length > 0) problems.push(`${path} asks for ${fetched.join(', ')}`);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    // The page forbids scripts; the debugger may still run one.
    const { violations } = await page.evaluate(`${axe.source}; axe.run(document, { resultTypes: ['violations'] })`);
    for (const { id, impact, nodes } of violations) {
      if (impact === 'serious' || impact === 'critical') problems.push(`${path} (${scheme}): ${id} ${nodes[0]?.html}`);
    }
  }
  const pdf = await page.pdf({ format: 'a4' });
  if (pdf.length < 10_000) problems.push(`${path}: the PDF is empty`);
  await page.close();
}

/** `days` are the days that a cell of the workbook must show, as `YYYY-MM-DD`. */
function checkSheet(path, days) {
  execFileSync(
    OFFICE,
    [
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
      '--outdir',
      folder,
      path,
    ],
    {
      stdio: 'ignore',
    },
  );
  const base = path.slice(0, -'.xlsx'.length);
  const sheets = execFileSync('sh', ['-c', `ls "${base}"-*.csv`], { encoding: 'utf8' })
    .trim()
    .split('\n');
  if (sheets.length !== 5) problems.push(`${path}: LibreOffice sees ${sheets.length} sheets`);
  const text = sheets.map(one => readFileSync(one, 'utf8')).join('\n');
  for (const wanted of ['RES-004', ...days]) {
    if (!text.includes(wanted)) problems.push(`${path}: LibreOffice does not show ${wanted}`);
  }
}

/** The days in the same report as CSV. The demo counts its days from today, so that no day can stand in this script. */
function daysOf(lang) {
  const csv = join(folder, `report.${lang}.csv`);
  tenken('demo', 'report', '--lang', lang, '-o', csv);
  const days = readFileSync(csv, 'utf8').match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
  if (days.length < 5) problems.push(`${csv}: only ${days.length} days`);
  return new Set(days);
}

try {
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  for (const lang of ['ja', 'en', 'both']) {
    for (const kind of ['report', 'plan']) {
      const html = join(folder, `${kind}.${lang}.html`);
      tenken('demo', kind, '--lang', lang, '-o', html);
      await checkPage(browser, html);
    }
    const xlsx = join(folder, `report.${lang}.xlsx`);
    tenken('demo', 'report', '--lang', lang, '-o', xlsx);
    checkSheet(xlsx, daysOf(lang));
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const one of problems) console.error(one);
console.log(
  problems.length === 0 ? 'axe and LibreOffice have nothing against the exports' : `${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
