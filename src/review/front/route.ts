import type { CellPlace } from '../../finding.ts'

/** What is shown, as the part of the address after `#`: a figure or a claim has a link of its own. */
export type Route = { readonly view: (typeof VIEWS)[number] } | ({ readonly view: 'document' } & Asked)

/** A document, and where in it: at a figure, a finding, a page, its doubtful cells, or nowhere in particular. */
export interface Asked {
  readonly name: string
  readonly figure: Place | null
  readonly finding: number | null
  readonly page: number | null
  readonly doubts: boolean
}

/** A place in the tables of a document. */
export type Place = CellPlace

export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a !== null && b !== null && a.table === b.table && a.row === b.row && a.column === b.column

const encoded = (...parts: readonly (string | number)[]): string => parts.map(part => encodeURIComponent(part)).join('/')

export const documentLink = (name: string): string => `#document=${encoded(name)}`
export const doubtsLink = (name: string): string => `#doubts=${encoded(name)}`
export const pageLink = (name: string, page: number): string => `#page=${encoded(name, page)}`
export const findingLink = (name: string, finding: number): string => `#finding=${encoded(name, finding)}`
export const figureLink = (name: string, { table, row, column }: Place): string =>
  `#figure=${encoded(name, table, row, column)}`

/** The lists over all documents, in their order. */
export const VIEWS = ['archive', 'coverage', 'claims', 'sangong'] as const

/** The part of an address after `#` as what it shows; the archive where it names nothing. */
export function routeOf(hash: string): Route {
  const [kind = '', rest = ''] = hash.replace(/^#/, '').split('=')
  const parts = rest.split('/').map(part => decodeURIComponent(part))
  const [name = '', table = '', row = '', column = ''] = parts
  const asked = { view: 'document', name, figure: null, finding: null, page: null, doubts: false } as const
  if (kind === 'document' && name) return asked
  if (kind === 'doubts' && name) return { ...asked, doubts: true }
  if (kind === 'page' && name) return { ...asked, page: Number(table) }
  if (kind === 'finding' && name) return { ...asked, finding: Number(table) }
  if (kind === 'figure' && name) return { ...asked, figure: { table, row: Number(row), column: Number(column) } }
  const view = VIEWS.find(known => known === kind)
  return { view: view ?? 'archive' }
}
