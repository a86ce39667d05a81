import { phrase } from './phrase.ts'

/** "every order", "all of their orders": what all orders of somebody are like. */
export const everyOrder = phrase(
  'every|each single? order|purchase they|theirs? placed|made?',
  'every|each single? one? of their|his|her|the orders|purchases',
  'all of? their|the? orders|purchases',
  'all orders|purchases',
  'a|an|the|their|whose? smallest|cheapest|lowest|minimum single? order|purchase value|total?',
  'whose every order',
)
