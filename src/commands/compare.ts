import { resolve } from 'node:path'
import { documentOf, readArchive } from '../batch/archive.ts'
import { type Outcome, succeeded } from '../batch/outcome.ts'
import { isCurrent, isOfAnyPlace, partsOfPublications } from '../batch/publications.ts'
import { BudgetError } from '../errors.ts'
import { COMPARISON, comparisonRows } from '../write/relations/comparison.ts'
import { type Arguments, type Command, EXIT, ROW_OPTIONS, rowForm, type Surroundings } from './command.ts'
import { comparisonText, SCOPES, scopeWord, UNKNOWN } from './compare-text.ts'
import { saidIn } from './said.ts'

const KINDS = { budget: 'budget', final: 'final-accounts' } as const

/** The two years: those asked for, or the last two that there are. */
function yearsOf(outcomes: readonly Outcome[], wanted: string | undefined): readonly [number, number] {
  const years = [...new Set(outcomes.flatMap(({ subject }) => (subject?.fiscalYear ? [subject.fiscalYear] : [])))].sort()
  const asked = wanted?.split(/[,-]/).map(Number)
  if (asked && (asked.length !== 2 || !asked.every(Number.isInteger)))
    throw new BudgetError('usage', `--years wants two years such as 2023,2024, not ${wanted}`)
  if (years.length === 0) throw new BudgetError('usage', 'no document tells its year')
  const [before, after] = asked ?? years.slice(-2)
  if (before === undefined || after === undefined) throw new BudgetError('usage', `only one year is there: ${years.join(', ')}`)
  return [Math.min(before, after), Math.max(before, after)]
}

/** A department name that says itself where it is, so that documents without a region can be told to be its own. */
const NAMES_PLACE = /[省市区县州盟旗镇乡]/

/** Whom a document is of; one that does not tell of which place is of an office of its own. */
function officeOf(outcome: Outcome): string {
  const { department, region } = outcome.subject ?? {}
  const place = NAMES_PLACE.test(department ?? '') ? null : region
  return [place, department, isOfAnyPlace(outcome) ? `(${outcome.name})` : null].filter(Boolean).join(' ')
}

/** The documents of the one department that is meant; a usage error when none or several fit, never two of them mixed. */
export function documentsOf(outcomes: readonly Outcome[], wanted: string): Outcome[] {
  const names = ({ subject }: Outcome): string[] => {
    const { department, region } = subject ?? {}
    return department ? [department, `${region ?? ''}${department}`, `${region ?? ''} ${department}`] : []
  }
  const fitting = (fits: (name: string) => boolean): Outcome[] => outcomes.filter(outcome => names(outcome).some(fits))
  // Its whole name before one that ends so, and that before a part of one: 县水利局 is no part of 县水利局水利工程管理站.
  const all = [fitting(name => name === wanted), fitting(name => name.endsWith(wanted)), fitting(name => name.includes(wanted))]
  const mine = all.find(some => some.length > 0)
  if (mine === undefined) throw new BudgetError('usage', `no department ${wanted} (yusuan coverage lists them)`)
  const offices = [...new Set(mine.map(officeOf))].sort()
  if (offices.length > 1)
    throw new BudgetError('usage', `several departments fit ${wanted}: ${offices.join(', ')}; write one of them`)
  return mine
}

/** The documents of one scope: the one asked for, else the one that most documents have, the department before the unit. */
export function ofScope(outcomes: readonly Outcome[], wanted: string | undefined): Outcome[] {
  if (wanted !== undefined && !(wanted in SCOPES))
    throw new BudgetError('usage', `--scope wants department, unit, government or unknown, not ${wanted}`)
  const groups = Map.groupBy(outcomes, ({ subject }): string => subject?.scope ?? UNKNOWN)
  if (wanted !== undefined) {
    const own = groups.get(wanted)
    if (!own) throw new BudgetError('usage', `no document of scope ${wanted}; there are ${[...groups.keys()].join(', ')}`)
    return own
  }
  const order = ['department', 'unit', UNKNOWN]
  const best = [...groups].sort(([a, x], [b, y]) => y.length - x.length || order.indexOf(a) - order.indexOf(b))
  return best[0]?.[1] ?? []
}

function one(outcomes: readonly Outcome[], year: number): Outcome {
  const found = outcomes.filter(({ subject }) => subject?.fiscalYear === year)
  const [first, ...more] = found
  if (!first) throw new BudgetError('usage', `no document of ${year}`)
  if (more.length > 0)
    throw new BudgetError('usage', `several documents of ${year}: ${found.map(({ name }) => name).join(', ')}`)
  return first
}

