import { type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { type Parser, said } from '../../language/grammar/reading.ts'

const browsers = phrase('late night browsers|browser|viewers')

/** `late-night browsers`: they viewed a product in the hours that “late at night” stands for. */
export const nightBrowsers: Parser<Meaning> = (reading, at) => {
  const end = browsers(reading, at)
  if (end < 0) return undefined
  const hours = { from: '22:00', to: '04:00' }
  const assumed = `“${said(reading, at, end)}” is read as: viewed a product between 22:00 and 04:00 in the workspace’s time zone, ${reading.situation.zone}; once is enough.`
  return {
    value: {
      ...meaning({ type: 'events', event: ['viewed_product'], where: { hours } }, [assumed]),
      people: true,
    },
    end,
  }
}
