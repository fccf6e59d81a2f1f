import { parseArgs } from 'node:util'
import { BudgetError } from '../errors.ts'
import { version } from '../version.ts'
import { check } from './check.ts'
import { type Arguments, type Command, EXIT, type Surroundings } from './command.ts'
import { compare } from './compare.ts'
import { correct } from './correct.ts'
import { coverage } from './coverage.ts'
import { enqueueCommand } from './enqueue.ts'
import { exportCommand } from './export.ts'
import { extract } from './extract.ts'
import { grids } from './grids.ts'
import { COMMON, helpOf, overview } from './help.ts'
import { inspect } from './inspect.ts'
import { panel } from './panel.ts'
import { report } from './report.ts'
import { review } from './review.ts'
import { sangong } from './sangong.ts'
import { status } from './status.ts'
import { work } from './work.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  extract,
  check,
  review,
  correct,
  report,
  sangong,
  panel,
  grids,
  inspect,
  exportCommand,
  compare,
  coverage,
  enqueueCommand,
  work,
  status,
]

/** Do what the words after `yusuan` say; returns the exit code. */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const [word, ...rest] = argv
  if (word === '--version' || word === '-v') return say(surroundings.print, `${version}\n`, EXIT.done)
  if (word === '--help' || word === '-h' || word === 'help') return say(surroundings.print, overview(COMMANDS), EXIT.done)
  if (word === undefined) return say(surroundings.say, overview(COMMANDS), EXIT.usage)
  const command = COMMANDS.find(({ name }) => name === word)
  if (!command) return say(surroundings.say, `yusuan: no command ${word}; see yusuan --help\n`, EXIT.usage)
  try {
    const args = argumentsOf(command, rest)
    if (args.flags.has('help')) return say(surroundings.print, helpOf(command), EXIT.done)
    return await command.run(args, surroundings)
  } catch (error) {
    return failed(error, command, surroundings)
  }
}

function say(print: (text: string) => void, text: string, code: number): number {
  print(text)
  return code
}

/** The words of a user as flags, values and the rest; a usage error when the command has no such option. */
export function argumentsOf(command: Command, words: readonly string[]): Arguments {
  try {
    const options = Object.fromEntries(
      Object.entries({ ...command.options, ...COMMON }).map(([name, { type, short }]) => [
        name,
        { type, ...(short && { short }) },
      ]),
    )
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    const entries = Object.entries(values)
    return {
      positionals,
      flags: new Set(entries.filter(([, value]) => value === true).map(([name]) => name)),
      values: new Map(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    }
  } catch (cause) {
    throw new BudgetError('usage', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** Errors about the call, whose remedy is another call. */
const USAGE = new Set(['usage', 'no-such-page', 'unwritable', 'not-installed', 'queue'])

function failed(error: unknown, command: Command, { say: tell }: Surroundings): number {
  if (!(error instanceof BudgetError)) {
    tell(`yusuan ${command.name}: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return EXIT.internal
  }
  tell(`yusuan ${command.name}: ${error.message}\n`)
  if (error.code === 'usage') tell(`usage: yusuan ${command.name} ${command.usage}\n`)
  return USAGE.has(error.code) ? EXIT.usage : EXIT.someFailed
}
