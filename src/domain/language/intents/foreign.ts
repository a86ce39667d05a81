import { LEXICON } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import type { Token } from '../tokens/token.ts'

/** Common words of languages that messages come in, without those that English has as well. */
const WORDS: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  [
    'German',
    of(
      'kunden kunde kundinnen unternehmen firmen mitarbeiter mitarbeitern deutschland österreich schweiz zeig mir ab branche umsatz personen die der das und oder nicht mehr als weniger bestellt haben gekauft ausgegeben letzten tage tagen monat monaten woche wochen jahr aus mit ohne alle wer mindestens mal für im den dem von zu bei nur zeige erstelle bestellungen bestellung seit oder über unter euro',
    ),
  ],
  [
    'French',
    of(
      'entreprises salariés créer crée secteur clients client clientes qui ont dans les des derniers dernières jours mois semaine acheté dépensé commandé plus moins que pas la le de du au aux avec sans et ou depuis tous ceux jamais commandes france achats montre créer euros par pour sur une un',
    ),
  ],
  [
    'Spanish',
    of(
      'clientes cliente que han los las últimos últimas días dias meses semana compraron comprado gastado pedido pedidos más menos con sin en de desde todos nunca españa el la por para hicieron compras hayan quienes al y o',
    ),
  ],
  [
    'Italian',
    of(
      'clienti cliente che hanno negli ultimi giorni mesi settimana acquistato comprato speso carrello ordinato ordini più meno con senza abbandonato di del della dei tutti mai italia il lo gli almeno volte per nel ultimo',
    ),
  ],
  [
    'Portuguese',
    of(
      'clientes cliente que nos últimos dias meses semana compraram comprou gastaram pedidos mais menos com sem não desde todos nunca os as do da em fizeram compras',
    ),
  ],
  [
    'Dutch',
    of(
      'klanten klant die meer dan minder besteld hebben laatste dagen maanden week gekocht uitgegeven met zonder niet uit afgelopen alle bestellingen een het van voor nooit',
    ),
  ],
  [
    'Swedish',
    of(
      'kunder kund som har köpt beställt senaste dagarna månaderna mer än mindre från med utan inte alla och eller för',
    ),
  ],
  [
    'Danish or Norwegian',
    of(
      'kunder kunde som har købt kjøpt bestilt seneste siste dage dager måneder mere mer end enn fra med uden uten ikke alle og eller',
    ),
  ],
  [
    'Polish',
    of(
      'klienci klientów którzy którzy kupili zamówili ostatnich dni miesięcy więcej niż mniej z bez nie wszyscy i lub wydali',
    ),
  ],
]
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['Chinese or Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Russian or another Cyrillic-script language', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Hindi', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
]

function of(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/** The words of a message but those of the company’s own names: “Île-de-France” is a region, and no French. */
export function wordsOutsideNames({ tokens, links }: Reading): readonly Token[] {
  const named = new Set<number>()
  for (const i of tokens.keys())
    for (const { match, end } of links.at(i))
      if (match === 'whole' && end > i + 1) for (let at = i; at < end; at++) named.add(at)
  return tokens.filter((_, i) => !named.has(i))
}

/** The language that a message looks like, when that is not English. */
export function foreignLanguage(tokens: readonly Token[]): string | undefined {
  const words = tokens
    .filter((token) => token.kind === 'word')
    .map((token) => (token.mended ?? token.word).toLowerCase())
  const script = SCRIPTS.find(
    ([, letters]) => words.filter((word) => letters.test(word)).length * 2 > words.length,
  )
  if (script !== undefined) return script[0]
  const english = words.filter((word) => LEXICON.has(word)).length
  let best: { language: string; hits: number } | undefined
  for (const [language, known] of WORDS) {
    const hits = words.filter((word) => known.has(word)).length
    if (best === undefined || hits > best.hits) best = { language, hits }
  }
  return best !== undefined && best.hits >= 2 && best.hits > english ? best.language : undefined
}
