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
