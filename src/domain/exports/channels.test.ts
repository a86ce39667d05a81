import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '../changes/index.ts'
import { audienceFor } from './audience-for.ts'
import { type TestExports, openExports } from './exports.fixture.ts'
import { exportFormat, type FormatId } from './formats/index.ts'
import { PLAIN } from './options.ts'

// Hashes here are those of `printf %s anna.smith@gmail.com | sha256sum` and the like.

let w: TestExports
let segment: { id: string; name: string }
beforeAll(async () => {
  w = await openExports()
  await w.importRows({
    'customers.csv': [
      'id,email,phone,first_name,last_name,gender,birthday,country,region,city,postcode,language,accepts_email,accepts_sms,created_at',
      "p1,Anna.Smith+shop@Gmail.com,(415) 555-2671,Anna,O'Neil,female,1968-10-21,US,CA,San José,94105-1234,xx,1,1,2024-01-01",
      'p2,both@example.com,0171 2345678,"Zoë ""Z""",=Müller,M,,DE,,"Frankfurt, Main",60311,xx,1,0,2024-01-01',
      'p3,hidden@example.com,+33 6 12 34 56 78,فهد,,,,FR,,,,xx,0,1,2024-01-01',
      'p4,,12-34-567,Nobody,,,,US,,,,xx,,1,2024-01-01',
      'p5,BOTH@example.com,,Twin,,,,DE,,,,xx,1,,2024-01-01',
      'p6,no@example.com,+14155550000,No,,,,US,,,,xx,0,0,2024-01-01',
    ],
  })
  const name = 'Speakers'
  const id = await w.segment(name, { type: 'attribute', field: 'language', op: 'equals', value: 'xx' })
  segment = { id, name }
})
afterAll(() => w.close())

function toChannel(format: FormatId, hashed = false): Change {
  const { channel } = exportFormat(format)
  return {
    kind: 'export',
    ...audienceFor(w.services, { segment, channel, less: [] }),
    format,
    options: { ...PLAIN, hashed },
  }
}

async function filesOf(change: Change): Promise<Record<string, string[]>> {
  const { id, written } = await w.exported(change)
  return Object.fromEntries(
    (written?.files ?? []).map(({ name }) => [name, w.fileOf(id, name).toString().split('\r\n')]),
  )
}

describe('Google Ads', () => {
  test('plain: who consented to one address is handed over by that one alone', async () => {
    expect(await filesOf(toChannel('google_ads'))).toMatchInlineSnapshot(`
      {
        "speakers-ads-google-ads.csv": [
          "Email,Phone,First Name,Last Name,Country,Zip",
          "anna.smith+shop@gmail.com,+14155552671,Anna,O'Neil,US,94105-1234",
          "both@example.com,,"Zoë ""Z""",=Müller,DE,60311",
          ",+33612345678,فهد,,FR,",
          "",
        ],
      }
    `)
  })
  test('hashed: country and postal code stay readable', async () => {
    const [[header, first] = []] = Object.values(await filesOf(toChannel('google_ads', true)))
    expect(header).toBe('Email,Phone,First Name,Last Name,Country,Zip')
    expect(first?.split(',')).toEqual([
      HASH['annasmith@gmail.com'],
      HASH['+14155552671'],
      HASH['anna'],
      HASH["o'neil"],
      'US',
      '94105-1234',
    ])
  })
})

describe('Meta', () => {
  test('plain, with the columns for which there is data', async () => {
    expect(await filesOf(toChannel('meta'))).toMatchInlineSnapshot(`
      {
        "speakers-ads-meta.csv": [
          "email,phone,fn,ln,zip,ct,st,country,dob,doby,gen,uid",
          "anna.smith+shop@gmail.com,+14155552671,Anna,O'Neil,94105-1234,San José,California,US,10/21/68,1968,F,p1",
          "both@example.com,,"Zoë ""Z""",=Müller,60311,"Frankfurt, Main",,DE,,,M,p2",
          ",+33612345678,فهد,,,,,FR,,,,p3",
          "",
        ],
      }
    `)
  })
  test('hashed as its SDK does', async () => {
    const [[header, first] = []] = Object.values(await filesOf(toChannel('meta', true)))
    expect(header).toBe('email,phone,fn,ln,zip,ct,st,country,doby,gen,uid')
    expect(first?.split(',')).toEqual([
      HASH['anna.smith+shop@gmail.com'],
      HASH['14155552671'],
      HASH['anna'],
      HASH['oneil'],
      HASH['94105'],
      HASH['sanjos'],
      HASH['california'],
      HASH['us'],
      HASH['1968'],
      HASH['f'],
      'p1',
    ])
  })
  test('says before that the list is too short and its name risky', async () => {
    const { difference } = await w.draft({
      kind: 'export',
      subject: { kind: 'segment', id: segment.id },
      audience: {
        id: 'aud_patients',
        name: 'Diabetes patients',
        definition: {
          entity: 'customer',
          base: [{ type: 'segment', segment: segment.id }],
          less: [],
          channel: 'ads',
        },
      },
      format: 'meta',
      options: PLAIN,
    })
    expect(difference.map(({ what, after }) => `${what}: ${after}`)).toMatchInlineSnapshot(`
      [
        "audience: “Diabetes patients” is made of the segment in the same step",
        "file: Meta custom audience",
        "usable rows: 3 of 5 customers (60 %)",
        "blocked by consent: 1 customer",
        "left out: 1 customer: a phone number that is none in their country, and no e-mail address to use",
        "left out: 1 customer: the e-mail address of somebody else in the file",
        "phones: 1 number got the country code of the customer’s country",
        "too few: Meta custom audience delivers to no list of fewer than 100 people",
        "risky name: “Diabetes” may be taken for health or financial status, for which Meta custom audience restricts audiences: choose another name there",
      ]
    `)
  })
})

