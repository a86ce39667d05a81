import type { ModelRun } from '../../run/result.ts'
import { VERDICTS } from '../../scorers/verdict.ts'
import { dollars, percent, rightOf, seconds, tokenCount } from '../figures.ts'
import { type Group, groupsOf } from '../groups.ts'
import type { Price } from '../price.ts'
import { type Tally, tally } from '../tally.ts'
import { html, type Markup } from './markup.ts'

/** A card for each model: how much is right, and what it took. */
export const modelCards = (runs: readonly ModelRun[], prices: ReadonlyMap<string, Price>): Markup =>
  html`<div class="models">${runs.map(({ model, results }) => card(model, tally(results, prices.get(model))))}</div>`

function card(model: string, figures: Tally): Markup {
  const { tokens, cost, p50, p95, steps, callErrors } = figures
  const facts: readonly (readonly [string, string])[] = [
    ...VERDICTS.map((verdict) => [verdict, String(figures[verdict])] as const),
    [
      'tokens in',
      `${tokenCount(tokens.input)}${tokens.cached > 0 ? ` (${tokenCount(tokens.cached)} cached)` : ''}`,
    ],
    ['tokens out', tokenCount(tokens.output)],
    ['cost', dollars(cost)],
    ['a turn: p50, p95', `${seconds(p50)}, ${seconds(p95)}`],
    ['steps a turn', steps.toFixed(2)],
    ['failed calls', String(callErrors)],
  ]
  return html`<section class="model"><h3>${model}</h3><p class="share">${percent(figures)}</p>
${bar(figures)}<p class="soft">${rightOf(figures)} right</p>
<dl>${facts.map(([name, value]) => html`<dt class="${name === 'wrong' && figures.wrong > 0 ? 'wrong' : ''}">${name}</dt><dd>${value}</dd>`)}</dl></section>`
}

const bar = (figures: Tally): Markup =>
  html`<div class="bar" aria-hidden="true">${VERDICTS.filter((verdict) => figures[verdict] > 0).map(
    (verdict) => html`<i class="${verdict}" style="flex-grow: ${figures[verdict]}"></i>`,
  )}</div>`

/** Suites and families in rows, models side by side. */
export function sideBySide(runs: readonly ModelRun[]): Markup {
  const heads = runs.map(({ model }) => html`<th scope="col">${model}</th><th scope="col">wrong</th>`)
  return html`<div class="scroll"><table><thead><tr><th scope="col">Suite</th><th scope="col">cases</th>${heads}</tr></thead>
<tbody>${groupsOf(runs).map((group) => row(group, runs))}</tbody></table></div>`
}

function row({ suite, family, held, holds }: Group, runs: readonly ModelRun[]): Markup {
  const tallies = runs.map(({ results }) => tally(results.filter(holds)))
  const kind = held ? 'held' : family === undefined ? 'suite' : 'family'
  const cells = tallies.map(
    (each) =>
      html`<td>${percent(each)} <span class="soft">${rightOf(each)}</span></td><td class="${each.wrong > 0 ? 'wrong' : ''}">${each.wrong}</td>`,
  )
  const name = held ? 'held out' : (family ?? suite)
  return html`<tr class="${kind}"><th scope="row">${name}</th><td>${Math.max(...tallies.map(({ cases }) => cases))}</td>${cells}</tr>`
}
