import type { ModelRun, Result, TurnRecord } from '../../run/result.ts'
import { VERDICTS, type Verdict } from '../../scorers/verdict.ts'
import { seconds } from '../figures.ts'
import { html, type Markup } from './markup.ts'

interface Asked {
  readonly model: string
  readonly result: Result
}

/** Every case of a suite, the ones that went worst first; held-out ones only where they may be read. */
export function caseList(runs: readonly ModelRun[], suite: string, showHeld: boolean): Markup {
  const asked = runs.flatMap(({ model, results }) =>
    results.filter((each) => each.suite === suite).map((result) => ({ model, result })),
  )
  const told = asked.filter(({ result }) => showHeld || !result.held)
  const cases = [...Map.groupBy(told, ({ result }) => result.id).values()]
  const ordered = cases.toSorted((a, b) => severity(b) - severity(a))
  const good = ordered.filter((each) => severity(each) === 0)
  const rest = ordered.filter((each) => severity(each) > 0)
  const hidden = new Set(asked.map(({ result }) => result.id)).size - cases.length
  return html`<h2>${suite}</h2><div class="cases">${rest.map(caseOf)}${
    good.length > 0 &&
    html`<details class="open"><summary>${good.length} right</summary>${good.map(caseOf)}</details>`
  }</div>${hidden > 0 && html`<p class="soft">and ${hidden} held out, of which only figures are told</p>`}`
}

const MARKS: Readonly<Record<Verdict, string>> = {
  right: '✓ right',
  fair: '≈ fair',
  missed: '– missed',
  wrong: '✗ wrong',
  failed: '! failed',
}

const severity = (of: readonly Asked[]): number =>
  Math.max(
    ...of.map(({ result: { score } }) => (score.verdict === 'wrong' ? 9 : VERDICTS.indexOf(score.verdict))),
  )

function caseOf(of: readonly Asked[]): Markup {
  const [first] = of
  if (first === undefined) return html``
  const { id, text } = first.result
  const marks = of.map(
    ({ result: { score } }) => html`<span class="verdict ${score.verdict}">${MARKS[score.verdict]}</span>`,
  )
  return html`<details><summary><span class="id">${id}</span><span>${text}</span><span class="marks">${marks}</span></summary>
<div class="inside">${of.map((each) => html`${of.length > 1 && html`<h3>${each.model}</h3>`}${inside(each.result)}`)}</div></details>`
}

const inside = ({ family, score, turns }: Result): Markup =>
  html`<p class="soft">${family}</p>${score.why !== '' && html`<p class="why ${score.verdict}">${score.why}</p>`}${turns.map(turnOf)}`

const turnOf = ({ said, kind, words, text, calls, ms }: TurnRecord): Markup =>
  html`<div class="turn"><p class="said">${said}</p>
${calls.map(({ tool, input, error }) => html`<code class="${error === undefined ? '' : 'error'}">${tool} ${short(JSON.stringify(input) ?? '')}${error === undefined ? '' : ` → ${error}`}</code>`)}
<p class="soft">${kind}, ${seconds(ms)}${words !== null && `: ${words}`}</p><p class="text">${text}</p></div>`

const short = (text: string): string => (text.length > 400 ? `${text.slice(0, 399)}…` : text)
