import { isElided } from '../../budget/columns/money-words.ts'
import type { Dataset } from '../../budget/dataset.ts'
import {
  isBase,
  isCompared,
  isTold,
  isWholeOfShare,
  LAST_YEAR,
  measureSaid,
  type ProseFact,
  yearIn,
} from '../../budget/prose/prose.ts'
import { SANGONG_PARTS, type Sangong, type SangongMeasure } from '../../budget/sangong/sangong.ts'
import { isAmount, yearNamed } from '../relations/said/facts.ts'
import { isSaidOf, sangongKey } from '../relations/said/said-sangong.ts'
import { rowTold, type Said, toldOf } from './said.ts'

/** Amounts by part, with what they are: of which measure, of which year. */
interface Told {
  readonly measure: SangongMeasure
  /** Null where the document's is not known. */
  readonly year: number | null
  readonly said: Said
}

const keyOf = ({ measure, year }: Omit<Told, 'said'>): string => `${measure} ${year}`

/** The sentences' own amounts of a row, part by part: those that tell the same figure. */
function factsOf(dataset: Dataset, { measure, parts }: Sangong): Said {
  return Object.fromEntries(
    SANGONG_PARTS.map(part => {
      const isIt = (fact: ProseFact): boolean =>
        sangongKey(fact.subject) === part && fact.fen === parts[part]?.money.fen && isSaidOf(dataset, measure, fact)
      return [part, dataset.prose.find(isIt)]
    }),
  )
}

/** What an amount is compared with in its sentence, until the next one is told: the budget it is a per cent of, what it was the year before. */
function comparedWith({ prose }: Dataset, fact: ProseFact): readonly ProseFact[] {
  const behind = prose
    .slice(prose.indexOf(fact) + 1)
    .filter(({ sentence, kind }) => sentence === fact.sentence && kind !== 'year')
  const next = behind.findIndex((other, at) => isTold(other, behind[at - 1] ?? fact))
  const isOfIt = ({ subject }: ProseFact): boolean => isElided(subject) || sangongKey(subject) === sangongKey(fact.subject)
  return behind
    .slice(0, next < 0 ? undefined : next)
    .filter(other => isAmount(other) && isOfIt(other) && !isWholeOfShare(other) && (!isBase(other.label) || isCompared(other)))
}

/** Behind every year: rows of the document's own come first. */
const LAST = 9999

/** What an amount that another is compared with is itself: of the year that it names, planned or spent by its own words or, of another year, as that other is; null where it is not known apart from it. */
function asCompared({ label }: ProseFact, { measure, year }: Omit<Told, 'said'>): Omit<Told, 'said'> | null {
  const last = LAST_YEAR.test(label) && year !== null ? year - 1 : null
  const own = yearIn({ label })
  const of = own === undefined ? (last ?? year) : Number.parseInt(own, 10)
  const said = measureSaid(label)
  if (of === year)
    return said === null || measure === 'budget' ? null : { measure: said === 'final' ? 'final' : 'budget', year }
  return { measure: said === null ? measure : said === 'final' ? 'final' : 'budget', year: of }
}

/** What stands beside amounts in their sentences, each kind and year by itself. */
const besideOf = (dataset: Dataset, own: Told): Told[] =>
  SANGONG_PARTS.flatMap(part => {
    const fact = own.said[part]
    if (fact === undefined) return []
    return comparedWith(dataset, fact).flatMap(other => {
      const told = asCompared(other, own)
      return told === null || keyOf(told) === keyOf(own) ? [] : [{ ...told, said: { [part]: other } as Said }]
    })
  })

/** What is told of the same measure and year as one, the first amount of each part. */
const merged = (all: readonly Told[]): Told[] =>
  [...Map.groupBy(all, keyOf).values()].flatMap(same => {
    const [first] = same
    return first === undefined ? [] : [{ ...first, said: Object.assign({}, ...same.map(({ said }) => said).reverse()) as Said }]
  })

/** A document as its sentences tell it of another year: only what names that year, or is a part of what does, is an amount of it. */
function inYear({ prose, metadata, ...dataset }: Dataset, year: number): Dataset {
  const isOf = (fact: ProseFact): boolean => {
    const whole = prose[fact.whole ?? -1]
    return yearNamed(fact) === year || (yearNamed(fact) === null && whole !== undefined && isOf(whole))
  }
  return {
    ...dataset,
    // What a budget tells of other years need not be planned.
    metadata: { ...metadata, fiscalYear: year, kind: metadata.kind === 'budget' ? 'other' : metadata.kind },
    prose: prose.map(fact => (isOf(fact) ? fact : { ...fact, aside: true })),
  }
}

/** What sentences tell for itself of a measure and a year. */
const toldIn = (dataset: Dataset, measure: SangongMeasure, year: number | null): Told[] => {
  const said = toldOf(dataset, measure)
  return said === null ? [] : [{ measure, year, said }]
}

/**
 * 三公 that sentences tell beside that of the document's own year and kind, a row each: the budget beside what was spent, and what was planned or spent in other years;
 * `rows` are those that are known. The total of the year before alone is told in those.
 */
export function sangongBeside(dataset: Dataset, rows: readonly Sangong[]): Sangong[] {
  const { fiscalYear } = dataset.metadata
  const all = rows.filter(({ fund }) => fund === 'all')
  const own = all.filter(row => row.year === undefined)
  const known = new Set(all.map(({ measure, year = fiscalYear }) => keyOf({ measure, year })))
  const apart = toldApart(dataset)
  const beside = [...own.map(row => ({ measure: row.measure, year: fiscalYear, said: factsOf(dataset, row) })), ...apart]
  const isInPrevious = ({ measure, year, said }: Told): boolean =>
    year === (fiscalYear ?? 0) - 1 &&
    Object.values(said).filter(Boolean).length === 1 &&
    own.some(row => row.measure === measure && row.previous !== null && row.previous.money.fen === said.total?.fen)
  const found = together(
    apart,
    beside.flatMap(told => besideOf(dataset, told)),
  ).filter(told => !known.has(keyOf(told)) && !isInPrevious(told))
  const rowOf = ({ measure, year, said }: Told): Sangong => ({
    ...rowTold(measure, said),
    ...(year !== null && year !== fiscalYear && { year }),
  })
  return found.map(rowOf).sort((a, b) => (b.year ?? LAST) - (a.year ?? LAST))
}

/** What sentences tell for itself, of the document's year and, where that is known, of others that they name. */
function toldApart(dataset: Dataset): Told[] {
  const { fiscalYear } = dataset.metadata
  const named = dataset.prose.flatMap(fact => (sangongKey(fact.subject) === 'total' ? (yearNamed(fact) ?? []) : []))
  const others = fiscalYear === null ? [] : [...new Set(named)].filter(year => year !== fiscalYear)
  return (['budget', 'final'] as const).flatMap(measure => [
    ...toldIn(dataset, measure, fiscalYear),
    ...others.flatMap(year => toldIn(inYear(dataset, year), measure, year)),
  ])
}

/** What is told for itself with what is told beside other amounts of the same: where their totals differ, as the budget of the year's beginning and the adjusted one do, the first stands alone. */
function together(apart: readonly Told[], beside: readonly Told[]): Told[] {
  return [...Map.groupBy([...apart, ...beside], keyOf).values()].flatMap(same => {
    const [first] = same
    const totals = same.flatMap(({ said }) => said.total?.fen ?? [])
    return new Set(totals).size > 1 && first !== undefined ? [first] : merged(same)
  })
}
