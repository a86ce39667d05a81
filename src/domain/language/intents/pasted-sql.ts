import { columnsOfView } from '../../criteria/sql/views.ts'

/** What stands around SQL and asks for nothing else. Any other word would be lost: then it is no pasted SQL. */
const AROUND = new Set(
  (
    'a about again all an and any are as at be below by can check code count could criteria did do does doing english ' +
    'everyone exactly explain explained find follow following for from gave get gets give gives got have help here ' +
    "here's hey hi hello how i i've in into is it it's its kindly know like list look looks made many matches match " +
    'matching me mean means my need of old on one our out people per plain please pls pull query question read reads ' +
    'return returns run say says see segment select selects should show sql sqlite statement tell thank thanks that ' +
    "that's the them then these they thing this those to translate understand us use used using want was we were what " +
    "what's which who whom whose will with words would written wrote you your condition conditions audience analyst " +
    'colleague customers companies contacts size big large number view convert turn preview filter'
  ).split(' '),
)
const asksNothingElse = (around: string): boolean =>
  [...around.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}’']*/gu)].every(([word]) =>
    AROUND.has(word.replace('’', "'")),
  )

const FENCE = /(```|~~~)(?:[a-z]{0,12}\n|\s*sql(?:ite)?\s)?\s*([\s\S]*?)\1|(?<!`)`([^`]+)`(?!`)/iu
const COMMENTS = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/u

const SELECT =
  /^\(?\s*(?:select\s+[\w*,.\s()"']+?\s+from\s+["\w.]+|with\s+(?:recursive\s+)?["\w]+\s*(?:\([^()]*\)\s*)?as\s*\()/iu
const WHERE = /^where\s+/iu
const TEST =
  /^[\s(]*(?:not\s+)?(?:[a-z]\w*\.)?([a-z_]+)\s*(?:(?:=|<>|!=|<=?|>=?)\s*['"\d(]|(?:not\s+)?in\s*\(\s*(?:['"\d(]|select\b)|(?:not\s+)?like\s+'|is\s+(?:not\s+)?null\b|between\s+(?:'[^']*'|[\d.]+)\s+and\s+(?:'[^']*'|[\d.]+)\s*(?:$|[;)]|and\b|or\b|then\b))/iu
const MEMBERS = /^[\s(]*(?:not\s+)?(?:exists\s*\(|(?:[a-z]\w*\.)?id\s+(?:not\s+)?in\s*\()\s*select\b/iu
/** The SQL of a message that asks for nothing else: fenced, behind "explain this:" or "what does this do?", or alone. */
export function pastedSql(text: string): string | undefined {
  const fence = FENCE.exec(text)
  const fenced = fence?.[2] ?? fence?.[3]
  if (fence !== null && fenced !== undefined) {
    const around = `${text.slice(0, fence.index)} ${text.slice(fence.index + fence[0].length)}`
    return asksNothingElse(around) ? sqlIn(fenced, true) : undefined
  }
  for (const at of beginningsIn(text)) {
    const before = text.slice(0, at)
    if (!asksNothingElse(before)) continue
    const sql = sqlIn(text.slice(at), /\bsql\b/iu.test(before))
    if (sql !== undefined) return sql
  }
  return undefined
}

/** Where SQL may begin: at once, behind a colon, a question mark or a line, or at a word that it begins with. */
const beginningsIn = (text: string): readonly number[] => [
  0,
  ...[
    ...text.slice(0, 300).matchAll(/[:?\n]\s*(?=\S)|\b(?=(?:[sS]elect|SELECT|[wW]ith|WITH|WHERE)\s)/gu),
  ].map((match) => match.index + match[0].length),
]

function sqlIn(text: string, said: boolean): string | undefined {
  const sql = text.trim()
  const bare = sql.replace(COMMENTS, '')
  if (SELECT.test(bare)) return said || looksWritten(bare) ? sql : undefined
  const condition = bare.replace(WHERE, '')
  if (MEMBERS.test(condition)) return sql
  const column = TEST.exec(condition)?.[1]?.toLowerCase() ?? ''
  const known = ['v_customers', 'v_companies', 'v_people'].some((view) => columnsOfView(view)?.has(column))
  return known || (column !== '' && said) ? sql : undefined
}

/** "select customers from Canada" is said; `SELECT id FROM v_customers`, `select id from orders where total > 5` are written. */
const looksWritten = (sql: string): boolean =>
  /^\(?\s*(?:SELECT|WITH)\b/u.test(sql) ||
  /\bfrom\s+"?v_\w+/iu.test(sql) ||
  /\bfrom\s+"?(?:customers|orders|order_lines|products|events|people|companies|\w+_\w+)\b[\s\S]*\bwhere\b[\s\S]*[=<>']/iu.test(
    sql,
  )
