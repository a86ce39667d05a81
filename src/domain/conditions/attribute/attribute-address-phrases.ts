import type { Criteria } from '../../criteria/schema.ts'
import { anyOf, type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'

const providers = phrase('gmail|googlemail|hotmail|yahoo|outlook|icloud|aol|live|protonmail|gmx')
const addressNoun = phrase(
  'email? address|addresses|emails|email|users|accounts|domain|domains|user|account',
  'people|customers|folks|subscribers|shoppers|buyers',
)
const addressLead = phrase(
  'with|have|has|having|using|use|uses|used|on a|an|their',
  'with|have|has|using|use|uses|used|on',
  'signed|sign up with|using|via|through a|an|their?',
  'registered|joined with|using|via|through a|an|their?',
  'whose? email|emails address? is|are|on|at|from|ends|ending|with|in|the|a|an? domain?',
  'whose? email|emails address? is|are a|an',
  'at|from',
  'email|mail domain is|=|:|of?',
  'whose email|mail domain is|=|:?',
)

const atProvider = (name: string): Criteria => ({
  type: 'attribute',
  field: 'email',
  op: 'contains',
  value: `@${name}.`,
})

const providerJoint = phrase('or|and|plus|/', ',', ', or|and', 'as well as')

/** `gmail or yahoo addresses`: a word for addresses says that all of them are providers. */
function providerList(reading: Reading, at: number): Found<readonly string[]> | undefined {
  const names: string[] = []
  let end = at
  while (providers(reading, end) >= 0) {
    names.push(reading.tokens[end]?.word ?? '')
    const joint = providerJoint(reading, end + 1)
    end = joint >= 0 && providers(reading, joint) >= 0 ? joint : end + 1
  }
  const noun = addressNoun(reading, end)
  return names.length > 1 && noun >= 0 ? { value: names, end: noun } : undefined
}

const domainLead = phrase('with|whose|a|an|the? email|mail|address domain is|=|:|of|equals?')

const withWord = phrase('with|whose|have|has|having')
const mailFrom = phrase('a|an|the|their? email|emails|mail|address|addresses from|at|with|on|under')
const anArticle = phrase('a|an|the|their')

/** `whose e-mail domain is acme.com`: what stands behind the @. */
export const addressDomain: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const owning = skip(reading, polar, withWord)
  const led = Math.max(domainLead(reading, owning), domainLead(reading, polar), mailFrom(reading, owning))
  const from = led >= 0 ? led : skip(reading, owning, anArticle)
  let text = ''
  let end = from
  for (let token = reading.tokens[end]; token !== undefined; token = reading.tokens[end]) {
    if (end > from && token.start !== reading.tokens[end - 1]?.end) break
    // “gmail.com?”: what ends the sentence ends the address.
    if (token.kind === 'sign' && reading.tokens[end + 1]?.start !== token.end) break
    if (token.kind === 'sign' && !/^[.-]$/.test(token.word)) break
    text += token.text
    end++
  }
  // “gmail.com addresses”: the word behind it says what it is.
  const closed = addressNoun(reading, end)
  if (!/^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.test(text) || (led < 0 && closed < 0)) return undefined
  const criteria: Criteria = {
    type: 'attribute',
    field: 'email',
    op: 'ends_with',
    value: `@${text.toLowerCase()}`,
  }
  return {
    value: { ...meaning(negative ? negated(criteria) : criteria), people: true },
    end: led < 0 ? closed : end,
  }
}

/** `gmail addresses`, `with an @acme.com e-mail`, `anna@example.com`. */
export const address: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, skip(reading, polar, addressLead), addressLead)
  const token = reading.tokens[start]
  const provider = providers(reading, start)
  const several = provider < 0 ? undefined : providerList(reading, start)
  if (several !== undefined) {
    const any = anyOf(several.value.map(atProvider))
    return { value: { ...meaning(negative ? negated(any) : any), people: true }, end: several.end }
  }
  if (token === undefined || (token.kind !== 'address' && provider < 0)) return undefined
  const after = addressNoun(reading, start + 1)
  if (token.kind !== 'address' && after < 0 && start === polar) return undefined
  const criteria: Criteria =
    token.kind !== 'address'
      ? atProvider(token.word)
      : token.word.startsWith('@')
        ? {
            type: 'attribute',
            field: 'email',
            op: token.word.includes('.') ? 'ends_with' : 'contains',
            value: token.word,
          }
        : { type: 'attribute', field: 'email', op: 'equals', value: token.word }
  return {
    value: { ...meaning(negative ? negated(criteria) : criteria), people: true },
    end: after >= 0 ? after : start + 1,
  }
}
