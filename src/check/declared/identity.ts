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
  /** Lines that together are what is said, where no place prints it: what the lines are called does not say so, and a difference blames nobody. */
  readonly added?: readonly Choice[]
  /** Only a match proves something: figures of this name may mean other money. */
  readonly loose?: boolean
}

/** A whole of a form and its parts by their labels; where the part that takes in all the rest is named, nothing is left out. */
export interface LabelSum {
  readonly whole: RegExp
  readonly parts: readonly RegExp[]
  readonly rest?: RegExp
  /** Whether it says nothing where one of the parts is not printed. */
  readonly needsAll?: true
}

/** Inside tables of some kinds. */
interface InTables {
  /** `rest`: all tables that no other identity of the form names, those of no known kind among them. */
  readonly kinds: readonly string[] | 'any' | 'rest'
}

/** Subjects that repeat tables of some kinds. */
interface OfKinds {
  readonly kinds: readonly string[]
  /** Only items under a heading that names the fund of the table. */
  readonly underFund?: boolean
}

/** Tasks of a form with their money: the head of the whole, those of all its parts, and the label of all tasks together. */
interface Tasks {
  readonly whole: RegExp
  readonly parts: readonly RegExp[]
  readonly total: RegExp
}

/** Goals of these levels are compared; of a limit the name of its project is the first group. */
interface Levels {
  readonly level1?: RegExp
  readonly level2?: RegExp
  readonly level3?: RegExp
}

/** Of subjects in a table: a column, on one side of a ledger. */
interface Subjects {
  readonly kinds: readonly string[]
  readonly column: string
  readonly side?: 'income' | 'expense'
}

/** What needs no more than its name to be worked out. */
type Nothing = Readonly<Record<never, never>>

