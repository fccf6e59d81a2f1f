import type { Command, Listed, Option } from './command.ts'
import { inLanguage, type Language, usageIn } from './said.ts'

const COMMON: Readonly<Record<string, Option>> = {
  help: { type: 'boolean', short: 'h', help: 'print this help' },
  language: { type: 'string', value: 'zh|en', help: 'language of help and messages: zh or en (that of the locale)' },
}

/** All options of a command; its own say more than those that every command has. */
export const optionsOf = ({ options }: Command): Command['options'] => ({ ...options, ...COMMON, ...options })

const flag = ([name, option]: [string, Option]): string =>
  `${option.short ? `-${option.short}, ` : '    '}--${name}${option.value ? ` ${option.value}` : ''}`

/** The help of one command. */
export function helpOf({ name, summary }: Listed, command: Command, language: Language): string {
  const options = Object.entries(optionsOf(command))
  const width = Math.max(...options.map(option => flag(option).length))
  const lines = options.map(option => `  ${flag(option).padEnd(width)}  ${inLanguage(language, option[1].help)}`)
  return [`yusuan ${name} ${usageIn(language, command.usage)}`, '', inLanguage(language, summary), '', ...lines, ''].join('\n')
}

/** The help of the whole program. */
export function overview(commands: readonly Listed[], language: Language): string {
  const say = (text: string): string => inLanguage(language, text)
  const width = Math.max(...commands.map(command => command.name.length))
  return [
    say('yusuan: published Chinese government budget PDFs as data that can be trusted'),
    '',
    say('yusuan <command> …, yusuan <command> --help, yusuan --version'),
    '',
    ...commands.map(command => `  ${command.name.padEnd(width)}  ${say(command.summary)}`),
    '',
    say(
      'Exit codes: 0 done, 1 internal error, 2 wrong usage, or a folder that cannot be written or is in use, a package or a queue that is not there, 3 some documents failed, 4 --strict and an identity is broken, 130 interrupted',
    ),
    '',
  ].join('\n')
}
