/**
 * The style of every report. Rows carry as few class names as can be, because there are thousands of them: `l` lines, `h` by
 * hand, `w` renewals; `u` under-billed, `o` over-billed, `p` paid for nobody; `m` muted.
 */
const SCREEN = `
:root{--bg:#f5f6f8;--card:#fff;--ink:#1c2530;--dim:#566270;--line:#e2e6eb;--soft:#f0f2f5;--u:#0a6a6d;--o:#a8470f;--p:#7a3b8f;--link:#1f4e8c}
@media(prefers-color-scheme:dark){:root{--bg:#11161c;--card:#192028;--ink:#e3e8ee;--dim:#9aa7b5;--line:#2a333d;--soft:#202831;--u:#56c6c0;--o:#f0a36c;--p:#cf9be0;--link:#8ab8f0}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:.94rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
header,main{max-width:1160px;margin:0 auto;padding:0 24px}
header{padding-top:28px}
main{padding-bottom:48px}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 10px;letter-spacing:-.01em}
h2{font-size:1.2rem;line-height:1.3;margin:40px 0 12px;letter-spacing:-.005em}
h3{font-size:1rem;line-height:1.35;margin:0}
p{margin:0 0 8px}
a{color:var(--link);text-decoration:none}
a:hover,a:focus{text-decoration:underline}
.in{float:right;margin:4px 0 8px 16px;padding:2px 10px;border:1px solid var(--o);border-radius:99px;color:var(--o);font-size:.8rem;font-weight:600;white-space:nowrap}
.v{font-size:1.1rem;max-width:62em;margin-bottom:6px}
.m,figcaption{color:var(--dim);font-size:.87rem}
nav{display:flex;flex-wrap:wrap;gap:4px 18px;margin:14px 0 0;padding:10px 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);font-size:.9rem}
i{display:block;font-style:normal;font-size:.78rem;font-weight:400;color:var(--dim)}
.u{color:var(--u)}.o{color:var(--o)}.p{color:var(--p)}
.b{margin-bottom:14px}
.b h3{color:var(--dim);font-size:.87rem;letter-spacing:.06em;margin-bottom:6px}
dl{margin:0;display:grid;gap:10px;grid-template-columns:repeat(4,minmax(0,1fr))}
dt{font-size:.87rem;color:var(--dim)}
dd{margin:0;font-weight:600}
.c{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:14px 16px 12px}
.c.u,.c.o,.c.p{box-shadow:inset 0 3px 0 currentColor}
.c dd{font-size:1.4rem;line-height:1.3;letter-spacing:-.01em}
.two{grid-template-columns:repeat(2,minmax(0,280px))}
.al{grid-template-columns:repeat(3,minmax(0,1fr));margin-top:10px;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:10px 16px}
.fs{display:grid;gap:14px;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));align-items:start}
figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:14px 16px}
.ax{display:flex;justify-content:space-between;font-size:.8rem;margin:6px 0 8px}
svg{display:block;overflow:hidden}
svg text{font-size:12.5px;fill:var(--ink)}
svg .e{text-anchor:end}
line{stroke:var(--dim);stroke-opacity:.5}
rect.u,tspan.u{fill:var(--u)}rect.o,tspan.o{fill:var(--o)}
.g{margin:0 0 26px}
.g>h3{margin-bottom:2px}
.g>h3 i{display:inline;font-size:.87rem;margin-left:8px}
.g>p{max-width:66em;color:var(--dim);font-size:.9rem}
.g>p b{color:var(--ink);font-weight:400}
table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:8px;font-size:.87rem;line-height:1.4}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:8px 10px;text-align:right;vertical-align:top;font-weight:400}
td{white-space:nowrap}
th:first-child{text-align:left}
.l,.h,.w{table-layout:fixed}
.l thead th:nth-child(2),.l thead th:nth-child(3){width:64px}
.l thead th:nth-child(4){width:76px}
.l thead th:nth-child(n+5){width:126px}.l thead th:nth-child(8){width:112px}
.h thead th:nth-child(n+2){width:112px}.h thead th:last-child{width:150px}
.w thead th:nth-child(2){width:70px}.w thead th:nth-child(3),.w thead th:nth-child(n+5){width:128px}.w thead th:nth-child(4){width:250px}
td i{white-space:normal}
tbody .k{background:var(--soft);text-align:left;font-size:.94rem}
thead th{color:var(--dim);font-size:.8rem;border-bottom:1px solid var(--line)}
tbody tr+tr>*{border-top:1px solid var(--line)}
tbody b{font-weight:600}
tbody p{margin:2px 0}
td.u,td.o,td.p{font-weight:600}
small{display:block;font-size:.76rem;color:var(--dim)}
small a{color:inherit}
.x{margin-bottom:22px}
.x{table-layout:fixed}.x thead th:nth-child(2){width:84px}.x thead th:nth-child(n+3){width:190px}
.n{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:8px}
.n li{display:grid;grid-template-columns:84px 1fr;gap:12px;padding:8px 16px}
.n li+li{border-top:1px solid var(--line)}
.n b{text-align:right}
.is{margin:0 0 12px;padding-left:1.2em}
.q ol{margin:0;padding:0 0 0 3.2em;columns:3 300px;column-gap:28px;font-size:.72rem;line-height:1.5;color:var(--dim)}
li:target{background:var(--soft);color:var(--ink);outline:2px solid var(--link)}
.g,.q{content-visibility:auto;contain-intrinsic-size:auto 900px}
`;

