import { reportTexts } from '#text/report/report-words.ts';
import { formatDate } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';
import { answerTexts } from '#text/answers/answer-words.ts';
import { escapeHtml } from '#ui/table-export.ts';
import { intervalDrawing } from './interval-drawing.ts';
import type { Report, ReportInterval } from './report.ts';
import type { ReportTable } from './report-tables.ts';

/** Colours of the arms on white paper, as the site has them in the light. */
const armColours = ['#6b6a64', '#1a62a8', '#b8420f', '#0b7a5c', '#7a3fa0', '#8a6d00', '#a3275f', '#3d6b1f']; // prettier-ignore

/**
 * A result as one HTML file that opens anywhere, offline: no script, nothing from elsewhere, and a policy that says so. All
 * names are text, whatever stands in them. `made`: ISO day.
 */
export function htmlReport(report: Report, tables: readonly ReportTable[], made: string): string {
  const t = reportTexts();
  const p = (text: string) => (text === '' ? '' : `<p>${escapeHtml(text)}</p>`);
  const list = (texts: readonly string[]) =>
    `<ul>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
  const section = (title: string, inner: string) =>
    `<section><h2>${escapeHtml(title)}</h2>${inner}</section>`;
  const tried = report.tried
    .map(([label, text]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd>`)
    .join('');
  const states = answerTexts().state;
  const questions = report.lines
    .map(
      ({ asked, sentence }) =>
        `<li><h3>${escapeHtml(asked)} <small>${escapeHtml(states[sentence.state])}</small></h3>` +
        `<p><strong>${escapeHtml(sentence.headline)}</strong> ${escapeHtml(sentence.detail)}</p></li>`,
    )
    .join('');
  const parts = [
    `<header><p class="sub">${escapeHtml(t.summary)} · ${escapeHtml(report.name)}</p>`,
    `<h1>${escapeHtml(report.headline)}</h1>`,
    report.alarm === null ? '' : `<p class="alarm">${escapeHtml(report.alarm)}</p>`,
    `${p(report.detail)}</header>`,
    section(t.tried, `<dl>${tried}</dl>`),
    report.money.length > 0 ? section(t.money, list(report.money)) : '',
    report.chart.length > 0
      ? section(report.chartTitle, chart(report.chart, report.chartTitle))
      : '',
    section(t.doubt, list(report.doubt)),
    report.lines.length > 0 ? section(t.questions, `<ol>${questions}</ol>`) : '',
    section(t.next, p(report.next)),
    section(
      t.fingerprint,
      `${report.fingerprint === null ? '' : `<p><code>${escapeHtml(report.fingerprint)}</code></p>`}${p(report.provenance)}`,
    ),
    `<section class="second"><h2>${escapeHtml(t.analyst)}</h2>`,
    ...tables.map(tableHtml),
    `<h3>${escapeHtml(t.methods)}</h3><dl>${t.methodList
      .map(([name, formula]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(formula)}</dd>`)
      .join('')}</dl>`,
    `<h3>${escapeHtml(t.sql)}</h3>`,
    report.sql === null ? p(t.sqlGone) : `<pre>${escapeHtml(report.sql)}</pre>`,
    '</section>',
    `<footer>${p(t.made(formatDate(made, language.code)))}${p(t.offline)}</footer>`,
  ];
  return `<!doctype html>
<html lang="${language.code}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${report.name} · Carrotlab`)}</title><style>${style}</style></head>
<body>${parts.join('\n')}</body></html>
`;
}

function tableHtml({ title, rows, headerRows, headerColumns }: ReportTable): string {
  const lines = rows.map((row, line) => {
    const cells = row.map((cell, column) => {
      const isHeader = line < headerRows || column < headerColumns;
      const tag = isHeader ? 'th' : 'td';
      const scope = !isHeader ? '' : line < headerRows ? ' scope="col"' : ' scope="row"';
      return `<${tag}${scope}>${escapeHtml(String(cell ?? ''))}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table><caption>${escapeHtml(title)}</caption>${lines.join('')}</table></div>`;
}

function chart(intervals: readonly ReportInterval[], title: string): string {
  const { width, height, zero, rows } = intervalDrawing(intervals, 680);
  const marks = rows.map(({ y, from, to, at, label, written, place }) => {
    const colour = armColours[place % armColours.length] ?? '#333';
    return (
      `<text x="0" y="${y + 4}">${escapeHtml(label)}</text>` +
      `<line x1="${from}" x2="${to}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="2"/>` +
      `<circle cx="${at}" cy="${y}" r="4.5" fill="${colour}"/>` +
      `<text x="${width}" y="${y + 4}" text-anchor="end">${escapeHtml(written)}</text>`
    );
  });
  return (
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}">` +
    `<line x1="${zero}" x2="${zero}" y1="0" y2="${height}" stroke="#999"/>${marks.join('')}</svg>`
  );
}

const style = `
body{max-width:760px;margin:32px auto;padding:0 16px;background:#fff;color:#1d1c18;font:15px/1.5 Pretendard,"Apple SD Gothic Neo","Malgun Gothic",system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere}
h1{font-size:24px;line-height:1.25;margin:4px 0 10px}h2{font-size:16px;margin:22px 0 6px;padding-top:8px;border-top:1.5px solid #1d1c18}h3{font-size:14px;margin:12px 0 2px}
p,ul,ol{margin:4px 0}ol{padding:0;list-style:none}dl{display:grid;grid-template-columns:minmax(96px,auto) 1fr;gap:3px 16px;margin:4px 0}dt,.sub,small,footer{color:#5d5b54}dd{margin:0}
small{font-weight:400}.alarm{padding:8px 12px;border:1px solid #a11;color:#a11}svg{width:100%;height:auto;font-size:13px}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:10px 0;font-size:13px;font-variant-numeric:tabular-nums}caption{text-align:left;font-weight:600}
th,td{padding:4px 8px;border-bottom:1px solid #d9d7cf;text-align:right}th[scope=row],tr:first-child th:first-child{text-align:left;font-weight:500}
pre{padding:10px;background:#f4f3ee;white-space:pre-wrap;font-size:12px}
@media print{@page{size:A4;margin:12mm}body{margin:0;max-width:none;font-size:9.5pt}.second{break-before:page}section{break-inside:avoid-page}.second{break-inside:auto}}
`;
