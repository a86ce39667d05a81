import type { Criteria } from '../../criteria/schema.ts'

/**
 * How a wording stands in its sentence: behind “who” (“bought twice”), behind “with” (“two orders”), behind “whose”
 * (“last order was refunded”), as a plural noun of its own (“repeat buyers”), or before one (“inactive”).
 */
export const FORMS = ['who', 'with', 'whose', 'noun', 'adjective'] as const
export type Form = (typeof FORMS)[number]

/** A sentence around a wording, and what the sentence means, given what the wording means. */
export interface Frame {
  /** The message; `…` stands where the wording goes. */
  readonly text: string
  /** What is said before it in the thread. */
  readonly before?: string
  readonly means: (wording: Criteria) => Criteria
  /** What it is called in reports, where that is not its text. */
  readonly name?: string
  /** What is done to the whole message before it is sent. */
  readonly noise?: (text: string) => string
}

const same = (wording: Criteria): Criteria => wording
export const FRANCE: Criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' }
export const WOMEN: Criteria = { type: 'attribute', field: 'gender', op: 'equals', value: 'female' }
const VIPS: Criteria = { type: 'segment', segment: 'list_vip' }
const and =
  (...others: readonly Criteria[]) =>
  (wording: Criteria): Criteria => ({ all: [...others, wording] })
const but = (wording: Criteria): Criteria => ({ all: [FRANCE, { none: [wording] }] })
const not = (wording: Criteria): Criteria => ({ none: [wording] })
const or = (wording: Criteria): Criteria => ({ any: [FRANCE, wording] })

const IN_FRANCE = 'customers in France'
const frame = (text: string, means: Frame['means'], before?: string): Frame => ({
  text,
  means,
  ...(before === undefined ? {} : { before }),
})

/** The sentences that each form is tried in. One line here tries every wording in one more of them. */
export const FRAMES: Readonly<Record<Form, readonly Frame[]>> = {
  who: [
    frame('customers who …', same),
    frame('…', same),
    frame('everyone that …', same),
    frame('hey can you pull me all shoppers who … please?', same),
    frame('I need a list of the people that …', same),
    frame('how many customers …?', same),
    frame('create a segment of customers who …', same),
    frame('customers in France who …', and(FRANCE)),
    frame('women who …', and(WOMEN)),
    frame('VIPs who …', and(VIPS)),
    frame('customers who … and live in France', and(FRANCE)),
    frame('…, France only', and(FRANCE)),
    frame('customers who either live in France or …', or),
    frame('customers in France, but not those who …', but),
    frame('French customers except the ones who …', but),
    frame('everyone apart from those who …', not),
    frame('only those who …', and(FRANCE), IN_FRANCE),
    frame('leave out anyone who …', but, IN_FRANCE),
  ],
  with: [
    frame('customers with …', same),
    frame('anyone with …', same),
    frame('everyone who has …', same),
    frame('…', same),
    frame('how many people have …?', same),
    frame('build a segment of customers with …', same),
    frame('women with …', and(WOMEN)),
    frame('French customers with …', and(FRANCE)),
    frame('VIPs with …', and(VIPS)),
    frame('customers with … who live in France', and(FRANCE)),
    frame('customers in France, not those with …', but),
    frame('only the ones with …', and(FRANCE), IN_FRANCE),
    frame('drop those with …', but, IN_FRANCE),
  ],
  whose: [
    frame('customers whose …', same),
    frame('everyone whose …', same),
    frame('which customers are there whose …?', same),
    frame('create a segment of customers whose …', same),
    frame('women whose …', and(WOMEN)),
    frame('French customers whose …', and(FRANCE)),
    frame('customers who live in France and whose …', and(FRANCE)),
    frame('customers in France, but not those whose …', but),
    frame('everyone except people whose …', not),
    frame('only those whose …', and(FRANCE), IN_FRANCE),
    frame('leave out those whose …', but, IN_FRANCE),
  ],
  noun: [
    frame('…', same),
    frame('show me all …', same),
    frame('our …', same),
    frame('how many … do we have?', same),
    frame('make me a segment of …', same),
    frame('… please, thanks!', same),
    frame('… who live in France', and(FRANCE)),
    frame('female …', and(WOMEN)),
    frame('French …', and(FRANCE)),
    frame('customers in France excluding …', but),
    frame('customers in France who are not …', but),
    frame('everyone except …', not),
    frame('only …', and(FRANCE), IN_FRANCE),
    frame('without …', but, IN_FRANCE),
  ],
  adjective: [
    frame('… customers', same),
    frame('customers who are …', same),
    frame('which customers are …?', same),
    frame('a list of our … customers', same),
    frame('… customers in France', and(FRANCE)),
    frame('… women', and(WOMEN)),
    frame('customers in France who are not …', but),
    frame('only the … ones', and(FRANCE), IN_FRANCE),
  ],
}

/** Sentences of two wordings at once: the first stands for `…`, the second, which stands behind “who”, for `+`. */
export const PAIRED: Readonly<Record<Form, readonly string[]>> = {
  who: [
    'customers who … and +',
    'customers who …, +',
    'women in France who … and who +',
    'people who +, and …',
  ],
  with: ['customers with … who +', 'customers who + with …', 'women with … that also +'],
  whose: ['customers whose … and who +', 'customers who + and whose …', 'women who + whose …'],
  noun: ['… who +', 'French … who +'],
  adjective: ['… customers who +', 'customers who + and are …'],
}