/** Where a table has no room, rows become blocks, and each cell says what it is. */
const NARROW = `
@media screen and (max-width:940px){
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody{display:block}
tbody tr{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));gap:6px 12px;padding:12px}
tbody tr>*{display:block;padding:0;border:0!important;text-align:left}
tbody th{grid-column:1/-1}
tbody .k{background:none}
tbody tr+tr{border-top:1px solid var(--line)}
td{white-space:normal}
td::before{display:block;font-size:.76rem;font-weight:400;color:var(--dim)}
.l td:nth-child(2)::before{content:"Stellr"}.l td:nth-child(3)::before{content:"Halo"}.l td:nth-child(4)::before{content:"Invoiced"}
.l td:nth-child(5)::before{content:"Cost"}.l td:nth-child(6)::before{content:"Revenue"}.l td:nth-child(7)::before{content:"Difference"}.l td:nth-child(8)::before{content:"Since"}
.h td:nth-child(2)::before{content:"Seats"}.h td:nth-child(3)::before{content:"From"}.h td:nth-child(4)::before{content:"To"}.h td:nth-child(5)::before{content:"Days"}.h td:nth-child(6)::before{content:"To invoice once"}
.h td:nth-child(6){grid-column:span 2}
.w td:nth-child(2)::before{content:"Seats"}.w td:nth-child(3)::before{content:"Term ends"}.w td:nth-child(4)::before{content:"Last day to reduce"}.w td:nth-child(5)::before{content:"Cost a month"}.w td:nth-child(6)::before{content:"List price a month"}
.w td:nth-child(4){grid-column:span 2}
.x tr{grid-template-columns:repeat(6,minmax(0,1fr))}
.x tbody th,.x td:nth-child(2){grid-column:span 3}.x td:nth-child(n+3){grid-column:span 2}.x td:nth-child(2){text-align:right}.x td:nth-child(2)::after{content:" lines"}
.x td.z{display:none}.x td:nth-child(3)::before{content:"Under-billed"}.x td:nth-child(4)::before{content:"Over-billed"}.x td:nth-child(5)::before{content:"Otherwise"}
}
`;

const PHONE = `
@media screen and (max-width:640px){
header,main{padding-left:16px;padding-right:16px}
.in{float:none;display:inline-block;margin:0 0 8px}
h1{font-size:1.45rem}
dl{grid-template-columns:repeat(2,minmax(0,1fr))}
.c{padding:12px}.c dd{font-size:1.06rem}
.al{grid-template-columns:1fr;gap:4px}
.al div{display:flex;justify-content:space-between;align-items:baseline;gap:12px}
.al dt{flex:none}.al dd{text-align:right}
tbody tr{grid-template-columns:repeat(6,minmax(0,1fr))}
tbody td{grid-column:span 2}
.l td:nth-child(n+5),.h td:nth-child(n+5),.w td:nth-child(n+5){grid-column:span 3}
.w td:nth-child(n+2){grid-column:span 3}.w td:nth-child(4){grid-column:1/-1}
.x td:nth-child(n+3){grid-column:span 3}
.g>h3 i{display:block;margin:0}
.n li{grid-template-columns:56px 1fr;padding:8px 12px}
}
`;

const PRINT = `
@page{margin:14mm 12mm 16mm;@bottom-left{content:"Internal: shows cost";font:8pt sans-serif;color:#566270}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#566270}}
@media print{
:root{--bg:#fff;--card:#fff;--ink:#111820;--dim:#4b5663;--line:#d5dae0;--soft:#f0f2f5;--u:#0a6a6d;--o:#a8470f;--p:#7a3b8f;--link:#111820;color-scheme:light}
html{font-size:11.5px}
body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main{max-width:none;padding:0}
nav{display:none}
h2,h3,.g>p{break-after:avoid}
tr,figure,.c,.b,.n li{break-inside:avoid}
thead{display:table-header-group}
.l thead th:nth-child(n+5){width:86px}.l thead th:nth-child(8){width:74px}.l thead th:nth-child(2),.l thead th:nth-child(3){width:40px}.l thead th:nth-child(4){width:54px}
.h thead th:nth-child(n+2),.w thead th:nth-child(3),.w thead th:nth-child(n+5){width:86px}.w thead th:nth-child(2){width:46px}.w thead th:nth-child(4){width:160px}
table{border-radius:0}th,td{padding:4px 5px}
svg text{font-size:10.5px}
.x thead th:nth-child(n+3){width:120px}
.g,.q{content-visibility:visible}
}
`;

export const pageStyle = `${SCREEN}${NARROW}${PHONE}${PRINT}`.replace(/\n+/g, '');
