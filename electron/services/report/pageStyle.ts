import { createHash } from "node:crypto";

/** The whole look of the report page: prints on A4, needs no font, image or script. */
export const pageStyle = `
:root{--ink:#16191f;--soft:#535b69;--line:#d9dde4;--ground:#f4f5f7;--go:#146c43;--caution:#7a4f01;--stop:#b3261e;--none:#535b69}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.7 "Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP","Noto Sans JP",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:1040px;margin:0 auto;padding:28px 24px 56px}
header{display:flex;flex-wrap:wrap;gap:20px;justify-content:space-between;align-items:flex-end;margin-bottom:18px}
h1{font-size:22px;line-height:1.3;margin:0}
h2{font-size:16px;line-height:1.4;margin:32px 0 10px}
h3{font-size:15px;line-height:1.5;margin:0}
p{margin:0}
.soft{color:var(--soft);font-size:13px}
.code strong{display:block;font:700 26px/1.2 ui-monospace,"Noto Sans Mono",Consolas,monospace;letter-spacing:.04em}
.card{background:#fff;border:1px solid var(--line);border-radius:10px;padding:16px 18px}
.card+.card{margin-top:10px}
.light{display:flex;gap:20px;align-items:center;border-left:8px solid var(--tone);padding:20px 22px}
.light svg{width:68px;height:68px;flex:none}
.light strong{display:block;font-size:34px;line-height:1.2;color:var(--tone)}
.go{--tone:var(--go)}.caution{--tone:var(--caution)}.stop{--tone:var(--stop)}.unseen,.none{--tone:var(--none)}
svg{fill:none;stroke:var(--tone);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.mark{display:inline-flex;gap:6px;align-items:flex-start;color:var(--tone);font-weight:700}
.why{display:flex;flex-wrap:wrap;gap:0 14px}
.why .mark{color:var(--ink);font-weight:400}
.why .mark svg{width:16px;height:16px;margin-top:5px}
.mark svg{width:20px;height:20px;flex:none;margin-top:2px}
.todo{display:grid;grid-template-columns:12.5em minmax(0,1fr);gap:2px 12px}
.todo>*{grid-column:2}
.todo>.mark{grid-column:1;grid-row:1}
summary>.mark{width:12.5em;margin-right:8px;vertical-align:top}
summary .said{font-weight:400}
.first dl{gap:2px 18px}
.first dt{font-weight:600}
.first dd+dd{grid-column:2}
ol{margin:6px 0 0;padding-left:1.5em}
table{width:100%;border-collapse:separate;border-spacing:0;background:#fff;border:1px solid var(--line);border-radius:10px;table-layout:fixed}
th,td{text-align:left;vertical-align:top;padding:10px 14px;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
thead th{font-size:13px;font-weight:600;color:var(--soft)}
tbody th{font-weight:600}
.w2{width:20%}.w3{width:28%}
dl{margin:0;display:grid;grid-template-columns:minmax(9em,14em) minmax(0,1fr);gap:6px 18px}
dt{color:var(--soft)}
dd{margin:0}
code,pre{font:12.5px/1.55 ui-monospace,"Noto Sans Mono CJK JP",Consolas,monospace}
pre{margin:2px 0 8px;white-space:pre-wrap}
.data pre{max-height:24em;overflow:auto}
.seen{background:var(--ground);border-radius:6px;padding:6px 8px}
.said{white-space:pre-wrap}
.command{background:var(--ground);border-radius:6px;padding:10px 12px;margin:8px 0}
summary{cursor:pointer;font-weight:600}
.paper{display:none}
@media screen and (max-width:640px){main{padding:20px 14px 40px}header{align-items:flex-start}.todo,dl{grid-template-columns:minmax(0,1fr)}.todo>*,.todo>.mark,.first dd+dd{grid-column:1;grid-row:auto}summary>.mark{width:auto}table,tbody,tr,th,td{display:block}thead{display:none}tr{border-bottom:1px solid var(--line);padding:6px 0}tr:last-child{border-bottom:0}tbody th,tbody td{border:0;padding:4px 14px}td[data-name]::before{content:attr(data-name);display:block;color:var(--soft);font-size:13px}td:empty{display:none}}
@media print{body{background:#fff;font-size:8.5pt;line-height:1.5}main{max-width:none;padding:0}header{margin-bottom:8px}h1{font-size:14pt}h2{font-size:10.5pt;margin:12px 0 4px}h3{font-size:9pt}.soft,thead th,code,pre{font-size:7.5pt}.card{padding:5px 10px;border-radius:4px}.card+.card{margin-top:4px}.light{padding:6px 12px}.light svg{width:36px;height:36px}.light strong{font-size:18pt}.code strong{font-size:15pt}.mark svg,.why .mark svg{width:14px;height:14px;margin-top:1px}th,td{padding:3px 8px}table{border-radius:4px}dl{gap:1px 12px}ol{margin:1px 0 0}pre{margin:0 0 2px;padding:2px 6px}summary{list-style:none}.paper{display:block}.screen,.data{display:none}.halves{columns:2;column-gap:10px}.halves>.card{margin:0 0 4px}.todo{grid-template-columns:auto minmax(0,1fr);gap:0 8px}.todo>*{grid-column:1/-1}.todo>h3{grid-column:2;grid-row:1}.proofs .since{display:none}summary>.mark{width:auto}.why{gap:0 10px}.w2{width:16%}th .soft{display:inline;margin-left:.6em}.command{margin:2px 0}.w3{width:25%}.proofs .w3{width:37%}tr,.card{break-inside:avoid}h2{break-after:avoid}}
`.trim();

/** What the page may do: show itself with its own style. It stands in the page, and goes before it where the page is served. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(pageStyle).digest("base64")}'; base-uri 'none'; form-action 'none'`;
