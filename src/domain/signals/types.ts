/** Whom a type of signal is about. */
type About = 'company' | 'person' | 'both'

/** A type of signal that Muster knows. Data may hold others: they are kept under their own names. */
export interface SignalType {
  readonly key: string
  readonly label: string
  readonly about: About
  /** What one is worth that comes without a strength of its own: 0 to 1. */
  readonly strength: number
  /** Days after which it is worth half. */
  readonly halfLife: number
  /** Other names that data has for it. */
  readonly also: readonly string[]
  /** How people say it, as phrases of the language: `a|b` for either, `a?` for what may be missing. */
  readonly words: readonly string[]
  /** The wider type that it is a case of: whoever asks for that one means this one too. */
  readonly under: string | null
}

type Line = readonly [
  key: string,
  label: string,
  about: About,
  strength: number,
  halfLife: number,
  also: string,
  words: string,
  under?: string,
]

const SITE = 'us|our|the|my website|site|webpage|page|pages|homepage?'

/** Strengths and half-lives are where a team begins: rows that come with a strength of their own keep it. */
// biome-ignore format: one line a type
const LINES: readonly Line[] = [
  // What companies announce.
  ['funding', 'Funding', 'company', 0.9, 90, 'funding_round raised fundraise fundraising investment series_raised', 'raised|raising|raise money|funding|capital|funds; raised|raising|closed|announced|secured|got|received|landed a|an|new|fresh? new? funding? round; raised|raising|secured|got|received|landed|announced new|fresh? funding|investment|money|capital; a? new|recent? funding round|rounds|event|news|announcement; were|was|got|been? funded; raised a|an|their?; a? new|recent|fresh funding; a? funding round|event|news'],
  ['acquisition', 'Acquisition', 'company', 0.8, 120, 'acquired merger merged m_and_a takeover', 'acquired|bought another|a|an company|competitor|startup|business; were|was|been|got acquired; were|was|been|got taken over; an? acquisition|merger|takeover; merged with?'],
  ['ipo', 'IPO', 'company', 0.8, 180, 'went_public going_public listing', 'went|gone|going public; an? ipo; ipoed; filed for an? ipo'],
  ['expansion', 'Expansion', 'company', 0.7, 90, 'expanded expanding new_market market_entry', 'expanded|expanding|expand to|into? new|other? markets|countries|regions?; entered new|a markets|market'],
  ['new_office', 'New office', 'company', 0.6, 90, 'office_opening office_opened new_location opened_office', 'opened|opening a|an|new? new? office|offices|location|locations; a? new office|offices'],
  ['layoffs', 'Layoffs', 'company', 0.7, 60, 'layoff laid_off job_cuts downsizing', 'laid off people|staff|employees|workers?; laying off people|staff|employees?; cut|cutting jobs|staff; layoffs|layoff'],
  ['restructuring', 'Restructuring', 'company', 0.5, 90, 'reorganisation reorganization reorg restructured', 'restructured|restructuring|reorganised|reorganized|reorganising|reorganizing; a? restructuring|reorganisation|reorganization|reorg'],
  ['leadership_change', 'Leadership change', 'company', 0.8, 90, 'new_executive new_leader exec_hire executive_change new_ceo management_change', 'changed|changing leadership|leaders|management; a? leadership|management|executive change|changes; got|hired|appointed|named a? new ceo|cfo|cmo|cto|coo|executive|leader|leadership; new leadership|management'],
  ['product_launch', 'Product launch', 'company', 0.5, 60, 'launch launched new_product launched_product product_launched', 'launched|launching|released a|an|their? new? product|products|feature|features; a? product launch|launches'],
  ['partnership', 'Partnership', 'company', 0.5, 90, 'partner new_partner partnered', 'partnered|partnering with?; announced a? new? partnership|partner; a? new? partnership|partnerships'],
  ['award', 'Award', 'company', 0.3, 90, 'won_award award_won', 'won an|a? award|awards|prize|prizes'],
  ['earnings', 'Earnings report', 'company', 0.4, 60, 'earnings_report results_published quarterly_results', 'published|reported|announced their? earnings|results; earnings report|reports'],
  ['rebrand', 'Rebranding', 'company', 0.4, 90, 'rebranded rebranding renamed', 'rebranded|rebranding; changed their name|brand'],
  ['compliance', 'Compliance event', 'company', 0.5, 120, 'regulation certification certified compliance_event', 'got|became|were|was certified|compliant; a? new? certification|certifications'],
  ['incident', 'Security incident', 'company', 0.7, 60, 'breach data_breach security_incident outage', 'had|suffered a|an? data|security? breach|breaches|incident|incidents; were|was|got breached|hacked; a? data|security breach|incident'],
  ['news', 'News', 'both', 0.3, 30, 'press mention press_release in_the_news', 'in|made|were|was|been|have in? the? news; in the press; news; press coverage|mentions'],
  // How companies grow, and what they work with.
  ['hiring', 'Hiring', 'company', 0.6, 45, 'job_posting job_post job_posted open_role hire job_opening', 'hiring|recruiting for? a|an?; hired|recruited|hire|hires|recruit for? a|an?; posted|advertised|posting|advertising jobs|job|roles|openings for?; looking to hire a|an?; looking for a|an?; started|began hiring|recruiting; opened|open roles|positions for?'],
  ['hiring_surge', 'Hiring surge', 'company', 0.8, 45, 'hiring_spike job_surge', 'hiring surge|spike|spree; on a hiring spree; surge|spike in hiring', 'hiring'],
  ['headcount_growth', 'Headcount growth', 'company', 0.6, 90, 'team_growth employee_growth grew', 'grew|growing their|the team|headcount|staff by?'],
  ['technology_changed', 'Technology changed', 'company', 0.5, 90, 'technology technology_change tech_change tech_stack_change', 'changed|changing their? technology|tech|stack|tools; changed|changing their? tech|technology stack'],
  ['technology_added', 'Technology added', 'company', 0.6, 90, 'tech_install tech_added technology_installed installed adopted tech_adoption', 'installed|adopted|implemented|switched to?; started using; a? new technology|tool', 'technology_changed'],
  ['technology_removed', 'Technology removed', 'company', 0.6, 90, 'tech_uninstall tech_removed technology_dropped uninstalled dropped', 'dropped|removed|uninstalled|ditched|abandoned; stopped using; switched|moved away? from', 'technology_changed'],
  // What they look for.
  ['intent', 'Buying intent', 'both', 0.6, 14, 'buying_intent research researching topic_research', 'showed|showing|show|shows|with buying|purchase? intent|interest; buying|purchase intent; in market; in - market'],
  ['intent_surge', 'Intent surge', 'both', 0.9, 10, 'surge surging intent_spike topic_surge bombora_surge', 'surging on|about?; intent surge|spike|surges; a? surge|spike in? of? intent', 'intent'],
  ['competitor_mention', 'Competitor mention', 'both', 0.6, 30, 'mentioned_competitor competitor_comparison', 'mentioned|mentioning a|our? competitor|competitors; compared us with|to? a|our? competitor|competitors?; a? competitor mention|mentions'],
  ['review', 'Review', 'both', 0.5, 60, 'review_posted review_left reviewed g2_review product_review', 'wrote|left|posted|gave a|an|us? us? a? review|reviews; reviewed us'],
  ['review_visit', 'Review site visit', 'both', 0.7, 14, 'g2_visit review_site_visit comparison_visit', 'read|reading our reviews; visited|viewed our|us? g2|capterra|review page|pages|profile; compared us on? g2|capterra', 'intent'],
  // What they do with us.
  ['visit', 'Visit', 'both', 0.3, 14, 'visited page_view page_viewed website_visit site_visit web_visit viewed_page', `visited|visiting|visit|visits ${SITE}; visited|viewed|browsed|hit; been|were on ${SITE}; viewed|browsed|hit|opened|checked ${SITE}; looked|looking at; checked out; came to our|the site|website; website|site|web visit|visits|visitor|visitors to?`],
  ['pricing_visit', 'Pricing page visit', 'both', 0.7, 14, 'pricing_page_visit viewed_pricing pricing_page_viewed pricing_viewed visited_pricing', 'visited|viewed|looked|saw|opened|checked out|at? our|the? pricing|prices page|pages?; pricing page? visit|visits|view|views; a|an? visit|visits to our|the? pricing|prices page?; been|were|was on our|the? pricing|prices page|pages?', 'visit'],
  ['docs_visit', 'Documentation visit', 'both', 0.4, 14, 'documentation_visit docs_viewed viewed_docs', 'read|viewed|visited|opened our|the? docs|documentation pages?; docs|documentation visit|visits', 'visit'],
  ['demo_request', 'Demo request', 'both', 1, 21, 'demo demo_requested requested_demo book_a_demo demo_booked', 'requested|booked|asked|wanted for? a? demo|demos; a? demo request|requests'],
  ['meeting', 'Meeting booked', 'both', 0.9, 21, 'meeting_booked booked_meeting call_booked meeting_scheduled', 'booked|scheduled|requested|asked for? a? meeting|call|meetings|calls with? us?; a? meeting|call booked|scheduled'],
  ['contact_request', 'Contact request', 'both', 0.9, 21, 'contact_sales contacted_sales form_filled form_submitted form_fill contact_form', 'contacted us|sales; filled in|out? a|our|the? form|forms; submitted a|our|the? form|forms; asked for an offer|quote|prices|pricing'],
  ['trial_start', 'Trial start', 'both', 1, 21, 'trial trial_started started_trial free_trial signed_up_trial', 'started|began|requested|asked|signed for? up? for? a|their|the|our? free? trial|trials; trial start|starts; on trial'],
  ['trial_end', 'Trial end', 'both', 0.7, 14, 'trial_ended trial_expired ended_trial', 'ended|finished their|the|a? free? trial; trial end|ended|expired'],
  ['signed_up', 'Sign-up', 'both', 0.8, 30, 'signup sign_up user_signed_up registered account_created created_account', 'signed up with? us?; registered with us; created|opened an account'],
  ['usage_surge', 'Usage surge', 'both', 0.7, 30, 'usage_spike usage_increase usage_increased product_usage', 'use|used|using us more; usage surge|spike|growth; increased|increasing their? usage'],
  ['usage_drop', 'Usage drop', 'both', 0.6, 30, 'usage_decline usage_decrease usage_decreased', 'use|used|using us less; usage drop|decline; decreased|decreasing|dropped their? usage'],
  ['support_ticket', 'Support ticket', 'both', 0.4, 21, 'ticket ticket_opened support_request', 'opened|filed|raised|sent a|an? support? ticket|tickets; asked for support|help; a? support ticket|tickets'],
  ['contract_renewal', 'Contract renewal', 'company', 0.9, 60, 'renewal renewal_due contract_ending contract_expiring renewed', 'renewed|renewing with? us|their? contract|contracts?; up for renewal; contract|contracts renewal|renewals|expiring|ending'],
  ['deal_won', 'Deal won', 'company', 0.5, 120, 'won_deal opportunity_won closed_won_deal closed_won contract_signed', 'won the|a deal with?; a? won deal'],
  ['deal_lost', 'Deal lost', 'company', 0.5, 120, 'lost_deal opportunity_lost closed_lost_deal', 'lost the|a deal with?; a? lost deal'],
  ['referral', 'Referral', 'both', 0.8, 60, 'referred referred_us introduction', 'referred|recommended us; were|was referred to? us?; a? referral|referrals|introduction'],
  ['engaged', 'Engagement', 'both', 0.4, 21, 'engagement', 'engaged with? us|our? content?; an? engagement'],
  ['content_download', 'Content download', 'both', 0.5, 21, 'download downloaded content_downloaded whitepaper_download ebook_download gated_content', 'downloaded our|a|the? ebook|guide|report|whitepaper|content|paper; a? content download|downloads', 'engaged'],
  ['webinar', 'Webinar', 'both', 0.6, 30, 'webinar_attended attended_webinar webinar_registered registered_webinar', 'attended|joined|watched|registered|signed up? for? our|a|the? webinar|webinars; a? webinar', 'engaged'],
  ['event_attended', 'Event attended', 'both', 0.6, 45, 'event attended_event conference event_registration trade_show booth_visit', 'attended|joined|visited our|a|an|the? event|events|conference|conferences|booth|fair; met us at? a|an|the? event|conference|fair?', 'engaged'],
  ['newsletter', 'Newsletter sign-up', 'both', 0.3, 60, 'newsletter_signup subscribed_newsletter newsletter_subscribed', 'signed up for our|the? newsletter; newsletter sign|signup up?', 'engaged'],
  ['email_open', 'E-mail opened', 'both', 0.2, 7, 'email_opened opened_email', 'opened an|our|the email|emails|mail|mails', 'engaged'],
  ['email_click', 'E-mail clicked', 'both', 0.4, 14, 'email_clicked clicked_email link_clicked', 'clicked an|our|the|in|on? a|an|our|the? email|emails|link|links; clicked through', 'engaged'],
  ['ad_click', 'Ad clicked', 'both', 0.3, 14, 'ad_clicked clicked_ad ad_engagement', 'clicked on? an|our|the? ad|ads', 'engaged'],
  ['social', 'Social engagement', 'both', 0.4, 21, 'social_engagement liked commented shared post_liked post_commented', 'liked|commented|shared on? our post|posts|page|content; followed us|our', 'engaged'],
  ['connection', 'Connection accepted', 'person', 0.5, 60, 'connected connection_accepted invite_accepted', 'accepted our|my|the? invitation|invite|connection|request; connected with us|me', 'engaged'],
  ['chat', 'Chat started', 'both', 0.6, 14, 'chat_started live_chat chatted', 'started|opened a|the? live? chat; chatted with us', 'engaged'],
  ['call', 'Call', 'both', 0.6, 21, 'call_answered call_connected phone_call spoke', 'picked|took|answered up? our|the|a? call|calls|phone; talked|spoke to|with us', 'engaged'],
  ['reply', 'Reply', 'both', 0.9, 30, 'replied response responded email_reply email_replied answered', 'replied|responded|answered|reply|respond|answer; replied|responded|answered|reply|respond|answer to? us|me; replied|responded|answered|reply|respond|answer to? our|my|the|any|an email|emails|message|messages|outreach|sequence|campaign; wrote|write|written|got|gotten back; a? reply|replies|response|responses'],
  // What happens to people.
  ['job_change', 'Job change', 'both', 0.8, 90, 'new_job changed_job job_changed new_role joined', 'changed|switched|changing|switching|moved jobs|job|roles|role|companies|company|positions|employers; started|took|found|got a|their new job|role|position; new job; a? job change|changes; joined a new company|employer; joined their|the company'],
  ['promotion', 'Promotion', 'person', 0.7, 90, 'promoted got_promoted', 'were|was|been|got|gotten promoted; a? promotion|promotions'],
  ['champion_moved', 'Champion moved', 'both', 1, 90, 'champion_job_change champion_change user_changed_job', 'a|our? champion moved|left|changed; hired|got our|a champion', 'job_change'],
  ['left_company', 'Left the company', 'person', 0.5, 90, 'departed departure resigned left', 'left|quit their|the company|job|employer; resigned'],
  ['anniversary', 'Work anniversary', 'person', 0.2, 30, 'work_anniversary job_anniversary', 'a? work anniversary|anniversaries'],
  ['speaking', 'Speaking', 'person', 0.4, 45, 'spoke_at speaker talk_given podcast', 'spoke|speaking at a|an? event|events|conference|conferences?; gave a talk|keynote'],
  ['post', 'Post', 'both', 0.3, 21, 'posted social_post linkedin_post tweet', 'posted|posting|post|tweeted|blogged on linkedin|social?; posted|posting|tweeted|blogged; wrote|written|shared|published something|posts|a post?; posts|a post'],
]

export const SIGNAL_TYPES: readonly SignalType[] = LINES.map(
  ([key, label, about, strength, halfLife, also, words, under = null]) => ({
    key,
    label,
    about,
    strength,
    halfLife,
    also: also.split(' '),
    words: words.split('; '),
    under,
  }),
)
