import type { SegmentView } from '#http/api.ts'

export const KINDS = {
  default: 'RFM',
  custom: 'Yours',
  list: 'Imported list',
} as const satisfies Record<SegmentView['kind'], string>

export const USERS = {
  segment: 'segment',
  audience: 'audience',
  'routing rule': 'routing rule',
  indicator: 'indicator',
  profile: 'ICP or persona',
} as const satisfies Record<SegmentView['usedBy'][number]['type'], string>

/** The address of a segment's page; of one tab of it. By id, or by name. */
export const segmentPath = (idOrName: string, tab?: string): string =>
  `/segments/${encodeURIComponent(idOrName)}${tab === undefined ? '' : `/${tab}`}`
