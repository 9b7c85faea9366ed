/** How a report looks, on a screen and on paper: what failed is told by a mark and a word, not by its colour alone. */
export const REPORT_STYLE = `
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
h2, .place, td, th, dd, blockquote { overflow-wrap: anywhere; }
.law, .place { color: #555; margin: 0; }
.passed { color: #14692c; } .failed { color: #a51d1d; }
article { border-left: 4px solid #a51d1d; padding: .2rem 1rem; margin: 1rem 0; break-inside: avoid; }
h3, h4 { margin: .6rem 0 .2rem; break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; } dd { margin: 0; }
.expected { color: #14692c; } .got { color: #a51d1d; }
.rule { margin: .4rem 0; } .rule p { margin: 0; }
blockquote { margin: .2rem 0 .2rem 1rem; white-space: pre-wrap; } cite { font-style: normal; font-weight: 600; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; } th, td { border: 1px solid #bbb; padding: .2rem .5rem; text-align: left; vertical-align: top; }
td:first-child { white-space: nowrap; } thead { display: table-header-group; } tr { break-inside: avoid; }
@media print { body { max-width: none; margin: 0; font-size: 11pt; } }
`;
