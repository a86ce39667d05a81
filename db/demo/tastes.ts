import { CATALOGUE, type Category, type Product } from './catalogue.ts'
import { chooser, type Random } from './random.ts'

/** What someone comes for; it colours what they buy, look at, and say that they care about. */
export interface Taste {
  readonly name: string
  readonly share: number
  readonly interests: readonly string[]
  /** How often a line is of the category; categories left out are bought by chance only. */
  readonly categories: Readonly<Partial<Record<Category, number>>>
}

const TASTES: readonly Taste[] = [
  {
    name: 'espresso',
    share: 26,
    interests: ['espresso', 'latte art', 'home barista', 'dark roast'],
    categories: { 'Coffee Beans': 61, Equipment: 12, 'Mugs & Cups': 8, Accessories: 8, Gifts: 4 },
  },
  {
    name: 'filter',
    share: 28,
    interests: ['pour over', 'single origin', 'light roast', 'sustainability'],
    categories: { 'Coffee Beans': 66, Equipment: 7, Accessories: 14, 'Mugs & Cups': 5, Tea: 3, Gifts: 3 },
  },
  {
    name: 'pods',
    share: 18,
    interests: ['pods', 'quick coffee', 'flavored coffee'],
    categories: { Pods: 84, 'Mugs & Cups': 6, Accessories: 4, Gifts: 3 },
  },
  {
    name: 'tea',
    share: 12,
    interests: ['tea', 'herbal', 'wellness', 'decaf'],
    categories: { Tea: 80, 'Mugs & Cups': 9, 'Coffee Beans': 5, Gifts: 4 },
  },
  {
    name: 'presents',
    share: 9,
    interests: ['gifting', 'home decor'],
    categories: { Gifts: 58, 'Mugs & Cups': 22, Equipment: 8, Tea: 6, 'Coffee Beans': 6 },
  },
  {
    name: 'delivery',
    share: 7,
    interests: ['subscriptions', 'single origin', 'home barista'],
    categories: { Subscriptions: 86, 'Coffee Beans': 8, Accessories: 5 },
  },
]

/** A little of everything finds its way into anyone's basket. */
const BY_CHANCE = 0.6

export const chooseTaste = chooser(TASTES, (taste) => taste.share)

const shelves = new Map(
  TASTES.map((taste) => {
    const inCategory = new Map<Category, number>()
    for (const { category, popularity } of CATALOGUE) {
      inCategory.set(category, (inCategory.get(category) ?? 0) + popularity)
    }
    const weight = ({ category, popularity }: Product) =>
      ((taste.categories[category] ?? BY_CHANCE) * popularity) / (inCategory.get(category) ?? 1)
    return [taste, chooser(CATALOGUE, weight)]
  }),
)

const ofCategory = new Map<Category, (random: Random) => Product>()

/** A product as this taste would choose it. */
export function chooseProduct(taste: Taste, random: Random): Product {
  const choose = shelves.get(taste)
  if (choose === undefined) throw new RangeError(`No such taste: ${taste.name}`)
  return choose(random)
}

/** A product of one category, the popular ones more often. */
export function chooseFrom(category: Category, random: Random): Product {
  let choose = ofCategory.get(category)
  if (choose === undefined) {
    choose = chooser(
      CATALOGUE.filter((product) => product.category === category),
      (product) => product.popularity,
    )
    ofCategory.set(category, choose)
  }
  return choose(random)
}
