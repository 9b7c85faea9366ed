/** How the ledger looks, on a screen and on paper; which language is shown is chosen without a script. */
export const LEDGER_STYLE = `
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
body:has(#only-zh:checked) [data-in="en"], body:has(#only-en:checked) [data-in="zh"] { display: none; }
body:has(#both:checked) [data-in="en"] { opacity: .75; }
.languages { float: right; border: 1px solid #999; border-radius: .3rem; padding: .2rem .6rem; }
.languages label { margin-left: .6rem; }
h2 { margin: 2rem 0 .5rem; break-after: avoid; }
h3 { margin: 1.2rem 0 .2rem; font-size: 1rem; break-after: avoid; }
.met { color: #14692c; } .failed { color: #a51d1d; } .open { color: #7a5200; }
.pair { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); border-top: 1px solid #bbb; break-inside: avoid; }
.pair > * { padding: .5rem .8rem; overflow-wrap: anywhere; }
.sentence { font-size: 1.05rem; }
.beside { border-left: 1px solid #bbb; }
.beside p { margin: 0 0 .3rem; }
.chip { display: inline-flex; gap: .4em; margin-inline-end: .4rem; font-weight: 600; border: 1px solid currentColor; border-radius: .3rem; padding: 0 .4rem; white-space: nowrap; }
.bare .beside { background: repeating-linear-gradient(135deg, #f7eede 0 10px, #fff 10px 20px); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
ul { margin: .2rem 0 .4rem; padding-left: 1.2rem; }
code { font-size: .85em; overflow-wrap: anywhere; }
.not-whole { border: 2px solid #a51d1d; padding: .5rem 1rem; } .not-whole p { margin: 0; font-weight: 600; }
.eid { color: #555; font-size: .85em; }
details { margin: .2rem 0; } summary { cursor: pointer; }
table { border-collapse: collapse; margin: 1rem 0; } th, td { border: 1px solid #bbb; padding: .2rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.signature { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2rem; margin: 3rem 0 1rem; break-inside: avoid; }
.signature div { border-top: 1px solid #1a1a1a; padding-top: .3rem; }
.digest { font-family: ui-monospace, monospace; font-size: .8rem; overflow-wrap: anywhere; }
@media (max-width: 45rem) { .pair { grid-template-columns: 1fr; } .beside { border-left: 0; border-top: 1px dashed #bbb; } }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } .languages { display: none; } }
`;
