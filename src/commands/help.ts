import type { Command, Listed, Option } from './command.ts'

/** Options that every command has. */
export const COMMON: Readonly<Record<string, Option>> = {
  help: { type: 'boolean', short: 'h', help: 'print this help' },
}

const flag = ([name, option]: [string, Option]): string =>
  `${option.short ? `-${option.short}, ` : '    '}--${name}${option.value ? ` ${option.value}` : ''}`

/** The help of one command. */
export function helpOf({ name, summary }: Listed, { usage, options: own }: Command): string {
  const options = Object.entries({ ...own, ...COMMON })
  const width = Math.max(...options.map(option => flag(option).length))
  const lines = options.map(option => `  ${flag(option).padEnd(width)}  ${option[1].help}`)
  return [`yusuan ${name} ${usage}`, '', summary, '', ...lines, ''].join('\n')
}

/** The help of the whole program. */
export function overview(commands: readonly Listed[]): string {
  const width = Math.max(...commands.map(command => command.name.length))
  return [
    'yusuan: published Chinese government budget PDFs as data that can be trusted',
    '',
    'yusuan <command> …, yusuan <command> --help, yusuan --version',
    '',
    ...commands.map(command => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Exit codes: 0 done, 1 internal error, 2 wrong usage, 3 some documents failed, 130 interrupted',
    '',
  ].join('\n')
}
