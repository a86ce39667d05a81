import { doubtful, type Meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { noneLive } from './profile-names-phrases.ts'
import type { MakeProfile } from './profile-phrases.ts'

const noIcp = phrase(
  'fit|fits|fitting|match|matches|matching|have|has|having|with no icp|icps',
  'fit|fits|match|matches no icp of ours',
  'no icp fit|match?',
  'no icps',
  'outside of? all|any|every icps|icp',
)
const noPersona = phrase(
  'fit|fits|fitting|match|matches|matching|have|has|having|with no persona|personas',
  'fit|fits|fitting|match|matches|matching|have|has|having|with no persona|personas of|in|inside their|the|its|our icp|icps',
  'with? no persona fit|match?',
  'no personas',
)

const NO_PERSONA = 'They have an ICP: “no persona” is read as none of its personas fitting.'

/** `fit no ICP`, `no persona fit`: the ICP fits, and none of its personas. */
export const unfit =
  (make: MakeProfile): Parser<Meaning> =>
  (reading, at) => {
    const { negative, end: start } = polarity(reading, at)
    if (negative) return undefined
    const icp = noIcp(reading, start)
    const persona = reading.entity === 'company' ? -1 : noPersona(reading, start)
    const end = Math.max(icp, persona)
    if (end < 0) return undefined
    const kind = persona > icp ? 'persona' : 'icp'
    const doubts = noneLive(reading, kind, at, end)
    if (doubts.length > 0) return { value: doubtful(...doubts), end }
    const plain = /\bfit$|of their icp$/.test(
      reading.tokens
        .slice(at, end)
        .map(({ word }) => word)
        .join(' '),
    )
    const assumptions = kind === 'icp' || plain ? [] : [NO_PERSONA]
    return { value: { criteria: make({ kind, unfit: true }), assumptions, doubts: [] }, end }
  }
