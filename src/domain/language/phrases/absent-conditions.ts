import { phrase } from '../grammar/phrase.ts'
import type { Absent } from './absent.ts'

/** What the data could tell, and what no condition asks yet. */
export const ABSENT_CONDITIONS: readonly Absent[] = [
  {
    name: 'predictions',
    says: 'Predictions (chance of being alive, churn risk, expected orders, predicted value) are not available yet.',
    words: phrase(
      'predicted|predict|predicts|prediction|predictions|forecast|forecasted|projected',
      'probability|likelihood|chance|odds of?',
      'p alive',
      'due|ready|set for|to a|another|their|the|next? reorder|order|buy|purchase|repurchase|replenish|restock|return',
      'likely|unlikely to? churn|buy|order|leave|purchase|return|lapse|convert?',
      'expected to',
      'expected|expect|expecting their|the|his|her|a? next order|purchase|visit',
      'the? date|day we|i|you|it expected|expect|expects|predicted their|the|his|her|a? next order|purchase',
      'next order|purchase date? expected|predicted|forecast|due',
      'model|ai says|thinks|predicts',
      'expected orders|value|spend|purchases|clv|ltv|revenue|lifetime',
      'churn risk|score|probability|rate|likelihood|above|over|below|under?',
      'risk|chance of churn|churning|leaving|losing',
      'will|would churn|buy|order|leave|purchase|probably|likely',
      'about|going|expected to churn|leave|buy',
      'churning|churn',
      'high|low churn risk?',
      'propensity',
    ),
  },
  {
    name: 'numbers of different codes',
    says: 'How many different codes somebody used can’t be asked yet; how many orders had a code can: “at least 2 orders with a discount code”.',
    words: phrase(
      'different|distinct|unique|separate discount|coupon|voucher|promo|promotional? codes|coupons|vouchers',
      'kinds|number of different|distinct? discount|coupon|promo? codes',
      'more than one|a single discount|coupon|promo? code',
    ),
  },
  {
    name: 'cancelled orders',
    says: 'Cancelled orders never count, so they can’t be asked for; refunded ones can: “at least 2 refunded orders”.',
    words: phrase(
      'cancelled|canceled orders|order|purchases|purchase',
      'had|have|has|having? cancelled|canceled an|a|any|some|their|one? orders|order|purchases|purchase',
      'orders|order|purchases|purchase were|was|are|been|got|that? were|was? cancelled|canceled',
    ),
  },
  {
    name: 'a ranking by when they signed up',
    says: 'Customers can’t be ranked by when they signed up yet. When they did can be asked, “signed up in the last 7 days”, and they are ranked by their first order: “the 5 newest customers”.',
    words: phrase(
      'newest|latest sign|signups|registrations|registered|members|accounts|subscribers|ups?',
      'newest|latest|most sign ups',
      'most recent|recently sign|signed|signups|registrations|registered|joined|joiners ups|up?',
    ),
  },
  {
    name: 'dates in any year',
    says: 'Days that fall on another date every year, and the ends of months, can’t be asked of any year yet; months, weekdays and days of the month can.',
    words: phrase(
      'of|in any|every|each year',
      'any|every|each year',
      'regardless of the? year',
      'any|every|each black|good friday|cyber|easter|thanksgiving',
      'every summer|winter|spring|autumn|fall|season',
      'at? the? end|beginning|start|middle of the|a|any|every|each month',
      'the? last day|week|weekend|monday|friday of the|a|any|every|each month',
      'payday|paydays',
    ),
  },
  {
    name: 'other shares',
    says: 'Shares can be asked of orders and of what was spent, with a number: “more than half of their orders had a discount”, “at least 30% of their spend is on Tea”.',
    words: phrase(
      'more|less than half|third|quarter of',
      'half|most|majority of their|the|all? orders|purchases|spend',
      '% of their|his|her|all orders|purchases|spend|spending|order',
      'share|ratio|proportion of?',
    ),
  },
  {
    name: 'other comparisons',
    says: 'Two stretches of time can be compared by orders, spend, the average order or units: “spent more in the last 6 months than in the 6 months before that”, “AOV down 20% this quarter against last quarter”. Other amounts can’t be compared yet.',
    words: phrase(
      'spent|spend|spends|ordered|bought|buying|spending more|less|fewer than|this|last|in',
      'more|less|fewer in? this|last year|month|quarter than',
      'than last|the|in year|month|quarter|previous',
      'than before|usual',
      'than the|they|in',
      'increased|increasing|decreased|decreasing|growing|declining|dropped|rising|falling',
      'twice|double as much',
      'as much as',
    ),
  },
  {
    name: 'one order against another',
    says: 'One order can’t be compared with another yet. Each can be asked by itself: “second order over 100”, “first order under 50”; so can two stretches of time: “AOV up in the last 6 months against the 6 months before”.',
    words: phrase(
      'bigger|larger|smaller|higher|lower|more|less|cheaper|greater|better than the|their? first|second|third|last|previous|one|order|purchase before|order|purchase|one?',
      'first|second|third|last|latest|next order|purchase was|is? bigger|larger|smaller|higher|lower|more|less|cheaper|greater than',
      'above|over|below|under|than|exceeds|exceeding|beats their|his|her? own|usual|typical|average|mean order|purchase|basket|average|mean|aov|value size|value?',
      'above|over|below|under|than|exceeds|exceeding|beats their|his|her own? average|usual|typical|mean|aov order|basket? value?',
      'exceeded|topped|beat the|their first|second|third|last|previous order|purchase|one?',
    ),
  },
  {
    name: 'pieces per order',
    says: 'How many pieces their orders hold on average can’t be asked yet; orders of so many pieces can: “at least 1 order with 3 or more items”.',
    words: phrase(
      'items|units|products|pieces|articles per|in|an|each|every an|each|every? order|orders|basket|purchase on average?',
      'average of',
      'average|mean|typical basket|order size in|of? items|units|pieces|products',
      'average|mean|typical number|count of items|units|pieces|products per|in|an? order|orders|basket?',
      'upt|units per transaction',
    ),
  },
  {
    name: 'habits over time',
    says: 'Habits can be asked with what was done and when: “ordered in each of the last 3 months”, “visited the site in at least 4 of the last 6 weeks”, “came back this month after 6 months without an order”, “last opened an e-mail over 60 days ago”.',
    words: phrase(
      'used to',
      'every|each week|month|quarter|day|year',
      'weekly|monthly|daily|regularly|yearly',
      'for the first|last time',
      'in a row',
      'consecutive|consecutively',
      'started|restarted|resumed buying|ordering',
    ),
  },
  {
    name: 'one deed after another',
    says: 'That one thing came after another can be asked of two deeds at a time, with the time between them: “clicked an e-mail and ordered within 2 days”, “no order within 7 days of signing up”.',
    words: phrase(
      'then',
      'within|in days|day|hours|week|weeks of|after',
      'days|hours|weeks|day|week|months of|after|between signing|sign|signup|joining|their|first|opening|clicking|the|orders|viewing|each',
      'after their first|last|second',
      'followed by',
    ),
  },
  {
    name: 'numbers of different campaigns',
    says: 'In how many different campaigns somebody did something can’t be asked yet; how often can, and each campaign by its name.',
    words: phrase(
      'in|of|from|across at least two|three|four|five|2|3|4|5|several|multiple|many different|separate? campaigns',
      'in|of|from|across more than one|two|three|1|2|3 campaign|campaigns',
      'in|of|from|across several|multiple|many|different|separate|two|three|2|3 different? campaigns',
    ),
  },
  {
    name: 'two things on the same day',
    says: 'Whether two things happened on the same calendar day can’t be asked yet; how long one came after the other can: “signed up and ordered within 1 day”.',
    words: phrase(
      'on|in? the|that? very? same calendar? day|date',
      'on the day they|he|she|it signed|joined|registered',
    ),
  },
  {
    name: 'times between other things than orders',
    says: 'The time between orders that follow each other can be asked with a number of days: “average gap between orders under 30 days”. Other times between can’t be asked yet.',
    words: phrase('average time|gap between?', 'time between'),
  },
  {
    name: 'rankings by other things than orders',
    says: 'People can be ranked by spend, orders, units, the average or largest order, discounts, and the dates of their first and last order. Ranking by visits, opens or clicks can’t be asked yet.',
    words: phrase(
      'clicked|opened|viewed|visited|searched|reviewed|read the? most',
      'most|fewest|least clicks|opens|visits|views|sessions|reviews|searches|emails',
      'clicked|opened|viewed|visited the? most|fewest|least emails|ads|products|pages',
      'by number|count of? clicks|opens|visits|views|sessions|reviews|searches|emails',
      'by email|ad|link|site|product? clicks|opens|visits|views|sessions|engagement|activity',
      'by number|count of? email|ad|site|product|page clicks|opens|visits|views',
    ),
  },
  {
    name: 'moves between other things than segments',
    says: 'Coming into and going out of segments can be asked by their names: “entered Champions last week”, “slid from Loyal to At Risk this month”. No other history of what customers were is kept.',
    words: phrase(
      'slid|slipped|moved|moving|dropped|fell|migrated|went from',
      'entered|left|joined the segment',
      'entered',
    ),
  },
  {
    name: 'messages sent before',
    says: 'No record is kept here of what was sent to whom, so nobody can be left out by it. Who was exported can be asked: “exported to Klaviyo in the last 30 days”; so can who opened or clicked an e-mail.',
    words: phrase(
      'sent|targeted|contacted|emailed|messaged last|in|this|yesterday',
      'have|has not? been contacted|emailed|targeted',
      'no marketing contact',
      'received|got our|the|an|last? campaign|email|emails',
      'emailed|contacted|messaged',
    ),
  },
]