/** Outcomes by the word of `--kind` for what they are. */
type Kind = keyof typeof KINDS

/** The years of the documents of a kind; none where the scope that is asked for has none. */
const yearsIn = (outcomes: readonly Outcome[], scope: string | undefined): number[] => [
  ...new Set(
    outcomes
      .filter(({ subject }) => scope === undefined || (subject?.scope ?? UNKNOWN) === scope)
      .flatMap(({ subject }) => subject?.fiscalYear ?? []),
  ),
]

/** What the documents of a kind are called in an error, and how they are asked for. */
const refusalOf = (kind: Kind, missing: string, years: readonly number[]): BudgetError => {
  const there = [...years].sort().join(', ')
  return kind === 'budget'
    ? new BudgetError('usage', `no budget of ${missing}; there are final accounts of ${there}: --kind final`)
    : new BudgetError('usage', `no final accounts of ${missing}; there are budgets of ${there}: --kind budget`)
}

/**
 * The kind that is compared: the one asked for, else the budgets, or the final accounts where only they have both years. A usage error that
 * names the other kind where that has the years and was not asked for.
 */
export function kindOf(outcomes: readonly Outcome[], { values }: Pick<Arguments, 'values'>): Kind {
  const asked = values.get('kind')
  if (asked !== undefined && asked !== 'budget' && asked !== 'final')
    throw new BudgetError('usage', `--kind wants budget or final, not ${asked}`)
  const years = values.get('years')?.split(/[,-]/).map(Number)
  const of = (kind: Kind): number[] =>
    yearsIn(
      outcomes.filter(({ subject }) => subject?.kind === KINDS[kind]),
      values.get('scope'),
    )
  const has = (kind: Kind): boolean => (years ? years.every(year => of(kind).includes(year)) : of(kind).length > 1)
  const first = asked ?? 'budget'
  const other = first === 'budget' ? 'final' : 'budget'
  if (has(first) || !has(other)) return first
  if (asked === undefined) return other
  const missing = years?.filter(year => !of(first).includes(year)).join(', ') ?? 'two years'
  throw refusalOf(first, missing, of(other))
}

async function run(args: Arguments, { cwd, print, say, language }: Surroundings): Promise<number> {
  const { positionals, values, flags } = args
  const [output, department, ...more] = positionals
  if (output === undefined || department === undefined || more.length > 0)
    throw new BudgetError('usage', 'a folder of results and a department are wanted')
  const out = resolve(cwd, output)
  const archive = await readArchive(out)
  // Of a publication in parts the one that leads it: that with most tables.
  const parts = new Set([...partsOfPublications(archive).values()].flat())
  const outcomes = archive.filter(
    outcome =>
      isCurrent(outcome) &&
      succeeded(outcome) &&
      !parts.has(outcome.name) &&
      Object.values<unknown>(KINDS).includes(outcome.subject?.kind),
  )
  const either = documentsOf(outcomes, department)
  const kind = kindOf(either, args)
  if (kind !== (values.get('kind') ?? 'budget')) say(`${saidIn(language).otherKind}\n`)
  const all = either.filter(({ subject }) => subject?.kind === KINDS[kind])
  const mine = ofScope(all, values.get('scope'))
  const others = new Set(all.map(({ subject }) => scopeWord(subject?.scope)))
  others.delete(scopeWord(mine[0]?.subject?.scope))
  if (others.size > 0) say(`${saidIn(language).otherScopes([...others].join(', '))}\n`)
  const [before, after] = yearsOf(mine, values.get('years'))
  const rows = comparisonRows(documentOf(out, one(mine, before)), documentOf(out, one(mine, after)))
  const form = rowForm(args)
  print(form === null ? comparisonText(rows, flags.has('all'), language) : form.head(COMPARISON) + form.rows(COMPARISON, rows))
  return EXIT.done
}

/** Two years of a department side by side. */
export const command: Command = {
  usage: '<output> <department> [--years 2023,2024] [--kind budget|final] [--scope SCOPE]',
  options: {
    years: { type: 'string', value: 'A,B', help: 'the two years (the last two that there are)' },
    kind: {
      type: 'string',
      value: 'KIND',
      help: 'budget or final; without it budgets, or final accounts where only they have both years',
    },
    scope: {
      type: 'string',
      value: 'SCOPE',
      help: 'department (部门), unit (本级), government (政府) or unknown (口径不明); without it the one that most documents have',
    },
    all: { type: 'boolean', help: 'print every figure, not only the largest changes' },
    ...ROW_OPTIONS,
  },
  run,
}
