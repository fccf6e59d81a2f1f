import { parseArgs } from 'node:util'
import { BudgetError } from '../errors.ts'
import { version } from '../version.ts'
import { type Arguments, type Command, EXIT, type Listed, type Surroundings } from './command.ts'
import { helpOf, optionsOf, overview } from './help.ts'
import { COMMANDS } from './list.ts'
import { errorIn, type Language, saidIn, usageIn } from './said.ts'

/** Do what the words after `yusuan` say; returns the exit code. */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const [word, ...rest] = argv
  if (word === '--version' || word === '-v') return say(surroundings.print, `${version}\n`, EXIT.done)
  // Also where the words are no call of a command, and an error has to be told.
  const language = languageOf(/--language[= ](\w+)/.exec(rest.join(' '))?.[1], surroundings)
  if (word === '--help' || word === '-h' || word === 'help')
    return say(surroundings.print, overview(COMMANDS, language), EXIT.done)
  if (word === undefined) return say(surroundings.say, overview(COMMANDS, language), EXIT.usage)
  const listed = COMMANDS.find(({ name }) => name === word)
  if (!listed) return say(surroundings.say, `${saidIn(language).noCommand(word, surroundings.program)}\n`, EXIT.usage)
  const command = await listed.load()
  try {
    const args = argumentsOf(command, rest)
    if (args.flags.has('help')) return say(surroundings.print, helpOf(listed, command, language), EXIT.done)
    return await command.run(args, { ...surroundings, language })
  } catch (error) {
    return failed(error, { ...listed, ...command }, { ...surroundings, language })
  }
}

/** The language that is asked for, else that of the locale. */
const languageOf = (asked: string | undefined, { language }: Surroundings): Language =>
  asked === 'zh' || asked === 'en' ? asked : language

function say(print: (text: string) => void, text: string, code: number): number {
  print(text)
  return code
}

/** An option as a user wrote it. */
interface Written {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

/** Why an option cannot be written so; null where it can. */
function wrongWith({ name, rawName, value, inlineValue }: Written, options: Command['options']): string | null {
  const type = options[name]?.type
  if (type === undefined) return `no option ${rawName}`
  if (type === 'boolean') return value === undefined ? null : `${rawName} takes no value`
  if (value === undefined) return `${rawName} wants a value`
  const isLikeOption = !inlineValue && /^-./.test(value)
  return isLikeOption ? `${rawName} wants a value; one that begins with - is written --${name}=${value}` : null
}

/** The words of a user as flags, values and the rest; a usage error when the command has no such option. */
function argumentsOf(command: Command, words: readonly string[]): Arguments {
  const known = optionsOf(command)
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }]),
  )
  const parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true })
  const written: Written[] = parsed.tokens.filter(token => token.kind === 'option')
  const wrong = written.map(token => wrongWith(token, known)).find(text => text !== null)
  if (wrong !== undefined) throw new BudgetError('usage', wrong)
  return {
    positionals: parsed.positionals,
    flags: new Set(written.filter(({ value }) => value === undefined).map(({ name }) => name)),
    values: new Map(written.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]))),
  }
}

/** The name of this program before that of a command that an error advises. */
const ADVISED = new RegExp(`\\byusuan (?=(?:${COMMANDS.map(({ name }) => name).join('|')})\\b)`, 'g')

/** Errors about the call, whose remedy is another call. */
const USAGE = new Set(['usage', 'no-such-page', 'unwritable', 'not-installed', 'queue'])

function failed(error: unknown, command: Listed & Command, { say: tell, language, program }: Surroundings): number {
  if (!(error instanceof BudgetError)) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    tell(`yusuan ${command.name}: ${saidIn(language).internal}: ${what}\n`)
    return EXIT.internal
  }
  tell(`yusuan ${command.name}: ${errorIn(language, error.message).replaceAll(ADVISED, `${program} `)}\n`)
  if (error.code === 'usage')
    tell(`${saidIn(language).usage(`${program} ${command.name} ${usageIn(language, command.usage)}`)}\n`)
  return USAGE.has(error.code) ? EXIT.usage : EXIT.someFailed
}
