#include "sim/report/html_parts.h"

namespace etalon::report {

// Light first, dark where the reader's system asks for it, and paper.
std::string_view style_sheet() {
  return R"css(
:root{--bg:#F6F5F1;--panel:#FFFFFF;--line:#DFDCD3;--text:#1D2226;--muted:#646C73;--accent:#0E5A6B;--agree:#2B7A4B;--differ:#B5541F;--critical:#9B1B30}
@media (prefers-color-scheme:dark){:root{--bg:#13171A;--panel:#1B2024;--line:#30373D;--text:#E8E6E0;--muted:#9AA3AB;--accent:#6FC3D3;--agree:#7CCB98;--differ:#F0A070;--critical:#F08C9C}}
*{box-sizing:border-box}
html{font:16px/1.5 Inter,system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;color:var(--text);background:var(--bg);font-feature-settings:"tnum","cv11"}
body{margin:0}
main{max-width:1080px;margin:0 auto;padding:40px 32px 56px}
h1{font-size:34px;line-height:1.15;letter-spacing:-.02em;margin:.35em 0 .5em}
h2{font-size:21px;line-height:1.25;letter-spacing:-.01em;margin:0 0 14px}
h3{font-size:15px;line-height:1.3;margin:0 0 8px}
p{margin:0 0 12px}
code{font:12.5px/1.5 "JetBrains Mono",ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.brand{display:flex;align-items:center;gap:9px;font-weight:650;margin:0}
.glyph{width:24px;height:24px;fill:none;stroke:var(--accent);stroke-width:2.2;stroke-linecap:round}
.about{display:flex;flex-wrap:wrap;gap:8px;margin-bottom:10px}
.chip{border:1px solid var(--line);background:var(--panel);border-radius:999px;padding:3px 13px;font-size:14px;overflow-wrap:anywhere}
.quiet,figcaption,.detail,.card dt{color:var(--muted)}
.quiet{font-size:14px}
header{margin-bottom:26px}
.notice{border:1px solid var(--line);border-left:4px solid var(--differ);background:var(--panel);border-radius:8px;padding:12px 16px;margin:0 0 18px}
.cards{display:grid;grid-template-columns:repeat(3,1fr);gap:12px;margin:0 0 16px}
.card{background:var(--panel);border:1px solid var(--line);border-radius:12px;padding:14px 18px 13px}
.card dt{font-size:13.5px;font-weight:550}
.card dd{margin:0}
.big{font-size:30px;line-height:1.25;font-weight:650;letter-spacing:-.02em}
.detail{font-size:13.5px}
.card.critical .big,.panel.critical h2{color:var(--critical)}
.card.agree .big{color:var(--agree)}
.card.quiet .big{color:var(--muted);font-size:24px;line-height:1.56}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:14px;padding:24px 26px;margin:22px 0}
.panel.critical{border-left:4px solid var(--critical)}
.part{margin-top:28px}
.errors{list-style:none;padding:0;margin:0}
.errors li+li{margin-top:10px;border-top:1px solid var(--line);padding-top:10px}
.panel>ul:not(.errors){margin:0 0 18px;padding-left:20px;font-size:14.5px}
.panel>ul:not(.errors) li{margin-bottom:4px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
thead th{color:var(--muted);font-weight:550;font-size:13px;text-align:left;vertical-align:bottom;border-bottom:1.5px solid var(--line)}
th,td{padding:7px 14px 7px 0;vertical-align:top}
th:last-child,td:last-child{padding-right:0}
tbody th{text-align:left;font-weight:500;overflow-wrap:break-word}
tbody tr+tr>*{border-top:1px solid var(--line)}
td{overflow-wrap:break-word}
thead th.number,.number{text-align:right}
td.number{overflow-wrap:normal}
.value{font-weight:600;white-space:nowrap}
.range{color:var(--muted);white-space:nowrap}
.reason{color:var(--muted);font-size:12.5px;line-height:1.35;display:inline-block;max-width:230px;text-align:left}
.key{color:var(--muted);font-size:12.5px;display:inline-block;min-width:27px}
figure{margin:4px 0 22px}
figcaption{font-size:13.5px;margin-top:6px}
.figure{display:block;width:100%;height:auto;overflow:visible}
.figure text{font-size:14px;fill:var(--text)}
.figure .tick{fill:var(--muted);font-size:12.5px;text-anchor:middle}
.figure .note{fill:var(--muted);font-size:13px;text-anchor:end}
.figure .grid{stroke:var(--line);stroke-width:1;stroke-dasharray:2 4}
.figure .row{stroke:var(--line);stroke-width:1;opacity:.7}
.figure .tone-muted{--tone:var(--muted)}.figure .tone-accent{--tone:var(--accent)}.figure .tone-agree{--tone:var(--agree)}
.figure .tone-differ{--tone:var(--differ)}.figure .tone-critical{--tone:var(--critical)}
.figure .band{fill:var(--tone);stroke:none;opacity:.09}
.figure .whisker{stroke:var(--tone);stroke-width:2.2;stroke-linecap:round}
.figure .mark circle,.figure .mark path{fill:var(--tone);stroke:var(--panel);stroke-width:2}
footer{color:var(--muted);font-size:13.5px;border-top:1px solid var(--line);padding-top:18px;margin-top:30px}
footer strong{color:var(--text)}
footer dl{margin:0}
footer dl div{display:flex;gap:14px;margin-bottom:3px}
footer dt{flex:0 0 90px}
footer dd{margin:0;min-width:0;overflow-wrap:anywhere}
@media (max-width:720px){figure{overflow-x:auto}.figure{min-width:640px}table{min-width:520px}tbody th{min-width:110px}main{padding:24px 16px}.cards{grid-template-columns:repeat(2,1fr)}.panel{padding:18px 16px}}
@media print{
:root{--bg:#FFFFFF;--panel:#FFFFFF;--line:#C9C5BA;--text:#000000;--muted:#444A50;--accent:#0E5A6B;--agree:#2B7A4B;--differ:#B5541F;--critical:#9B1B30}
@page{size:A4;margin:16mm 14mm}
html{font-size:11pt}main{max-width:none;padding:0}
.panel{border:0;border-top:1.5px solid var(--line);border-radius:0;padding:14px 0 0;margin:16px 0}
.card,.notice,figure,tr,.errors li,footer{break-inside:avoid}
h2,h3{break-after:avoid}
.scroll,figure{overflow:visible}.figure,table{min-width:0}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
)css";
}

}  // namespace etalon::report
