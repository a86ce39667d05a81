import type { Evidence } from '#http/api.ts'

const WIDTH = 200
const HEIGHT = 22
/** The drawing spans lifts from an eighth to eightfold; what lies outside ends at its edge. */
const MOST = Math.log(8)

const placeOf = (lift: number): number =>
  (WIDTH * (Math.max(-MOST, Math.min(MOST, Math.log(lift))) + MOST)) / (2 * MOST)

/** A lift with its interval, beside the line where something makes no difference. */
export function LiftChart({ lift, low, high }: Pick<Evidence, 'lift' | 'low' | 'high'>) {
  return (
    <svg
      class="lift"
      role="img"
      aria-label={`Lift ${liftWords({ lift, low, high })}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <line class="lift-none" x1={WIDTH / 2} x2={WIDTH / 2} y1="1" y2={HEIGHT - 1} />
      <line class="lift-range" x1={placeOf(low)} x2={placeOf(high)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <circle class="lift-point" cx={placeOf(lift)} cy={HEIGHT / 2} r="4" />
    </svg>
  )
}

/** `2.1 (1.6 to 2.8)` */
export const liftWords = ({ lift, low, high }: Pick<Evidence, 'lift' | 'low' | 'high'>): string =>
  `${digits(lift)} (${digits(low)} to ${digits(high)})`

const digits = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value >= 10 ? 0 : value < 1 ? 2 : 1 })
