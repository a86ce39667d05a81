/**
 * Phone numbers that ring nowhere: each country's range set aside for fiction (555-01xx in North America,
 * and the ranges of Ofcom, ARCEP, BNetzA, ACMA, ComReg and PTS). Countries without one have no phones here.
 */
export interface PhoneBook {
  /** The next unused number in E.164, or the empty text when there is none left. */
  next(country: string): string
}

interface Range {
  readonly prefixes: readonly string[]
  /** The digits after the prefix, from the first number on. */
  readonly from: number
  readonly digits: number
  readonly size: number
}

const areas = (codes: string): readonly string[] => codes.split(' ').map((code) => `+1${code}555`)

const RANGES: Readonly<Record<string, Range>> = {
  US: {
    prefixes: areas(
      '212 213 214 215 206 202 303 305 312 313 314 315 347 404 407 408 410 412 415 416 425 469 480 503 508 510 512 516 518 602 607 612 615 617 619 626 646 650 678 702 703 704 713 716 718 720 727 737 808 813 816 818 832 845 847 858 862 914 917 919 929 949 972 973 978',
    ),
    from: 100,
    digits: 4,
    size: 100,
  },
  CA: {
    prefixes: areas('437 514 604 613 647 778 780 819 902 905 403 418 519 250'),
    from: 100,
    digits: 4,
    size: 100,
  },
  GB: { prefixes: ['+447700900'], from: 0, digits: 3, size: 1000 },
  FR: { prefixes: ['+3363998'], from: 0, digits: 4, size: 10_000 },
  DE: { prefixes: ['+493023125', '+498999998', '+494066969'], from: 0, digits: 3, size: 1000 },
  AU: { prefixes: ['+6125550', '+6135550', '+6175550'], from: 0, digits: 4, size: 10_000 },
  IE: { prefixes: ['+3532091'], from: 0, digits: 5, size: 100_000 },
  SE: { prefixes: ['+4670174'], from: 605, digits: 4, size: 95 },
}

/** Whether there are numbers for fiction in a country (ISO 3166-1 alpha-2). */
export const hasNumbers = (country: string): boolean => country in RANGES

/** People and customers share one book, so that no two of them share a number. */
export function phoneBook(): PhoneBook {
  const given = new Map<string, number>()
  return {
    next(country) {
      const range = RANGES[country]
      if (range === undefined) return ''
      const n = given.get(country) ?? 0
      given.set(country, n + 1)
      const prefix = range.prefixes[n % range.prefixes.length]
      const line = Math.floor(n / range.prefixes.length)
      if (prefix === undefined || line >= range.size) return ''
      return prefix + String(range.from + line).padStart(range.digits, '0')
    },
  }
}
