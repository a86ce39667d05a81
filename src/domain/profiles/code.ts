import type { Profiles } from './read.ts'

const LONGEST = 24

/** A code for a name: `SMB SaaS` → `SMB-SAAS`; with a number behind it where `taken` has it already. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const code =
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]+/g, '-')
      .slice(0, LONGEST)
      .replaceAll(/^-+|-+$/g, '') || 'PROFILE'
  if (!taken.has(code)) return code
  for (let nth = 2; ; nth++) {
    const numbered = `${code}-${nth}`
    if (!taken.has(numbered)) return numbered
  }
}

/** The code for a new ICP (`icpId` null), or for a new persona of an ICP, that no other one there has. */
export const freeCode = (profiles: Profiles, icpId: string | null, name: string): string =>
  codeFor(
    name,
    new Set(
      (icpId === null
        ? profiles.list().filter(({ kind }) => kind === 'icp')
        : profiles.personasOf(icpId)
      ).map(({ code }) => code),
    ),
  )
