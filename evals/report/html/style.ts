/** Both colour schemes, down to the width of a phone. Nothing is loaded. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfbfa; --card: #fff; --ink: #1d2127; --soft: #626a75; --line: #e2e4e8;
  --right: #1a7f4b; --fair: #1d6fb8; --missed: #8a6100; --wrong: #c62a2f; --failed: #7a4bb0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14161a; --card: #1c1f24; --ink: #e7e9ec; --soft: #9aa2ad; --line: #30343b;
    --right: #4fc587; --fair: #6cb2f0; --missed: #d9ae4a; --wrong: #ff7b7b; --failed: #c39bf0;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 2.2rem 0 .7rem; }
p { margin: .3rem 0; }
.soft { color: var(--soft); }
.models { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); margin-top: 1.2rem; }
.model { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem; }
.model h3 { margin: 0; font-size: .95rem; overflow-wrap: anywhere; }
.model .share { font-size: 1.8rem; font-weight: 650; line-height: 1.2; }
.bar { display: flex; height: .5rem; border-radius: .25rem; overflow: hidden; background: var(--line); margin: .4rem 0 .6rem; }
.bar i { display: block; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .8rem; margin: .6rem 0 0; font-size: .87rem; }
dt { color: var(--soft); } dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { padding: .38rem .75rem; text-align: right; white-space: nowrap; border-top: 1px solid var(--line); font-variant-numeric: tabular-nums; }
thead th { border-top: 0; font-weight: 600; }
th:first-child { text-align: left; font-weight: 400; position: sticky; left: 0; background: var(--card); }
tr.suite th { font-weight: 650; } tr.family th:first-child { padding-left: 1.6rem; } tr.held th:first-child { padding-left: 1.6rem; font-style: italic; }
.verdict { font-weight: 600; font-size: .8rem; white-space: nowrap; }
.right { color: var(--right); } .fair { color: var(--fair); } .missed { color: var(--missed); }
.wrong { color: var(--wrong); } .failed { color: var(--failed); }
i.right { background: var(--right); } i.fair { background: var(--fair); } i.missed { background: var(--missed); }
i.wrong { background: var(--wrong); } i.failed { background: var(--failed); }
details { border-top: 1px solid var(--line); }
.cases { border: 1px solid var(--line); border-radius: .6rem; background: var(--card); overflow: hidden; }
.cases > details:first-child { border-top: 0; }
summary { cursor: pointer; padding: .5rem .8rem; display: grid; grid-template-columns: 6.2rem 1fr auto; gap: .2rem .8rem; align-items: baseline; }
summary::-webkit-details-marker { display: none; }
summary:hover { background: color-mix(in srgb, var(--ink) 5%, transparent); }
summary .id { color: var(--soft); font-size: .8rem; overflow-wrap: anywhere; }
summary .marks { display: flex; gap: .6rem; }
.inside { padding: .2rem .8rem .9rem; font-size: .9rem; }
.turn { border-left: 3px solid var(--line); padding-left: .8rem; margin: .7rem 0; }
.said { font-weight: 600; } .text { white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: .8rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; display: block; color: var(--soft); }
code.error { color: var(--wrong); }
.why { overflow-wrap: anywhere; }
.open > summary { display: block; font-size: .9rem; color: var(--soft); }
@media (max-width: 40rem) { summary { grid-template-columns: 1fr auto; } summary .id { grid-column: 1 / -1; } }
`
