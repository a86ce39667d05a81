import { expect, test } from 'vitest'
import { shadeOf, shadeRanges } from './shades.ts'

test.each([1, 2, 7, 389, 1_000_000])('the legend of up to %d says what each number is shaded as', (most) => {
  const ranges = shadeRanges(most)
  for (const { shade, from, to } of ranges) {
    expect([shadeOf(from, most), shadeOf(to, most)]).toEqual([shade, shade])
  }
  expect([ranges[0]?.from, ranges.at(-1)?.to]).toEqual([1, most])
})

test('nobody is not shaded', () => {
  expect([shadeOf(0, 5), shadeOf(0, 0)]).toEqual([0, 0])
})