/** What an identity of each form wants to know. */
interface Wanted {
  /** In a row the whole column is the sum of its parts: header groups, and families of columns that add up. */
  readonly 'row-sum': InTables
  /** Down a column a line is the sum of its children, totals the sum of what stands at the top. */
  readonly 'tree-sum': InTables
  /** Items of 三公 one below the other. */
  readonly 'sangong-sum': InTables
  /** Rows that repeat the total. */
  readonly copies: InTables
  /** Percentages down a column. */
  readonly percent: InTables
  /** Some figures added up equal some others; `same` when each side is one printed figure. */
  readonly equal: {
    readonly comparison: 'same' | 'sum'
    readonly left: readonly Choice[]
    readonly right: readonly Choice[]
    /** Tried only when the income table shows no money but 财政拨款 (and nothing carried over). */
    readonly when?: 'only-fiscal' | 'only-fiscal-and-no-carry'
    /** Tables may leave out what is carried over: with money carried over, a difference proves nothing. */
    readonly unlessCarry?: boolean
    /** What the left may repeat instead where money is carried over: a table that leaves it out. */
    readonly withoutCarry?: readonly Choice[]
    /** The right is a part of the left: where the left is more, nothing follows. */
    readonly isPart?: true
    /** Tried only when these figures are blank or nothing, or their line is not there. */
    readonly only?: readonly Choice[]
  }
  /** The same subjects in two tables, code by code; compared only when the totals of both columns agree: only then are both about the same money. */
  readonly 'by-code': { readonly left: Subjects; readonly right: Subjects; readonly codes: 'class' | 'all' }
  /** Figures of the narrative repeat figures of tables, their parts after 其中 the same table's. */
  readonly said: { readonly sayings: readonly Saying[] }
  /** 三公 of the narrative repeat their table: that of the general budget alone, or of all funds. */
  readonly 'said-sangong': { readonly funds: 'all' | 'general' }
  /** Items under 具体使用情况. */
  readonly 'said-item': OfKinds
  /** Items under what is spent of a fund add up to it. */
  readonly 'item-sum': Nothing
  /** Lists of 款. */
  readonly 'said-list': OfKinds
  /** Parts after 其中 with the name of a 类 repeat the table of their whole. */
  readonly 'said-class': Nothing
  readonly 'said-again': Nothing
  /** Names that were replaced: the old one, the year from which the new one holds, and the new one. */
  readonly 'said-name': { readonly replaced: readonly (readonly [old: string, since: number, now: string])[] }
  /** A whole of the narrative is the sum of its parts by the meaning of the words; the first `least` parts must be named. */
  readonly 'stated-sum': {
    /** What the whole must be called, where the parts alone do not tell. */
    readonly whole?: RegExp
    readonly parts: readonly RegExp[]
    readonly least: number
    /** When the sentence may leave a part out: less than the whole is a doubt then, but where it is so for a digit. */
    readonly isOpen?: 'always' | 'unless-all-named'
  }
  /** The change of a whole of the narrative is the sum of the changes of its parts, all of which are named and add up to it. */
  readonly 'change-sum': { readonly whole: RegExp; readonly parts: readonly RegExp[] }
  /** A number of things of the narrative, as its words count them, or the money of all of them, is the sum of those of each kind; `listed` is the table that lists those of one kind. */
  readonly 'stated-count': {
    readonly of: RegExp
    readonly unit: '个' | '辆'
    readonly listed?: { readonly label: RegExp; readonly kinds: readonly string[] }
  }
  readonly share: Nothing
  readonly growth: Nothing
  readonly direction: Nothing
  readonly change: Nothing
  readonly completion: Nothing
  readonly 'sangong-change': Nothing
  readonly 'sangong-previous': Nothing
  readonly 'repeated-change': Nothing
  /** A growth and the two amounts that it is told with. */
  readonly 'told-growth': Nothing
  readonly year: Nothing
  readonly empty: Nothing
  readonly 'told-parts': Nothing
  readonly 'told-changes': Nothing
  /** Funds of a form are the sum of their parts, all of which are printed (`isComplete`) or not. */
  readonly 'form-sum': { readonly sums: readonly LabelSum[]; readonly isComplete: boolean }
  /** The funds of the whole department's form are a figure of another table. */
  readonly 'form-total': { readonly right: Choice }
  readonly 'form-task': Tasks
  readonly 'form-tasks': Tasks
  /** A rate of spending in a form is what was spent of a budget: the heads of the rate, of what was spent, and of the budgets it may be of, the likeliest first. */
  readonly 'form-rate': { readonly rate: RegExp; readonly part: readonly string[]; readonly wholes: readonly string[] }
  /** Weights of the goals of a project add up to one of these. */
  readonly 'goal-weights': { readonly points: readonly bigint[] }
  /** The limit of a project's cost is its budget; one of all that it costs (`ofWhole`) may be of more. */
  readonly 'goal-cost': Levels & { readonly ofWhole?: true }
  readonly 'goal-limit': Levels
  readonly 'goal-sum': Levels
  readonly 'goal-share': Levels
  /**
   * Money that the narrative tells to be under performance goals: what its clause says, and what it says where all of its money is told to be (`ofAll`);
   * the figures that it is, those it may be as well, and those it is where the office itself is counted in, or (`also`) a part of that; its part of 财政拨款 has places of its own.
   */
  readonly 'said-goals': {
    readonly told: RegExp
    readonly ofAll?: RegExp
    readonly isOfProjects?: true
    readonly places: readonly Choice[]
    readonly narrower: readonly Choice[]
    readonly all: readonly Choice[]
    readonly also: readonly Choice[]
    readonly part?: { readonly label: RegExp; readonly places: readonly Choice[] }
  }
  readonly 'form-list': Nothing
  readonly 'goal-project': Nothing
}

export type Form = keyof Wanted

/** An identity of some form. */
export type Of<Kind extends Form> = { readonly [One in Kind]: Common & { readonly form: One } & Wanted[One] }[Kind]

/** One accounting identity. */
export type Identity = Of<Form>

/** Identities inside one table. */
export type Inside = Of<'row-sum' | 'tree-sum' | 'sangong-sum' | 'copies' | 'percent'>
export type Said = Of<'said'>
export type StatedSum = Of<'stated-sum'>
export type ChangeSum = Of<'change-sum'>

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

type More<Kind extends Form> = Wanted[Kind] & Pick<Common, 'byDefinition' | 'code'>

/** A row of the lists of identities: its form, its id, what it is called (`中文 | English`), and what else its form wants to know. */
export function identity<Kind extends Form>(
  form: Kind,
  id: string,
  words: string,
  ...[more]: Nothing extends Wanted[Kind] ? [more?: More<Kind>] : [more: More<Kind>]
): Of<Kind> {
  const [zh = '', en = ''] = words.split(' | ')
  return { id, name: { zh, en }, form, ...more } as unknown as Of<Kind>
}
