import { foldText } from '#kernel/text.ts'

/** How English calls the people and things of a country. Some words belong to several countries, or to none here. */
const DEMONYMS = `
AE emirati|AF afghan|AL albanian|AM armenian|AO angolan|AR argentine,argentinian|AT austrian|AU australian,aussie
AZ azerbaijani|BA bosnian|BD bangladeshi|BE belgian|BG bulgarian|BH bahraini|BO bolivian|BR brazilian|BY belarusian
CA canadian|CH swiss|CL chilean|CM cameroonian|CN chinese|CO colombian|CR costa rican|CU cuban|CY cypriot|CZ czech
DE german|DK danish,dane|DO dominican|DZ algerian|EC ecuadorian|EE estonian|EG egyptian|ES spanish,spaniard
ET ethiopian|FI finnish,finn|FR french|GB british,brit|GE georgian|GH ghanaian|GR greek|GT guatemalan|HN honduran
HR croatian|HU hungarian|ID indonesian|IE irish|IL israeli|IN indian|IQ iraqi|IR iranian|IS icelandic|IT italian
JM jamaican|JO jordanian|JP japanese|KE kenyan|KH cambodian|KR korean,south korean|KW kuwaiti|KZ kazakh|LB lebanese
LK sri lankan|LT lithuanian|LU luxembourgish|LV latvian|LY libyan|MA moroccan|MD moldovan|ME montenegrin
MK macedonian|MM burmese|MN mongolian|MT maltese|MX mexican|MY malaysian|NA namibian|NG nigerian|NI nicaraguan
NL dutch|NO norwegian|NP nepalese,nepali|NZ new zealander,kiwi|OM omani|PA panamanian|PE peruvian|PH filipino,philippine
PK pakistani|PL polish,pole|PR puerto rican|PT portuguese|PY paraguayan|QA qatari|RO romanian|RS serbian|RU russian
SA saudi,saudi arabian|SE swedish,swede|SG singaporean|SI slovenian|SK slovak|SN senegalese|SV salvadoran|SY syrian
TH thai|TN tunisian|TR turkish|TW taiwanese|TZ tanzanian|UA ukrainian|UG ugandan|US american|UY uruguayan
UZ uzbek|VE venezuelan|VN vietnamese|ZA south african|ZM zambian|ZW zimbabwean`

const codes: ReadonlyMap<string, string> = new Map(
  DEMONYMS.trim()
    .split(/[|\n]/)
    .flatMap((entry) =>
      entry
        .slice(3)
        .split(',')
        .map((word): [string, string] => [word, entry.slice(0, 2)]),
    ),
)

/** The country code behind `german`, `Germans` or `Dutch`; undefined for other words. */
export function countryOfDemonym(text: string): string | undefined {
  const word = foldText(text)
  return codes.get(word) ?? (word.endsWith('s') ? codes.get(word.slice(0, -1)) : undefined)
}
