import { type Evidence, probabilityOf, sumOf, type Weights } from '../../evidence.ts'
import type { Cell, Table } from '../../table/table.ts'
import { plain } from '../label.ts'
import { tellingDigits } from '../money/amount.ts'
import { type GovernmentTitle, governmentIn, normalTitle, topicsOf } from './title.ts'

/** Topics that only tables of governments, and that only those of departments speak of. */
interface OwnTopics {
  readonly ofGovernments: (topics: string) => boolean
  readonly ofDepartments: (topics: string) => boolean
}

/**
 * Log-odds that a table tells a whole government's money and not a department's. Counted (`npm run fit:kinds`) on the 1216 tables
 * of 89 documents of departments that may be looked at: how many each kind of evidence speaks about. It speaks for a department
 * in all of them, also in the 906 of the half that is only counted, so that it would bear more than 6; no document of a whole
 * government is at hand to count how often it errs there. So the weights stay cautious: none alone decides against two others,
 * and what only one of the two prints in its titles says most together.
 */
const WEIGHTS = {
  // The bare name of a place, or 全县, in the title of the table itself: in none of a department.
  place: { weight: 3, examples: 1216 },
  // 部门, 单位 in its title, or the name of an office on its label.
  office: { weight: 3, examples: 785 },
  topics: { weight: 2, examples: 1216 },
  cover: { weight: 3, examples: 1087 },
  labels: { weight: 1.5, examples: 1008 },
  figures: { weight: 3, examples: 620 },
} as const satisfies Weights
/** Titles of one kind say no more together than this many. */
const MOST = 3

/** What the cover of a document says of whose money it tells. */
export type CoverSays = 'government' | 'department' | null

/** A cover speaks of a department's or a unit's budget, or of a government's: 2025年岳西县政府预算公开, 2023年财政总决算. */
export function coverSays(cover: string | null): CoverSays {
  if (cover === null) return null
  const [department, government] = [
    /(?:部门|单位)(?:综合)?(?:预算|决算)/.test(cover),
    /(?:政府|财政|总)(?:收支)?(?:总)?(?:预算|决算)|(?:预算|决算)草案/.test(cover),
  ]
  return department === government ? null : department ? 'department' : 'government'
}

/** What the tables of a document, and its cover, say of whose money each of them tells. */
export interface Owners {
  readonly evidence: readonly Evidence[]
  /** Figures of the tables that only departments have. */
  readonly figures: ReadonlySet<string>
}

export const NO_OWNERS: Owners = { evidence: [], figures: new Set() }

/** A name of an office on the label of a table; the name of a place or of its government is none, nor is the office that draws up the books of the whole government. */
const OFFICE = /(?<!财政)(?:局|厅|委|委员会|办公室|院|校|团|馆|中心|大学|中学|小学|幼儿园|大队|站|所)(?:[(（]本级[)）])?$/
const isOfOffice = ({ title, department }: Pick<Table, 'title' | 'department'>): boolean =>
  /部门|单位/.test(title ?? '') || OFFICE.test(department ?? '')

/** Figures of fewer digits are alike by chance. */
const LEAST_DIGITS = 5
const figuresIn = ({ cells }: Pick<Table, 'cells'>): string[] =>
  cells.flatMap(({ text }: Cell) =>
    /^[\d,]+\.\d+$/.test(text) && tellingDigits(text) >= LEAST_DIGITS ? [text.replaceAll(',', '')] : [],
  )

/** Evidence that several tables give, so many times as there are of them. */
const repeated = (name: keyof typeof WEIGHTS, count: number, because: string): Evidence[] =>
  count === 0 ? [] : [{ name, weight: Math.sign(count) * Math.min(Math.abs(count), MOST) * WEIGHTS[name].weight, because }]

/** What all tables of a document and its cover say. */
export function ownersOf(tables: readonly Table[], cover: CoverSays, { ofGovernments, ofDepartments }: OwnTopics): Owners {
  const topics = (of: (topics: string) => boolean): Table[] =>
    tables.filter(({ title }) => {
      const found = title === null ? null : topicsOf(normalTitle(title))
      return found !== null && found.rest === '' && of(found.topics)
    })
  const [governments, departments] = [topics(ofGovernments), topics(ofDepartments)]
  const offices = tables.filter(isOfOffice).length
  const ofCover = cover === null ? 0 : cover === 'government' ? 1 : -1
  return {
    evidence: [
      ...repeated('topics', governments.length, `${governments.length} titles that only governments print`),
      ...repeated('topics', -departments.length, `${departments.length} titles that only departments print`),
      ...repeated('labels', -offices, `${offices} tables with the name of an office, or of 部门 or 单位`),
      ...repeated('cover', ofCover, `the cover says ${cover}`),
    ],
    figures: new Set(departments.flatMap(figuresIn)),
  }
}

/** Whether a table is of a whole government, and how sure that is, 0 to 1. */
export interface Ownership {
  readonly isGovernment: boolean
  readonly certainty: number
  readonly evidence: readonly Evidence[]
  readonly because: string
  readonly title: GovernmentTitle
}

/** Whose money a table tells, by its own title and label, its figures, and what the document says. */
export function ownershipOf(table: Table, { evidence, figures }: Owners): Ownership {
  const title = governmentIn(table.title ?? '')
  const shared = figures.size === 0 ? undefined : figuresIn(table).find(figure => figures.has(figure))
  const own: Evidence[] = [
    ...(title.isNamed ? repeated('place', 1, `its title names ${title.place ?? 'a whole place'}`) : []),
    ...(isOfOffice(table) ? repeated('office', -1, `it names ${plain(table.department ?? '') || '部门'}`) : []),
    ...(shared === undefined ? [] : repeated('figures', -1, `${shared} stands in a table of a department too`)),
  ]
  const all = [...evidence, ...own]
  const odds = sumOf(all)
  return {
    ...{ isGovernment: odds > 0, certainty: Math.abs(2 * probabilityOf(odds) - 1), evidence: all, title },
    because: all.map(({ because }) => because).join('; '),
  }
}
