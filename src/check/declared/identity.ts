import type { Words } from '../../finding.ts'
import type { FindingCode } from '../finding-codes.ts'

/** A line of a table: its role or key, and on which side of a ledger. */
export interface LineChoice {
  readonly line: string
  readonly side?: 'income' | 'expense'
}

/** Figures in a table of one of some kinds; a column of the key, or the main column. */
export interface Choice extends LineChoice {
  readonly kinds: readonly string[]
  readonly column: string
  /** Counts as 0 when the table is there and the line is not. */
  readonly optional?: boolean
}

interface Common {
  readonly id: string
  readonly name: Words
  /** True by the meaning of its own words, wherever it is said: it need not be seen to hold in other places. */
  readonly byDefinition?: boolean
  /** Code of the finding where it fails, when it has one of its own. */
  readonly code?: FindingCode
}

/**
 * Inside a table of some kinds. `row-sum`: in a row the whole column is the sum of its parts (header groups, and families of
 * columns that add up). `tree-sum`: down a column a line is the sum of its children, totals the sum of what stands at the top.
 * `sangong-sum`: items of 三公 one below the other. `copies`: rows that repeat the total. `percent`: percentages down a column.
 */
export interface Inside extends Common {
  readonly form: 'row-sum' | 'tree-sum' | 'sangong-sum' | 'copies' | 'percent'
  /** `rest`: all tables that no other identity of the form names, those of no known kind among them. */
  readonly kinds: readonly string[] | 'any' | 'rest'
}

/** Some figures added up equal some others; `same` when each side is one printed figure. */
export interface Equal extends Common {
  readonly form: 'equal'
  readonly comparison: 'same' | 'sum'
  readonly left: readonly Choice[]
  readonly right: readonly Choice[]
  /** Tried only when the income table shows no money but 财政拨款 (and nothing carried over). */
  readonly when?: 'only-fiscal' | 'only-fiscal-and-no-carry'
  /** Tables may leave out what is carried over: with money carried over, a difference proves nothing. */
  readonly unlessCarry?: boolean
  /** What the left may repeat instead where money is carried over: a table that leaves it out. */
  readonly withoutCarry?: readonly Choice[]
  /** Tried only when these figures are blank or nothing, or their line is not there. */
  readonly only?: readonly Choice[]
}

/** The same subjects in two tables, code by code; compared only when the totals of both columns agree: only then are both about the same money. */
export interface ByCode extends Common {
  readonly form: 'by-code'
  readonly left: { readonly kinds: readonly string[]; readonly column: string; readonly side?: 'income' | 'expense' }
  readonly right: ByCode['left']
  readonly codes: 'class' | 'all'
}

/** A name of the narrative and the figures of tables it repeats. */
export interface Saying {
  /** Fits the whole subject. */
  readonly subject: RegExp
  /** Must fit the headings above. */
  readonly section?: RegExp
  /** Places to compare with: the first that is there counts. */
  readonly places: readonly Choice[]
  /** Places of narrower money, where the name may be a short one for it: only a match proves something there. */
  readonly narrower?: readonly Choice[]
  /** Only a match proves something: figures of this name may mean other money. */
  readonly loose?: boolean
}

/** Figures of the narrative repeat figures of tables, their parts after 其中 the same table's. */
export interface Said extends Common {
  readonly form: 'said'
  readonly sayings: readonly Saying[]
}

/** 三公 of the narrative repeat their table: that of the general budget alone, or of all funds. */
export interface SaidSangong extends Common {
  readonly form: 'said-sangong'
  readonly funds: 'all' | 'general'
}

/** Items under 具体使用情况 (`said-item`) and lists of 款 (`said-list`) repeat tables of some kinds. */
export interface SaidSubjects extends Common {
  readonly form: 'said-item' | 'said-list'
  readonly kinds: readonly string[]
  /** Only items under a heading that names the fund of the table. */
  readonly underFund?: boolean
}

/** A whole of the narrative is the sum of its parts by the meaning of the words; the first `least` parts must be named. */
export interface StatedSum extends Common {
  readonly form: 'stated-sum'
  /** What the whole must be called, where the parts alone do not tell. */
  readonly whole?: RegExp
  readonly parts: readonly RegExp[]
  readonly least: number
  /** When the sentence may leave a part out: less than the whole is a doubt then, but where it is so for a digit. */
  readonly isOpen?: 'always' | 'unless-all-named'
}

/** The change of a whole of the narrative is the sum of the changes of its parts, all of which are named and add up to it. */
export interface ChangeSum extends Common {
  readonly form: 'change-sum'
  readonly whole: RegExp
  readonly parts: readonly RegExp[]
}

/** A number of things of the narrative, or the money of all of them, is the sum of those of each kind. */
export interface StatedCount extends Common {
  readonly form: 'stated-count'
  readonly of: RegExp
  /** The table that lists the things of one kind. */
  readonly listed?: { readonly label: RegExp; readonly kinds: readonly string[] }
}

