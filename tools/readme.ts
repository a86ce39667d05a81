import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { tools } from './index.ts'

const README = fileURLToPath(new URL('../README.md', import.meta.url))
const MARKS = /(<!-- tools: .*? -->\n)[\s\S]*?(<!-- \/tools -->)/

/** The README with its table of tools made anew from the list, so that the two can't drift apart. */
export function readmeWithTools(readme = readFileSync(README, 'utf8')): string {
  const rows = tools.map(
    ({ name, effect, description }) => `| \`${name}\` | ${effect} | ${firstSentence(description)} |`,
  )
  const table = ['| tool | effect | what it does |', '| --- | --- | --- |', ...rows].join('\n')
  return readme.replace(MARKS, (_, open: string, close: string) => `${open}\n${table}\n\n${close}`)
}

const firstSentence = (text: string): string =>
  (/^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text).replaceAll(/\s+/g, ' ')

// `npm run docs`
if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(README, readmeWithTools())
