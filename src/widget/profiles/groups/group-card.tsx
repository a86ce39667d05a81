import type { GroupView, GroupsView } from '#http/api.ts'
import { number } from '../../api/format.ts'

interface Props {
  readonly group: GroupView
  readonly goal: GroupsView['goal']
  readonly chosen: boolean
  onChoose(chosen: boolean): void
}

/** One group: what sets it apart, how it does on the goal, and the criteria that it is saved as. */
export function GroupCard({ group, goal, chosen, onChoose }: Props) {
  const { name, size, percent, apart, goal: figures, filters, scores } = group
  return (
    <li class="card">
      <label class="group-head">
        <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />{' '}
        <strong dir="auto">{name}</strong>{' '}
        <span class="muted">
          {number(size)} customers, {percent}
        </span>
      </label>
      <ul class="funnel group-bars">
        {apart.map((trait) => (
          <li key={trait.label}>
            <span dir="auto">
              <strong>{trait.group}</strong> {trait.label} <span class="muted">others {trait.rest}</span>
            </span>
            <Beside values={trait.values} />
          </li>
        ))}
      </ul>
      {figures === null ? (
        <p class="muted">Too few are known to say how they do on the goal.</p>
      ) : (
        <p>
          {goal.measure}: <strong>{figures.group}</strong>{' '}
          <span class="muted">
            others {figures.rest};{' '}
            {figures.effect === 'unclear' ? 'no clear difference' : `${figures.effect} by`} {figures.interval}{' '}
            (95% confidence)
          </span>
        </p>
      )}
      <details>
        <summary>Saved as a persona: customers who …</summary>
        <ul>
          {filters.map((words) => (
            <li key={words} dir="auto">
              {words}
            </li>
          ))}
          {scores.map((words) => (
            <li key={words} dir="auto">
              {words} <span class="muted">(scores)</span>
            </li>
          ))}
        </ul>
        <p class="muted">
          These find {number(group.finds)} customers: {group.precision}% of them belong to the group, and{' '}
          {group.recall}% of the group are among them. Found again in parts of the data: {group.stability}%.
        </p>
      </details>
    </li>
  )
}

/** The group’s bar above that of all others. */
function Beside({ values }: Pick<GroupView['apart'][number], 'values'>) {
  const most = Math.max(...values, 1e-9)
  return (
    <svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 9">
      <rect class="bar-left" width={(100 * values[0]) / most} height="4" />
      <rect class="bar-all" y="5" width={(100 * values[1]) / most} height="4" />
    </svg>
  )
}
