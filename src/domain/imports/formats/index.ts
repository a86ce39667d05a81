import type { ImportFormat } from './define.ts'
import { generic } from './generic.ts'
import { orderLines } from './order-lines.ts'

/** The formats that files are tried with, in this order. */
export const importFormats: readonly ImportFormat[] = [generic, orderLines]
