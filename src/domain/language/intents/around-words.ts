/** The words of a text, each once. */
export const wordsOf = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/u).filter((word) => word !== ''))

/**
 * What people say around somebody and a segment, whatever they ask: why, whether, since when. None of these says what
 * is to be done to anybody, so that a message of them, one customer and segments can only ask where that one is, and one
 * of a segment alone what is so of it.
 */
export const AROUND = wordsOf(`
  a an the this that these those it its my our your i we you me us he she they him her his their one ones who
  and or but if so then as of in on into onto to from for with by at out up under inside within between about
  ? . , ; : - – — ! ( ) ' s 's
  is are was were be been being am isn isnt aren arent wasn wasnt do does did don dont doesn doesnt didn didnt not no
  has have had can could would should will may might must shall
  there here contain contains hold holds include includes
  why how what which where when whether come reason exactly actually really currently still now today already also
  both all any every each either same once time moment right apparently supposedly somehow again please pls
  segment segments list lists group groups audience audiences bucket buckets cohort cohorts rfm
  customer customers client person somebody someone two three more than
  think thought believe guess assume say says said told tell heard hear see saw seen show shows showing explain check
  look up find know wonder wondering understand sure want need like
  belong belongs belonging sit sits sitting land lands landed fall falls fell end ends ended appear appears appearing
  listed placed put assigned included excluded member members part make makes made qualify qualifies qualified fit fits
  match matches meet meets pass passes fail fails failed count counts counted get gets got go goes went
  supposed should expected correct true wrong mistake
  bit score scores condition conditions criterion criteria rule rules requirement requirements parts piece thing
  missing misses lacks lacking short off keeps keeping kept stops because`)
