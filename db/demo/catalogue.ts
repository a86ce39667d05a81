import { money, type Row, serial } from './rows.ts'

export type Category =
  | 'Coffee Beans'
  | 'Pods'
  | 'Equipment'
  | 'Mugs & Cups'
  | 'Tea'
  | 'Gifts'
  | 'Subscriptions'
  | 'Accessories'

export interface Product {
  readonly id: string
  readonly title: string
  readonly category: Category
  /** Missing on a few, as in any catalogue that people keep by hand. */
  readonly brand: string
  /** In cents. */
  readonly price: number
  /** How often it sells, next to the others of its category. */
  readonly popularity: number
  readonly tags: string
}

type Entry = readonly [title: string, brand: string, dollars: number, popularity: number, tags: string]

const SHELVES: Readonly<Record<Category, readonly Entry[]>> = {
  'Coffee Beans': [
    ['House Blend Beans 340g', 'Fernhollow', 16.5, 10, 'blend|medium roast'],
    ['House Blend Beans 1kg', 'Fernhollow', 42, 6, 'blend|medium roast|bulk'],
    ['Night Train Espresso Beans 340g', 'Fernhollow', 17.5, 8, 'espresso|dark roast'],
    ['Night Train Espresso Beans 1kg', 'Fernhollow', 45, 5, 'espresso|dark roast|bulk'],
    ['Ethiopia Guji Natural Beans 250g', 'Fernhollow', 19.5, 5, 'single origin|light roast|organic'],
    ['Colombia Huila Washed Beans 340g', 'Fernhollow', 18.5, 5, 'single origin|medium roast'],
    ['Kenya Nyeri AA Beans 250g', 'Fernhollow', 21, 3, 'single origin|light roast'],
    ['Sumatra Mandheling Beans 340g', 'Fernhollow', 18, 3, 'single origin|dark roast'],
    ['Swiss Water Decaf Beans 340g', 'Fernhollow', 17, 3, 'decaf|medium roast'],
    ['Panama Geisha Beans 150g', 'Fernhollow', 48, 0.6, 'single origin|light roast|limited'],
  ],
  Pods: [
    ['House Blend Pods, 20 pack', 'Podlark', 14, 8, 'blend|compostable'],
    ['Espresso Forte Pods, 20 pack', 'Podlark', 15, 7, 'espresso|compostable'],
    ['Decaf Pods, 20 pack', 'Podlark', 15, 3, 'decaf|compostable'],
    ['Variety Pods, 60 pack', 'Podlark', 39, 4, 'bulk|compostable'],
  ],
  Equipment: [
    ['Brasswick Solo Espresso Machine', 'Brasswick', 649, 1, 'espresso|machine'],
    ['Brasswick Duo Espresso Machine', 'Brasswick', 1290, 0.3, 'espresso|machine|limited'],
    ['Brasswick Burr Grinder', 'Brasswick', 189, 2, 'grinder'],
    ['Hand Grinder', 'Brasswick', 64, 2.5, 'grinder|travel'],
    ['Gooseneck Kettle', 'Brasswick', 79, 3, 'filter'],
    ['Moka Pot', 'Tornavento', 38, 4, 'espresso|stovetop'],
    ['French Press', 'Tornavento', 34, 4, 'filter'],
    ['Cold Brew Maker', 'Tornavento', 36, 3, 'cold brew|summer'],
    ['Milk Frother', 'Tornavento', 49, 3, 'milk'],
  ],
  'Mugs & Cups': [
    ['Stoneware Mug', 'Kilnfolk', 22, 6, 'ceramic'],
    ['Espresso Cups, Set of 4', 'Kilnfolk', 36, 3, 'ceramic|espresso'],
    ['Travel Tumbler', 'Tornavento', 29, 5, 'travel|steel'],
    ['Double-Wall Glass', 'Kilnfolk', 19, 3, 'glass'],
  ],
  Tea: [
    ['Breakfast Tea, 50 bags', 'Misty Terrace', 11, 6, 'black tea'],
    ['Jade Sencha 100g', 'Misty Terrace', 16, 4, 'green tea|organic'],
    ['Chamomile Blend 80g', 'Misty Terrace', 12.5, 4, 'herbal|decaf'],
    ['Masala Chai 150g', 'Misty Terrace', 14, 4, 'black tea|spiced'],
  ],
  Gifts: [
    ['Tasting Flight Gift Box', 'Fernhollow', 54, 5, 'gift|sampler'],
    ['Holiday Hamper', 'Fernhollow', 98, 2, 'gift|holiday|limited'],
    ['Starter Kit', 'Fernhollow', 72, 3, 'gift|filter'],
    ['Gift Card $50', '', 50, 3, 'gift|digital'],
  ],
  Subscriptions: [
    ['Beans Subscription, Monthly Bag', 'Fernhollow', 15, 6, 'subscription'],
    ['Beans Subscription, Two Bags', 'Fernhollow', 28, 4, 'subscription'],
    ['Office Subscription 5kg', 'Fernhollow', 165, 0.5, 'subscription|bulk|office'],
  ],
  Accessories: [
    ['Paper Filters, 100 pack', 'Tornavento', 7.5, 6, 'filter|consumable'],
    ['Airtight Canister', 'Kilnfolk', 28, 3, 'storage'],
    ['Descaling Powder', '', 9.5, 3, 'consumable'],
    ['Barista Tote', 'Fernhollow', 18, 1.5, 'apparel'],
  ],
}

const CATEGORIES: readonly Category[] = [
  'Coffee Beans',
  'Pods',
  'Equipment',
  'Mugs & Cups',
  'Tea',
  'Gifts',
  'Subscriptions',
  'Accessories',
]

/** Everything the shop sells. */
export const CATALOGUE: readonly Product[] = CATEGORIES.flatMap((category) =>
  SHELVES[category].map((entry) => ({ category, entry })),
).map(({ category, entry: [title, brand, dollars, popularity, tags] }, index) => ({
  id: serial('P', index + 1, 3),
  title,
  category,
  brand,
  price: Math.round(dollars * 100),
  popularity,
  tags,
}))

export const productRows = (): Row<'products'>[] =>
  CATALOGUE.map((product) => ({
    id: product.id,
    title: product.title,
    category: product.category,
    brand: product.brand,
    price: money(product.price),
    sku: product.tags.includes('digital')
      ? ''
      : `${product.category.slice(0, 2).toUpperCase()}-${product.id}`,
    tags: product.tags,
  }))
