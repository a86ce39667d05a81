import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds in one tick of what Linux counts: 100 a second on every machine that Node runs on. */
const TICK = 10

/**
 * Milliseconds of processor that the threads of a process took so far, by their names; workers of one name are one.
 * Empty where the system does not tell (only Linux does).
 */
export function threadTimes(pid: number): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const task of tasksOf(pid)) {
    const stat = readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8')
    // pid (name) state …: the 12th and 13th after the name are the ticks of the program and of the system for it.
    const [name = '', rest = ''] = stat.slice(stat.indexOf('(') + 1).split(/\) (?=[A-Z] )/)
    const [user = 0, system = 0] = rest.split(' ').slice(11, 13).map(Number)
    times.set(name, (times.get(name) ?? 0) + (user + system) * TICK)
  }
  return times
}

function tasksOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}
