import { columnsOfView } from '../../criteria/sql/views.ts'

/** What people say before SQL that they paste, and what they put around it. */
const LEAD = /^[^:\n`]{0,80}\bsql\b[^:\n`]{0,40}[:\n]\s*/iu
const FENCE = /```(?:sql(?:ite)?)?\s*([\s\S]*?)```/iu

const SELECT =
  /^\(?\s*(?:select\s+[\w*,.\s()"']+?\s+from\s+["\w.]+|with\s+(?:recursive\s+)?["\w]+\s*(?:\([^()]*\)\s*)?as\s*\()/iu
const WHERE = /^where\s+/iu
const TEST =
  /^[\s(]*(?:not\s+)?(?:[a-z]\w*\.)?([a-z_]+)\s*(?:(?:=|<>|!=|<=?|>=?)\s*['"\d(]|(?:not\s+)?in\s*\(|(?:not\s+)?like\s+'|is\s+(?:not\s+)?null\b|between\s+['\d])/iu
const MEMBERS = /^[\s(]*(?:not\s+)?(?:exists\s*\(|(?:[a-z]\w*\.)?id\s+(?:not\s+)?in\s*\()\s*select\b/iu

/** The SQL of a message that is nothing else, but for words before it such as "explain this SQL:". */
export function pastedSql(text: string): string | undefined {
  const fenced = FENCE.exec(text)?.[1]
  const led = LEAD.test(text)
  const sql = (fenced ?? text.replace(LEAD, '')).trim()
  if (SELECT.test(sql)) return led || fenced !== undefined || looksWritten(sql) ? sql : undefined
  const condition = sql.replace(WHERE, '')
  if (MEMBERS.test(condition)) return sql
  const column = TEST.exec(condition)?.[1]?.toLowerCase() ?? ''
  const known = ['v_customers', 'v_companies', 'v_people'].some((view) => columnsOfView(view)?.has(column))
  return known || (column !== '' && (led || fenced !== undefined)) ? sql : undefined
}

/** "select customers from Canada" is said; `SELECT id FROM v_customers`, `select id from orders where total > 5` are written. */
const looksWritten = (sql: string): boolean =>
  /^\(?\s*(?:SELECT|WITH)\b/u.test(sql) ||
  /\bfrom\s+"?v_\w+/iu.test(sql) ||
  /\bwhere\b[\s\S]*[=<>']/iu.test(sql)
