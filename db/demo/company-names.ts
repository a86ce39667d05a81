import type { Industry } from './industries.ts'
import { plainLetters } from './names.ts'
import type { Random } from './random.ts'

interface CompanyName {
  readonly name: string
  /** Below example.com, which nobody can own (RFC 2606). */
  readonly domain: string
}

const FIRST =
  'Alder Amber Anchor Arbor Aspen Beacon Birch Blue Bright Bramble Canal Cedar Clover Copper Coral Crescent Driftwood Elm Falcon Fern Foxglove Garnet Granite Harbor Hazel Heron Indigo Ivory Jasper Juniper Keystone Lantern Laurel Linden Maple Marble Meadow Meridian Moss Northern Oak Opal Orchard Osprey Pebble Pine Prairie Quarry Raven Ridge River Rowan Saffron Sage Silver Slate Sparrow Stone Summit Thistle Timber Union Velvet Walnut Willow Wren'.split(
    ' ',
  )
const SECOND = [
  'bank',
  'bridge',
  'brook',
  'crest',
  'dale',
  'field',
  'ford',
  'gate',
  'hill',
  'line',
  'mark',
  'point',
]

/** A name that no other company has. */
export function drawCompanyName(industry: Industry, taken: Set<string>, random: Random): CompanyName {
  let name: string
  do {
    name = `${random.pick(FIRST)}${random.pick(SECOND)} ${random.pick(industry.suffixes)}`
  } while (taken.has(name))
  taken.add(name)
  return { name, domain: `${name.split(' ').map(plainLetters).join('-')}.example.com` }
}
