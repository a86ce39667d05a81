/** How many steps of shading there are, the lightest 1; 0 is nobody. */
const SHADES = 5

/** The square root tells small numbers apart that a straight scale would shade alike. */
export const shadeOf = (customers: number, most: number): number =>
  customers <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil(SHADES * Math.sqrt(customers / most) - 1e-9))

/** The numbers that each shade stands for; a shade that no whole number falls under is left out. */
export function shadeRanges(most: number): readonly { shade: number; from: number; to: number }[] {
  const ends = Array.from({ length: SHADES }, (_, i) => Math.floor(most * ((i + 1) / SHADES) ** 2 + 1e-9))
  return ends
    .map((to, i) => ({ shade: i + 1, from: (ends[i - 1] ?? 0) + 1, to }))
    .filter(({ from, to }) => from <= to)
}
