import { upperTail, zOfTail } from './normal.ts'

/** Records by whether they have something, and by how they turned out. */
export interface Table {
  readonly withGood: number
  readonly withBad: number
  readonly withoutGood: number
  readonly withoutBad: number
}

/** How much more often records with something turn out well than those without it that are alike otherwise. */
export interface Lift {
  /** 2: twice as often. */
  readonly lift: number
  /** The standard error of its logarithm. */
  readonly error: number
  /** The ratio of the odds likewise, which does not shrink where nearly all turn out well. */
  readonly odds: number
  readonly oddsError: number
  /** How far it is from 1 in standard errors; 0 where there are too few records to tell. */
  readonly z: number
  /** The chance of such a z, or one further out, if it made no difference. */
  readonly p: number
}

/** Fewer expected records on either side and the test is no test. */
const LEAST_EXPECTED = 5

/**
 * The ratio of the shares of good records with and without something, over strata within which records are alike:
 *
 *     lift = Σ(a·n₀/n) ÷ Σ(c·n₁/n),  var ln lift = Σ((n₁·n₀·(a+c) − a·c·n)/n²) ÷ (Σ(a·n₀/n) · Σ(c·n₁/n))
 *
 * with a of n₁ records good that have it, and c of n₀ that lack it, of n in the stratum. That is Mantel and Haenszel’s
 * estimate with the variance of Greenland and Robins (Biometrics 41, 1985), which for one stratum is the log interval of
 * Katz et al. (Biometrics 34, 1978). The odds are theirs with the variance of Robins, Breslow and Greenland (Biometrics
 * 42, 1986); the test is Cochran–Mantel–Haenszel’s with the correction
 * for continuity (JNCI 22, 1959), made only where Mantel and Fleiss’s criterion holds (Am. J. Epidemiology 112, 1980).
 */
export function liftOf(strata: readonly Table[]): Lift {
  const { z, p } = test(strata)
  const ratios = { ...ratio(strata), ...oddsRatio(strata) }
  if (Number.isFinite(Math.log(ratios.lift)) && Number.isFinite(Math.log(ratios.odds)))
    return { ...ratios, z, p }
  // A side without any good or any bad record: half a record more in each cell (Haldane and Anscombe, 1956).
  const all = [halved(sum(strata))]
  return { ...ratio(all), ...oddsRatio(all), z, p }
}

/** Between which lifts the true one lies, but for `miss` of all such intervals. */
export function interval({ lift, error }: Pick<Lift, 'lift' | 'error'>, miss: number) {
  const away = zOfTail(miss / 2) * error
  return { low: lift * Math.exp(-away), high: lift * Math.exp(away) }
}

/** All strata as one. */
export const sum = (strata: readonly Table[]): Table =>
  strata.reduce(
    (all, one) => ({
      withGood: all.withGood + one.withGood,
      withBad: all.withBad + one.withBad,
      withoutGood: all.withoutGood + one.withoutGood,
      withoutBad: all.withoutBad + one.withoutBad,
    }),
    NOBODY,
  )

const NOBODY: Table = { withGood: 0, withBad: 0, withoutGood: 0, withoutBad: 0 }

const halved = ({ withGood, withBad, withoutGood, withoutBad }: Table): Table => ({
  withGood: withGood + 0.5,
  withBad: withBad + 0.5,
  withoutGood: withoutGood + 0.5,
  withoutBad: withoutBad + 0.5,
})

function ratio(strata: readonly Table[]): Pick<Lift, 'lift' | 'error'> {
  let [above, below, spread] = [0, 0, 0]
  for (const { withGood: a, withBad: b, withoutGood: c, withoutBad: d } of strata) {
    const [having, lacking, all] = [a + b, c + d, a + b + c + d]
    if (having === 0 || lacking === 0) continue
    above += (a * lacking) / all
    below += (c * having) / all
    spread += (having * lacking * (a + c) - a * c * all) / all ** 2
  }
  return { lift: above / below, error: Math.sqrt(spread / (above * below)) }
}

function oddsRatio(strata: readonly Table[]): Pick<Lift, 'odds' | 'oddsError'> {
  let [agreeing, opposed, both, mixed, neither] = [0, 0, 0, 0, 0]
  for (const { withGood: a, withBad: b, withoutGood: c, withoutBad: d } of strata) {
    const all = a + b + c + d
    if (all === 0) continue
    const [along, across, r, s] = [(a + d) / all, (b + c) / all, (a * d) / all, (b * c) / all]
    agreeing += r
    opposed += s
    both += along * r
    mixed += along * s + across * r
    neither += across * s
  }
  const variance =
    both / (2 * agreeing ** 2) + mixed / (2 * agreeing * opposed) + neither / (2 * opposed ** 2)
  return { odds: agreeing / opposed, oddsError: Math.sqrt(variance) }
}

function test(strata: readonly Table[]): Pick<Lift, 'z' | 'p'> {
  let [more, variance, expected, least, most] = [0, 0, 0, 0, 0]
  for (const { withGood: a, withBad: b, withoutGood: c, withoutBad: d } of strata) {
    const [having, lacking, good, bad, all] = [a + b, c + d, a + c, b + d, a + b + c + d]
    if (all < 2) continue
    expected += (having * good) / all
    more += a - (having * good) / all
    variance += (having * lacking * good * bad) / (all ** 2 * (all - 1))
    least += Math.max(0, good - lacking)
    most += Math.min(good, having)
  }
  if (variance === 0 || Math.min(expected - least, most - expected) < LEAST_EXPECTED) return { z: 0, p: 1 }
  const z = (Math.sign(more) * Math.max(0, Math.abs(more) - 0.5)) / Math.sqrt(variance)
  return { z, p: Math.min(1, 2 * upperTail(Math.abs(z))) }
}
