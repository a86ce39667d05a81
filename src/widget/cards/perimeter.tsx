import type { Perimeter } from '#http/api.ts'
import { number, share, subjectOf } from '../api/format.ts'

type Step = Perimeter['steps'][number]

const KINDS = {
  base: 'Begins with',
  suppression: 'Suppressed',
  consent: 'No consent',
  address: 'No address',
  holdout: 'Held out',
  unranked: 'Not ranked',
  committee: 'Over the committee',
  cap: 'Over the cap',
} as const satisfies Record<Step['kind'], string>

export const CHANNELS = { email: 'E-mail', sms: 'SMS', ads: 'Ads', sales: 'Sales' } as const satisfies Record<
  Perimeter['channel'],
  string
>

/** Who falls out of an audience at which step and why, from its base down to its members. */
export function PerimeterFunnel({ perimeter }: { perimeter: Perimeter }) {
  const { entity, steps, members, channel, reachable, notes } = perimeter
  const base = steps[0]?.left ?? 0
  return (
    <>
      <ol class="funnel perimeter" aria-label="Who falls out at which step">
        {steps.map((step, at) => (
          <li key={`${at} ${step.words}`} class={at > 0 && step.out === 0 ? 'nobody' : undefined}>
            <div class="funnel-words">
              <span>
                <span class="step-kind">{KINDS[step.kind]}</span>{' '}
                {at === 0 ? subjectOf(entity).toLowerCase() : 'because they'} {step.words}
              </span>
              <span class="figure">
                {at === 0 ? number(step.left) : step.out === 0 ? 'nobody' : `−${number(step.out)}`}
              </span>
            </div>
            <Bar step={step} base={base} />
          </li>
        ))}
        <li class="perimeter-end">
          <div class="funnel-words">
            <strong>In the audience</strong>
            <strong class="figure">
              {number(members)} <span class="muted">{share(members, base)}</span>
            </strong>
          </div>
        </li>
      </ol>
      <ul class="legend">
        <li>
          <Swatch kind="left" /> left after the step
        </li>
        <li>
          <Swatch kind="out" /> falls out here
        </li>
      </ul>
      {notes.map((note) => (
        <p key={note} class="warning" role="note">
          Mind: {note}
        </p>
      ))}
      {reachable === null ? null : <Reachable channel={channel} reachable={reachable} base={base} />}
    </>
  )
}

interface ReachableProps {
  readonly channel: Perimeter['channel']
  readonly reachable: NonNullable<Perimeter['reachable']>
  readonly base: number
}

const Reachable = ({ channel, reachable, base }: ReachableProps) => (
  <table class="channels">
    <caption class="muted">Who could be reached before holdout and cap, by channel</caption>
    <tbody>
      {(['email', 'sms', 'ads'] as const).map((each) => (
        <tr key={each} aria-current={each === channel ? 'true' : undefined}>
          <th scope="row">
            {CHANNELS[each]}
            {each === channel ? ' (this audience)' : ''}
          </th>
          <td class="figure">{number(reachable[each])}</td>
          <td class="figure muted">{share(reachable[each], base)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

function Bar({ step, base }: { step: Step; base: number }) {
  const width = (part: number) => (base === 0 ? 0 : (100 * part) / base)
  return (
    <svg
      class="bar"
      role="img"
      aria-label={`${number(step.left)} left`}
      preserveAspectRatio="none"
      viewBox="0 0 100 6"
    >
      <rect class="bar-all" width="100" height="6" />
      <rect class="bar-left" width={width(step.left)} height="6" />
      <rect class="bar-out" x={width(step.left)} width={width(step.out)} height="6" />
    </svg>
  )
}

const Swatch = ({ kind }: { kind: 'left' | 'out' }) => (
  <svg class="swatch" aria-hidden="true" viewBox="0 0 10 10">
    <rect class={`bar-${kind}`} width="10" height="10" />
  </svg>
)
