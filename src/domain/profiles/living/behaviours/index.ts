import { basketSize } from './basket-size.ts'
import { category } from './category.ts'
import type { Behaviour } from './define.ts'
import { device } from './device.ts'
import { discount } from './discount.ts'
import { hourOfDay } from './hour-of-day.ts'
import { orderGap } from './order-gap.ts'
import { response } from './response.ts'
import { salesChannel } from './sales-channel.ts'
import { timeToBuy } from './time-to-buy.ts'
import { weekday } from './weekday.ts'

/** What customers are grouped by. */
export const behaviours: readonly Behaviour[] = [
  hourOfDay,
  weekday,
  device,
  salesChannel,
  category,
  discount,
  basketSize,
  orderGap,
  timeToBuy,
  response,
]
