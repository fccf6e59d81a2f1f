import { statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { BudgetError } from '../errors.ts'
import { ROW_FORMS, type RowForm } from '../write/relations/relation.ts'
import { type Language, saidIn } from './said.ts'

/** An option of a command, in the form that node:util parseArgs takes, with its help. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** Name of the value in the help; only for a string. */
  readonly value?: string
  readonly help: string
}

/** The world outside, so that a command can be run by a test as by a person. */
export interface Surroundings {
  /** Folder that relative paths start from. */
  readonly cwd: string
  /** Data, to stdout. */
  readonly print: (text: string) => void
  /** Messages and progress, to stderr. */
  readonly say: (text: string) => void
  /** Whether stderr is a terminal, so that progress may be drawn. */
  readonly terminal: boolean
  /** How wide the terminal is now, in characters. */
  readonly columns?: () => number
  /** The first Ctrl-C or SIGTERM: finish what runs and begin nothing more. */
  readonly signal: AbortSignal
  /** The second one: stop at once. */
  readonly stop: AbortSignal
  readonly stdin: Readable
  /** How the user calls this program, for hints. */
  readonly program: string
  readonly language: Language
}

/** What a user typed after the name of the command. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}

/** One command; `run` returns the exit code. */
export interface Command {
  /** What follows `yusuan <name>`. */
  readonly usage: string
  readonly options: Readonly<Record<string, Option>>
  readonly run: (args: Arguments, surroundings: Surroundings) => Promise<number>
}

/** A command as the help lists it. */
export interface Listed {
  readonly name: string
  readonly summary: string
  /** What it does and takes; loaded when it is wanted, so that no command waits for what only others need. */
  readonly load: () => Promise<Command>
}

/** The folder of results that is the one thing a command is given; a usage error without it, or with more. */
export function resultsFolder({ positionals }: Pick<Arguments, 'positionals'>, cwd: string): string {
  const [output, ...more] = positionals
  if (output === undefined || more.length > 0) throw new BudgetError('usage', 'one folder of results is wanted')
  const path = resolve(cwd, output)
  if (statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new BudgetError('usage', `${output} is no folder of results; run yusuan extract ${output} first`)
  return path
}

/** The options of a command that prints rows for programs, and for people where it is given neither. */
export const ROW_OPTIONS = {
  csv: { type: 'boolean', help: 'print CSV' },
  json: { type: 'boolean', help: 'print one row a line as JSON' },
} as const satisfies Command['options']

/** Tells of a document of the manifest that a command goes without, because it is not there any more. */
export const tellGone =
  ({ say, language, program }: Surroundings) =>
  (name: string): void =>
    say(`${saidIn(language).gone(name, program)}\n`)

/** The form in which rows are asked for; null for people. */
export const rowForm = ({ flags }: Pick<Arguments, 'flags'>): RowForm | null =>
  flags.has('json') ? ROW_FORMS.jsonl : flags.has('csv') ? ROW_FORMS.csv : null

/** The option of a command whose text is to be sent to somebody: its language is not that of whoever runs it. */
export const TEXT_LANGUAGE = {
  language: { type: 'string', value: 'zh|en', help: 'language of the text (zh)' },
} as const satisfies Command['options']

/** What `TEXT_LANGUAGE` says; a usage error where it is no language. */
export function textLanguage({ values }: Pick<Arguments, 'values'>): Language {
  const language = values.get('language') ?? 'zh'
  if (language !== 'zh' && language !== 'en') throw new BudgetError('usage', `no language ${language}; zh or en`)
  return language
}

/** A whole number above zero of seven digits at most, or a usage error. */
export function positive(name: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new BudgetError('usage', `--${name} wants a whole number from 1 to 9999999, not ${text}`)
  return Number(text)
}

/** Exit codes, for scripts. */
export const EXIT = { done: 0, internal: 1, usage: 2, someFailed: 3, identitiesFail: 4, interrupted: 130 } as const

/** A folder as the user would write it: relative when it is below where they stand. */
export function shownPath(cwd: string, folder: string): string {
  const path = relative(cwd, folder) || '.'
  return path.startsWith('..') ? folder : path
}
