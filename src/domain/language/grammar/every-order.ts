import { phrase } from './phrase.ts'

/** `every order`, `each of their purchases`, `every order they ever placed`: all orders of somebody. */
export const eachOrder = phrase(
  'with|whose|where|had|have? every|each single|one? order|purchase|basket of? theirs?',
  'each and every single|one? of? their|his|her|the? order|orders|purchase|purchases|basket they? ever? placed|made?',
  'with|whose|where? every|each single|one? order|purchase that? they|he|she have|has|had? ever? placed|made|had',
  'with|whose|where|had|have? every|each single|one? one? of their|his|her|the orders|purchases|baskets',
  'with|whose|where? every|each single|one? one? of their|his|her|the orders|purchases they? ever? placed|made',
)

/** "every order", "all of their orders": what all orders of somebody are like. */
export const everyOrder = phrase(
  'every|each single? order|purchase they|theirs? placed|made?',
  'every|each single? one? of their|his|her|the orders|purchases',
  'all of? their|the? orders|purchases',
  'all orders|purchases',
  'a|an|the|their|whose? smallest|cheapest|lowest|minimum single? order|purchase value|total?',
  'whose every order',
)
