import { foldText } from '#kernel/text.ts'
import { SIGNAL_TYPES, type SignalType } from './types.ts'

/** A name as data and people may write it: `Demo Requested`, `demo-requested` and `demo_requested` are one. */
const spellings = (name: string): readonly string[] => [
  name,
  name.replaceAll('_', ' '),
  name.replaceAll('_', '-'),
]

/** The types by every name, folded, that data has for them. */
export const SIGNAL_NAMES: ReadonlyMap<string, SignalType> = new Map(
  SIGNAL_TYPES.flatMap((type) =>
    [type.key, foldText(type.label).replaceAll(/[ -]/g, '_'), ...type.also]
      .flatMap(spellings)
      .map((name): [string, SignalType] => [name, type]),
  ),
)

/** The type that a signal's name is one of; undefined for those that only the data knows. */
export const signalTypeOf = (name: string): SignalType | undefined => SIGNAL_NAMES.get(foldText(name))

const byKey = new Map(SIGNAL_TYPES.map((type) => [type.key, type]))

/** Is it that type, or a case of it? */
export function isUnder(type: SignalType, key: string): boolean {
  if (type.key === key) return true
  const wider = type.under === null ? undefined : byKey.get(type.under)
  return wider !== undefined && isUnder(wider, key)
}

/** What people call a type of the data: `job change`, `pricing page visit`; an unknown one as it is written. */
export function signalLabel(name: string): string {
  const type = signalTypeOf(name)
  // Of two names for one type only one can have the type’s own, or nobody could tell them apart.
  return type?.key === foldText(name) ? lowerFirst(type.label) : name
}

/** `IPO` keeps its letters. */
const lowerFirst = (label: string): string => (/^[A-Z]{2}/.test(label) ? label : label.toLowerCase())
