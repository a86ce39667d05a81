import { type McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import type { Thing, ThingKind, Things } from '#domain/things/things.ts'
import { foldText } from '#kernel/text.ts'
import { mcpPrompts } from '#prompts/mcp.ts'
import { type ResourceKind, templateUri } from './resources/kinds.ts'

/** As many as the protocol lets an answer hold. */
const MOST = 100

/** What an argument can be: things of a kind, or a few words. */
type Choices = ThingKind | readonly string[]

/** Completes the ids and names that templates and prompts take. */
export function registerCompletion(
  { server }: McpServer,
  { kinds, things }: { readonly kinds: readonly ResourceKind[]; readonly things: Things },
): void {
  server.setRequestHandler('completion/complete', ({ params: { ref, argument } }) => {
    const choices =
      ref.type === 'ref/prompt'
        ? promptChoices(ref.name, argument.name)
        : templateChoices(kinds, ref.uri, argument.name)
    const values =
      typeof choices === 'string' ? namesOf(choices, things.of(choices)) : choices.map((value) => [value])
    return { completion: completed(values, argument.value) }
  })
}

function templateChoices(kinds: readonly ResourceKind[], uri: string, argument: string): Choices {
  const kind = kinds.find(({ noun }) => templateUri(noun) === uri)
  if (kind?.each === undefined || argument !== 'id') throw invalid('There is no such template or variable')
  return kind.each.kind
}

function promptChoices(name: string, argument: string): Choices {
  const prompt = mcpPrompts.find((each) => each.name === name)
  const found = prompt?.arguments.find((each) => each.name === argument)
  if (found === undefined) throw invalid('There is no such prompt or argument')
  return found.choices ?? []
}

/** Each with what it is called, the first of which is what is put in: a name, where it is one and means but one. */
function namesOf(kind: ThingKind, things: readonly Thing[]): readonly (readonly string[])[] {
  const meant = Map.groupBy(things, ({ name }) => foldText(name))
  return things.map(({ id, name, code }) => {
    const isClear = kind !== 'proposal' && meant.get(foldText(name))?.length === 1
    return [...(isClear ? [name, id] : [id, name]), ...(code === null ? [] : [code])]
  })
}

/** Those that begin with what was typed, then those that hold it. */
function completed(values: readonly (readonly string[])[], typed: string) {
  const wanted = foldText(typed)
  const fits = (fit: (key: string) => boolean) => (names: readonly string[]) =>
    names.some((name) => fit(foldText(name)))
  const first = values.filter(fits((key) => key.startsWith(wanted)))
  const others = values.filter(fits((key) => !key.startsWith(wanted) && key.includes(wanted)))
  const found = [...new Set([...first, ...others].map(([value = '']) => value))]
  return { values: found.slice(0, MOST), total: found.length, hasMore: found.length > MOST }
}

const invalid = (message: string) => new ProtocolError(ProtocolErrorCode.InvalidParams, message)