test('Klaviyo: a file for each state of consent', async () => {
  expect(await filesOf(toChannel('klaviyo'))).toMatchInlineSnapshot(`
    {
      "speakers-e-mail-klaviyo-email-and-sms.csv": [
        "Email,Phone Number,First Name,Last Name,City,State / Region,Country,Zip Code",
        "anna.smith+shop@gmail.com,+14155552671,Anna,O'Neil,San José,California,US,94105-1234",
        "",
      ],
      "speakers-e-mail-klaviyo-email.csv": [
        "Email,First Name,Last Name,City,State / Region,Country,Zip Code",
        "both@example.com,"Zoë ""Z""",=Müller,"Frankfurt, Main",,DE,60311",
        "",
      ],
    }
  `)
})

test('files are split where they grow too large', () => {
  expect(exportFormat('klaviyo').mostBytes).toBe(50_000_000)
})

describe('the audience of a segment', () => {
  test('is made with the first export, and used again by the next', async () => {
    await w.exported(toChannel('google_ads'))
    const names = w.services.audiences.list().map(({ name }) => name)
    expect(names.filter((name) => name === 'Speakers (ads)')).toHaveLength(1)
    expect(toChannel('meta')).toMatchObject({ subject: { kind: 'audience' } })
  })
  test('is the one that the channel wants', async () => {
    const { id = '' } = w.services.audiences.find('Speakers (ads)') ?? {}
    const change = {
      kind: 'export',
      subject: { kind: 'audience', id },
      format: 'klaviyo',
      options: PLAIN,
    } as const
    await expect(w.draft(change)).rejects.toThrow('is an audience for ads')
    await expect(w.draft({ ...change, subject: { kind: 'segment', id: segment.id } })).rejects.toThrow(
      'What goes to a channel is an audience',
    )
  })
  test('of nobody who may be reached is refused', async () => {
    const id = await w.segment('Unreachable', {
      type: 'attribute',
      field: 'email',
      op: 'equals',
      value: 'no@example.com',
    })
    const of = audienceFor(w.services, { segment: { id, name: 'Unreachable' }, channel: 'ads', less: [] })
    await expect(w.draft({ kind: 'export', ...of, format: 'meta', options: PLAIN })).rejects.toThrow(
      'Nobody of',
    )
  })
})

test('whoever withdraws before the file is written is not in it', async () => {
  const exportId = await w.confirmedOnly(toChannel('google_ads'))
  await w.importRows({ 'customers.csv': ['id,accepts_email,accepts_sms', 'p1,0,0'] })
  const { written } = await w.exportJobs.ended(exportId)
  const [file] = written?.files ?? []
  expect(w.fileOf(exportId, file?.name ?? '').toString()).not.toContain('anna')
  expect(w.fileOf(exportId, 'left-out.csv').toString()).toContain('p1,"consent withdrawn')
  await w.importRows({ 'customers.csv': ['id,accepts_email,accepts_sms', 'p1,1,1'] })
})

test('an undone export is taken back by the very rows that were handed over', async () => {
  const { id, written } = await w.exported(toChannel('google_ads'))
  const [sent] = written?.files ?? []
  await w.importRows({ 'customers.csv': ['id,email,accepts_email', 'p2,new@example.com,0'] })
  const removal = await w.exported({ kind: 'undo_export', exportId: id })
  const [file] = removal.written?.files ?? []
  expect(file).toMatchObject({
    name: 'speakers-ads-google-ads-remove.csv',
    sha256: sent?.sha256,
    rows: sent?.rows,
  })
  expect(w.fileOf(removal.id, file?.name ?? '').toString()).toContain('both@example.com')
})

const HASH: Readonly<Record<string, string>> = {
  'annasmith@gmail.com': 'bd9459e2e79c792ba5478eb937976e830abac10ddc3f5725cdcc93acfe2e69a1',
  '+14155552671': 'cb6880e416769253645cb9c6b8989154bf66a56a77fc14c81fb1019663cbb928',
  anna: '55579b557896d0ce1764c47fed644f9b35f58bad620674af23f356d80ed0c503',
  "o'neil": 'eb1aed4f494ca276a88d3161252e48e0fe703f32666fe44fe4652f660b82cda4',
  'anna.smith+shop@gmail.com': '64c79c86dff554df94a3895acbeab60ffaff0733625075c5b2935307aac87b63',
  '14155552671': '758fbf68945f21c416814c539ab578876c8d98fb69e6da692def92cd52417fe0',
  oneil: '67a42a846e98e3c1a96cd6ba14883a5ea05990cd93964ce8b832aa9497ca785c',
  '94105': 'e73ac16e69f060ee98b0fda5f66f48c4648ee26950e9bab3a097389853fd859e',
  sanjos: '198b8f84621d272c3923d3c8bfcf48f0fa33b89dd5999aa72881414b6a551223',
  california: '7e8eea5cc60980270c9ceb75ce8c087d48d726110fd3d17921f774eefd8e18d8',
  us: '79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621',
  '1968': 'a48622b535728587fd351763d1296c7ec9cb5bc6743d5f22b011d5b5c3ef688f',
  f: '252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111',
}
