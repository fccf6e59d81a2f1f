import type { Row, Value } from '../relation.ts'

/** The row of one part of a publication, with the name of its document. */
interface Part {
  readonly name: string
  readonly row: Row
}

/** A figure and its page, as values of their columns. */
export const onPage = (name: string, value: Value | undefined, page: number | null | undefined): Row => ({
  [name]: value ?? null,
  [`${name}_page`]: page ?? null,
})

/** What a row says of a figure: its amount or number, its page, and whose money it counts. */
const ENDINGS = ['', '_page', '_basis']

const isGiven = (row: Row, figure: string): boolean => (row[figure] ?? null) !== null || row[`${figure}_basis`] === 'ambiguous'

/**
 * The row of a publication that is printed in parts, as text and tables apart: what the leading part does not print is that of the
 * first part that does, figures that belong together from one part. `elsewhere` names those figures, each with its document.
 */
export function withParts(row: Row, parts: readonly Part[], together: readonly (readonly string[])[]): Row {
  const found = together.flatMap(figures => {
    if (figures.some(figure => isGiven(row, figure))) return []
    const part = parts.find(other => figures.some(figure => isGiven(other.row, figure)))
    return part === undefined ? [] : [{ part, figures: figures.filter(figure => isGiven(part.row, figure)) }]
  })
  const values = found.flatMap(({ part, figures }) =>
    figures.flatMap(figure => ENDINGS.map(ending => [`${figure}${ending}`, part.row[`${figure}${ending}`] ?? null] as const)),
  )
  const told = found.map(({ part, figures }) => `${figures.join(' ')}: ${part.name}`)
  return { ...row, ...Object.fromEntries(values), elsewhere: told.length === 0 ? null : told.join('; ') }
}

/** Whether a row gives any of some figures. */
export const givesAny = (row: Row, together: readonly (readonly string[])[]): boolean =>
  together.flat().some(figure => isGiven(row, figure))