/** Names that were replaced: the old one, the year from which the new one holds, and the new one. */
export interface Names extends Common {
  readonly form: 'said-name'
  readonly replaced: readonly (readonly [old: string, since: number, now: string])[]
}

/** A whole of a form and its parts by their labels; where the part that takes in all the rest is named, nothing is left out. */
export interface LabelSum {
  readonly whole: RegExp
  readonly parts: readonly RegExp[]
  readonly rest?: RegExp
  /** Whether it says nothing where one of the parts is not printed. */
  readonly needsAll?: true
}

/** Funds of a form are the sum of their parts, all of which are printed (`isComplete`) or not. */
export interface FormSum extends Common {
  readonly form: 'form-sum'
  readonly sums: readonly LabelSum[]
  readonly isComplete: boolean
}

/** The funds of the whole department's form are a figure of another table. */
export interface FormTotal extends Common {
  readonly form: 'form-total'
  readonly right: Choice
}

/** Tasks of a form with their money: the head of the whole, those of all its parts, and the label of all tasks together. */
export interface FormTasks extends Common {
  readonly form: 'form-task' | 'form-tasks'
  readonly whole: RegExp
  readonly parts: readonly RegExp[]
  readonly total: RegExp
}

/** A rate of spending in a form is what was spent of a budget: the heads of the rate, of what was spent, and of the budgets it may be of, the likeliest first. */
export interface FormRate extends Common {
  readonly form: 'form-rate'
  readonly rate: RegExp
  readonly part: RegExp
  readonly wholes: readonly RegExp[]
}

/** Weights of the goals of a project add up to one of these. */
export interface GoalWeights extends Common {
  readonly form: 'goal-weights'
  readonly points: readonly bigint[]
}

/** Goals of these levels are compared; of a limit the name of its project is the first group. */
export interface Goals extends Common {
  readonly form: 'goal-cost' | 'goal-limit' | 'goal-sum' | 'goal-share'
  readonly level1?: RegExp
  readonly level2?: RegExp
  readonly level3?: RegExp
}

/** What needs no more than its name to be worked out; `said-class`: parts after 其中 with the name of a 类 repeat the table of their whole. */
export interface Plain extends Common {
  readonly form:
    | 'said-class'
    | 'said-again'
    | 'share'
    | 'growth'
    | 'direction'
    | 'change'
    | 'completion'
    | 'sangong-change'
    | 'repeated-change'
    | 'year'
    | 'empty'
    | 'told-parts'
    | 'told-changes'
    | 'form-list'
    | 'goal-project'
}

/** One accounting identity. */
export type Identity =
  | Inside
  | Equal
  | ByCode
  | Said
  | SaidSangong
  | SaidSubjects
  | StatedSum
  | ChangeSum
  | StatedCount
  | Names
  | FormSum
  | FormRate
  | FormTasks
  | FormTotal
  | GoalWeights
  | Goals
  | Plain

type Form = Identity['form']

/** An identity of some form. */
export type Of<Kind extends Form> = Identity & { readonly form: Kind }

/** Kinds of relation that are independent of each other: across a row, down a column, between tables, with the words. */
export type Direction = 'across' | 'down' | 'between' | 'words'

/** Which way forms run that compare figures of tables. */
const IN_TABLES: Readonly<Partial<Record<Form, Direction>>> = {
  'row-sum': 'across',
  percent: 'across',
  'tree-sum': 'down',
  'sangong-sum': 'down',
  copies: 'down',
  equal: 'between',
  'by-code': 'between',
}

/** Which way a form of identity runs: with the words, where it is none of tables. */
export const directionOfForm = (form: Form): Direction => IN_TABLES[form] ?? 'words'

/** Whether a form compares the narrative: not only tables, or goals and the forms they stand in. */
export const isNarrative = (form: Form): boolean => IN_TABLES[form] === undefined && !/^(?:form|goal)-/.test(form)

/** Identities that are true by the meaning of their own words. */
export const byDefinition = <Kind extends Identity>(identities: readonly Kind[]): Kind[] =>
  identities.map(identity => ({ ...identity, byDefinition: true }))

/** What an identity of some form has to say beside its name. */
type Wanted<Kind extends Identity> = Kind extends Identity ? Omit<Kind, 'id' | 'name' | 'form'> : never

/** A row of the lists of identities: its form, its id, what it is called (`中文 | English`), and what else its form wants to know. */
export function identity<Kind extends Form>(
  form: Kind,
  id: string,
  words: string,
  ...[more]: Partial<Wanted<Of<Kind>>> extends Wanted<Of<Kind>> ? [more?: Wanted<Of<Kind>>] : [more: Wanted<Of<Kind>>]
): Of<Kind> {
  const [zh = '', en = ''] = words.split(' | ')
  return { id, name: { zh, en }, form, ...more } as Of<Kind>
}
