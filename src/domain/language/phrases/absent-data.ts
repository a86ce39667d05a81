import { phrase } from '../grammar/phrase.ts'
import type { Absent } from './absent.ts'

const NO_DATA = 'Muster holds no such data.'

/** Data that shops don't import. */
export const ABSENT_DATA: readonly Absent[] = [
  {
    name: 'social media',
    says: NO_DATA,
    words: phrase(
      'instagram|facebook|tiktok|twitter|pinterest|youtube|snapchat|linkedin|threads',
      'social media',
      'follow|follows|followers|following us?',
      'influencer|influencers|unfollowed',
      'liked|shared|commented|reposted on? our|a|the|my last|latest|recent|newest? post|posts|reel|reels|story|stories|page|video',
      'tweeted|retweeted',
    ),
  },
  {
    name: 'deliveries',
    says: NO_DATA,
    words: phrase(
      'parcel|parcels|package|packages|delivery|deliveries|shipment|shipments|courier|tracking',
      'arrived|delivered|shipped late|early|damaged|yesterday|today?',
      'late delivery|deliveries|parcel',
      'got|get|gets|received|receive|receives the|their|an|a? order|orders|parcel|package late|early|damaged|yesterday|today|already?',
      'waiting|waits|wait for the|their|an|a? order|orders|parcel|package|delivery',
      'undelivered|unshipped|unfulfilled|fulfilled orders|order|items?',
      'express|free|next|same|overnight|standard day? shipping|delivery|postage',
      'paid for shipping|delivery|postage',
      'delivery|shipping time|times|delay|delays|date|dates',
    ),
  },
  {
    name: 'e-mail verification',
    says: NO_DATA,
    words: phrase(
      'verified|validated|confirmed|unverified email|emails|address|phone',
      'verified|unverified',
    ),
  },
  {
    name: 'loyalty points',
    says: NO_DATA,
    words: phrase(
      'loyalty? points',
      'loyalty program|programme|members|tier|status|card',
      'reward|rewards points?',
      'points balance',
    ),
  },
  {
    name: 'weather',
    says: NO_DATA,
    words: phrase(
      'weather',
      'raining|rainy|rain|sunny|snowing|snowy|snow',
      'it rains|rained|snows',
      "it is|'s|was cold|hot|warm|freezing|windy|wet|dry",
      'cold|hot|warm|wet|dry places|place|areas|area|cities|regions|climates|climate',
      'temperature|temperatures',
      'below|above|under|over degrees|celsius|fahrenheit',
      'degrees|celsius|fahrenheit',
    ),
  },
  {
    name: 'app usage',
    says: NO_DATA,
    words: phrase(
      'our|the|mobile app',
      'app users|installs|downloads',
      'downloaded|installed our|the app',
      'push notifications|notification|tokens|token|messages|message|subscribers|users|permission|permissions|consent|enabled',
      'to|for|by|via|with|through|accept|accepts|allow|allows|email|sms|or|and push',
    ),
  },
  {
    name: 'phone models and operating systems',
    says: 'Of a device only its kind is known: mobile, desktop or tablet. Say “ordered on mobile” for that.',
    words: phrase(
      'iphone|iphones|ipad|ipads|android|ios|macos|windows|mac|macs|samsung|pixel|safari|chrome|firefox user|users|owner|owners|phone|phones|device|devices|people|shoppers|customers?',
      'on|with|using|use|uses an|a? iphone|ipad|android|ios|macos|mac|samsung|safari|chrome|firefox phone|phones|device|devices?',
      'operating system|systems',
      'phone|device model|models|brand|brands|make',
      'browser|browsers',
    ),
  },
  {
    name: 'support tickets',
    says: NO_DATA,
    words: phrase(
      'support? ticket|tickets|complaint|complaints',
      'contacted|called|emailed support|us',
      'rang|phoned|telephoned|texted|messaged us|support',
      'rang|phoned|called|telephoned|dialled|dialed|used|tried the|our|a? help|support|service|customer? line|helpline|hotline|desk|helpdesk|centre|center',
      'rang|phoned|called|telephoned|dialled|dialed|used|tried the|our|a? helpline|hotline|helpdesk|callcenter',
      'helpline|hotline|helpdesk',
      'contacted|contact|called|emailed|messaged|wrote|spoke|talked|reached to|with|out? to? the|our? support|helpdesk|service',
      'got|get|gets|been|were in touch with the|our? support|us|service',
      'customer? support|service ticket|tickets|case|cases|request|requests|call|calls',
      'open|unresolved|pending support? case|cases|ticket|tickets',
      'live? chat|chats',
      'chatted with us|support?',
      'complained',
      'customer service|support',
    ),
  },
  {
    name: 'survey answers',
    says: NO_DATA,
    words: phrase(
      'nps',
      'survey|surveys|csat',
      'answered|completed|took|filled in|out|to? the|our|a? survey|surveys|questionnaire|poll',
      'responded|replied to the|our|a? survey|surveys|questionnaire|poll',
      'satisfaction score|scores|rating?',
      'promoters|detractors|satisfied|dissatisfied|unhappy|happy',
    ),
  },
  {
    name: 'ratings',
    says: NO_DATA,
    words: phrase(
      'star|stars rating|ratings|review|reviews|reviewers?',
      '- star|stars rating|ratings|review|reviews|reviewers?',
      'rating|ratings|rated',
    ),
  },
  {
    name: 'income',
    says: NO_DATA,
    words: phrase(
      'income|incomes|salary|salaries|wage|wages|wealthy|rich|affluent|earn|earns|earner|earners|earning',
      'household income',
      'net worth',
      'job|jobs|occupation|profession',
      'homeowners',
      'married|divorced|kids|children|parents|pets',
      'dog|cat owners|people|lovers',
      'own|owns|owning|keep|keeps|have|has|with a|an? dog|cat|dogs|cats|pet|pets|horse',
      'dog|cat',
      'single|unmarried people|men|women|mothers|moms|mums|dads|fathers|parents|customers',
      'are|is|who single',
    ),
  },
  {
    name: 'payment methods',
    says: NO_DATA,
    words: phrase(
      'paid|pay|pays|paying with|by|via paypal|klarna|card|cards|credit|visa|mastercard|invoice|afterpay|cash|apple',
      'paypal|klarna|afterpay|bitcoin',
      'credit card|cards',
      'payment method|methods|failed?',
    ),
  },
  {
    name: 'subscriptions',
    says: NO_DATA,
    words: phrase(
      'subscription|subscriptions|recurring plan|plans|box|order|orders',
      'subscription|subscriptions',
      'free trial|trials',
      'plan|plans',
    ),
  },
  {
    name: 'wishlists',
    says: NO_DATA,
    words: phrase(
      'wishlist|wishlists|wishlisted|favourites|favorites|favorited',
      'wish list|lists',
      'saved items|for later',
    ),
  },
  {
    name: 'referrals',
    says: NO_DATA,
    words: phrase(
      'referred|referral|referrals|refer',
      'invited|recommended a? friend|friends',
      'utm',
      'acquisition|traffic source|channel',
    ),
  },
  {
    name: 'returns and their reasons',
    says: NO_DATA,
    words: phrase(
      'return|refund reason|reasons',
      'exchanged',
      'returned more than',
      'sent|send|sends|sending back',
      'because|due of|to? the? wrong|bad|poor size|fit|colour|color|quality|item',
      'wrong size|fit|colour|color|item',
    ),
  },
  {
    name: 'profit margins',
    says: NO_DATA,
    words: phrase('profit|profits|margin|margins|profitable|profitability', 'cost of goods'),
  },
  {
    name: 'vouchers that were handed out',
    says: 'Muster knows the codes that orders used, and not who was sent one.',
    words: phrase(
      'were|was|got|been? sent|issued|given|handed|mailed|emailed|offered a|an|the|our? discount|promo? voucher|vouchers|coupon|coupons|code|codes',
      'have|has|holding|with an? unused|unredeemed|open|valid|expired voucher|vouchers|coupon|coupons|code|codes',
    ),
  },
  {
    name: 'sizes and variants',
    says: NO_DATA,
    words: phrase(
      'in a? size|sizes xs|s|m|l|xl|xxl|small|medium|large?',
      'size s|m|l|xl|xxl',
      'in a? colour|color',
    ),
  },
  {
    name: 'spam complaints',
    says: NO_DATA,
    words: phrase(
      'marked|reported|flagged us|it|our|emails? emails? as spam',
      'spam complaints|complaint|complainers|reports',
    ),
  },
  {
    name: 'other messengers',
    says: 'Consent is known of e-mail and SMS.',
    words: phrase('whatsapp|telegram|messenger|wechat|viber', 'push notifications'),
  },
  {
    name: 'body measures and beliefs',
    says: NO_DATA,
    words: phrase(
      'height|weight|shoe size|sizes',
      'religion|religious|ethnicity|ethnic|nationality',
      'education|degree|graduates|university',
      'allergic|allergy|allergies|vegetarians|vegans|pregnant',
    ),
  },
  {
    name: 'time spent on pages',
    says: NO_DATA,
    words: phrase(
      'time spent on|in the|our? site|page|pages|app',
      'scroll|scrolled depth|down|to',
      'bounce rate|rates',
    ),
  },
  {
    name: 'opportunities of a CRM',
    says: NO_DATA,
    words: phrase(
      'an|any|the? open|active|won|lost? opp|opps|opportunity|opportunities|deal|deals in|on our|the? crm|salesforce|hubspot|pipeline?',
      'in|on our|the? crm',
    ),
  },
  {
    name: 'when consent was given or taken back',
    says: 'Of consent only what it is now is known, and not when it changed: ask for “unsubscribed from e-mail”.',
    words: phrase(
      'withdrew|withdrawn|withdraw|revoked|revoke|retracted|pulled their|his|her|the? marketing|email|sms? consent|permission',
      'opted|opt out|in during|since|last|this|in',
    ),
  },
  { name: 'video', says: NO_DATA, words: phrase('watched|webinar|webinars|video|videos|podcast') },
]
