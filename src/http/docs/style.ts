/** The look of the documentation: no font, no picture, nothing fetched; light and dark as the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: light-dark(#9c2b1f, #ff9a8a); }
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: 17rem minmax(0, 1fr); font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; border-right: 1px solid var(--line); font-size: .87rem; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; }
nav li { margin: .2rem 0; overflow-wrap: break-word; }
nav li a { display: flex; gap: .3rem; }
main { padding: 1rem 2rem 6rem; max-width: 64rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; } h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); } h3 { margin: 2rem 0 .5rem; }
a { color: var(--accent); text-decoration: none; } a:hover, a:focus-visible { text-decoration: underline; }
code, pre, textarea, input { font: .87rem/1.5 ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; }
pre, textarea { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: .7rem; overflow: auto; max-height: 28rem; margin: .5rem 0; }
textarea { width: 100%; height: 16rem; color: inherit; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; white-space: nowrap; }
summary { cursor: pointer; } details { margin: .5rem 0; }
.verb { display: inline-block; min-width: 3.2rem; font-weight: 700; color: var(--accent); }
.required { color: var(--accent); }
button, select { font: inherit; padding: .25rem .8rem; max-width: 100%; }
section:target > h3 { background: var(--soft); }
@media (max-width: 68rem) {
  table, tbody, tr, td { display: block; } thead { display: none; }
  tr { padding: .4rem 0; border-bottom: 1px solid var(--line); } td { padding: 0; border: 0; } td:first-child, td:first-child code { font-weight: 600; }
}
@media (max-width: 55rem) { body { display: block; } nav { position: static; height: auto; border: 0; } main { padding: 1rem; } }
@media print { nav, form { display: none; } }
`;
