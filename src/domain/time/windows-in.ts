import { type Window, windowSchema } from './window.ts'

/** Every window in plain data, however deep. */
export function windowsIn(data: unknown): readonly Window[] {
  if (typeof data !== 'object' || data === null) return []
  const whole = 'kind' in data ? windowSchema.safeParse(data) : undefined
  if (whole?.success === true) return [whole.data]
  const parts: readonly unknown[] = Object.values(data)
  return parts.flatMap(windowsIn)
}
