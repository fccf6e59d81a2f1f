import { BudgetError } from '../errors.ts'
import { type Arguments, type Command, EXIT, type Listed, type Option, type Surroundings } from './command.ts'
import { optionsOf } from './help.ts'

interface Completed extends Listed {
  readonly options: readonly (readonly [string, Option])[]
}

const completed = (commands: readonly Listed[]): Promise<Completed[]> =>
  Promise.all(commands.map(async listed => ({ ...listed, options: Object.entries(optionsOf(await listed.load())) })))

const bash = (commands: readonly Completed[]): string => `_yusuan() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(' ')}"
  elif [[ $word == -* ]]; then
    case \${COMP_WORDS[1]} in
${commands.map(({ name, options }) => `      ${name}) words="${options.map(([option]) => `--${option}`).join(' ')}" ;;`).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _yusuan yusuan
`

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const fish = (commands: readonly Completed[]): string =>
  commands
    .flatMap(({ name, summary, options }) => [
      `complete -c yusuan -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
      ...options.map(
        ([option, { short, type, help }]) =>
          `complete -c yusuan -n '__fish_seen_subcommand_from ${name}' -l ${option}${short ? ` -s ${short}` : ''}${type === 'string' ? ' -r' : ''} -d ${quoted(help)}`,
      ),
    ])
    .join('\n')
    .concat('\n')

/** Scripts by shell; zsh takes that of bash. */
const SCRIPTS: Readonly<Record<string, (commands: readonly Completed[]) => string>> = {
  bash,
  zsh: commands => `autoload -U bashcompinit && bashcompinit\n${bash(commands)}`,
  fish,
}

async function run(
  commands: readonly Listed[],
  { positionals: [shell = '', ...more] }: Arguments,
  { print }: Surroundings,
): Promise<number> {
  const script = SCRIPTS[shell]
  if (script === undefined || more.length > 0)
    throw new BudgetError('usage', `one shell is wanted: ${Object.keys(SCRIPTS).join(', ')}`)
  print(script(await completed(commands)))
  return EXIT.done
}

/** The command that prints a script with which a shell completes these commands and their options. */
export const completionOf = (commands: readonly Listed[]): Command => ({
  usage: '<bash|zsh|fish>',
  options: {},
  run: (args, surroundings) => run(commands, args, surroundings),
})
