import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { nameIn } from './names.ts'

test.for<[string, string | undefined]>([
  ['women in france. save this as Les Parisiennes pls', 'Les Parisiennes'],
  ['Aussie Crew = customers in Australia', 'Aussie Crew'],
  ['I need a new segment, title should be Never Clicked: placed an order', 'Never Clicked'],
  ['create “VIP15 addicts” from anyone who used code VIP15', 'VIP15 addicts'],
  ['new segment pls -> Sofa So Good -> bought the Velvet Sofa', 'Sofa So Good'],
  ['tag staff, and I want it called Do Not Mail, thanks', 'Do Not Mail'],
  ['take the staff out first, then save as Real Shoppers', 'Real Shoppers'],
  ['clone it for Belgium, call that one Repeat Belgians', 'Repeat Belgians'],
  ['save green tea buyers as Tea Time', 'Tea Time'],
  ['create a segment of women called Ladies', 'Ladies'],
  ['save green tea buyers as a segment called Tea Time', 'Tea Time'],
  ['save it as a new audience named Big Fish', 'Big Fish'],
  ['save green tea buyers as a segment', undefined],
  ['create Coffee Lovers: ordered from Coffee at least twice', 'Coffee Lovers'],
  ['make a new segment Paris Ladies: women in Paris', 'Paris Ladies'],
  ['please add Tea 2024 – bought Tea in 2024', 'Tea 2024'],
  ['create a segment Poetry Fans with everyone who bought Poetry', 'Poetry Fans'],
  ['make a segment VIP for customers who spent over 1000', 'VIP'],
  ['create a segment of VIP customers', undefined],
  ['create a segment with everyone who bought Poetry', undefined],
  ['save this persona as DACH Data Leads', 'DACH Data Leads'],
  ['take Newsletter without staff, store the result as Newsletter clean', 'Newsletter clean'],
  ['men / women, call them Boys and Girls', 'Boys and Girls'],
  ['build an ICP: SaaS, 50 to 500 employees', undefined],
  ['Create Segment: women in Paris', undefined],
  ['create Everyone: women in Paris', undefined],
  ['customers called Anna', undefined],
  ['bought Tea and called our support line at least twice', undefined],
  ['people in Spain, called us', undefined],
  ['a segment called the Regulars', 'the Regulars'],
  ['whose first name: Anna', undefined],
  ['country = France', undefined],
])('%s', ([text, name]) => {
  expect(nameIn(text)?.name).toBe(name)
})

test('a name that could be the people’s is said to be the segment’s', () => {
  expect(nameIn('create a segment of women called Ladies')).toMatchObject({
    assumed: '“Ladies” is read as the segment’s name, and not as theirs.',
  })
})

test('a name is found by capitals too where patterns are not optimized, as in a process that has compiled much', () => {
  const module = fileURLToPath(new URL('names.ts', import.meta.url))
  const script = `import(${JSON.stringify(module)}).then(({ nameIn }) => console.log(nameIn('women. Name: Coin Makers')?.name))`
  const said = execFileSync(process.execPath, ['--no-regexp-optimization', '--eval', script], {
    encoding: 'utf8',
  })
  expect(said.trim()).toBe('Coin Makers')
})
