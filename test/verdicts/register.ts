import { readFileSync } from 'node:fs'
import type { Finding } from '../../src/finding.ts'

/** A claim that a document contradicts itself, looked at on the page by eye. */
export interface Entry {
  readonly document: string
  /** Entries of one cause share its name. */
  readonly cause: string
  readonly verdict: 'genuine' | 'false' | 'undecidable'
  readonly page: string
  /** The figure that is said to be wrong, as printed, and what it is said to have to be. */
  readonly figure: string
  readonly should: string
  readonly reason: string
}

/** Claims looked at, one a line of register.tsv. */
export function readRegister(): Entry[] {
  const [head = '', ...lines] = readFileSync(new URL('register.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const names = head.split('\t')
  return lines.map(line => {
    const values = line.split('\t')
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])) as unknown as Entry
  })
}

/** What of a finding the register is about. */
export type Claim = Pick<Finding, 'verdict' | 'severity' | 'page' | 'expected' | 'actual' | 'message'>

/** Whether a finding blames the document; what is only worth knowing, as an obsolete name or another basis, blames nobody. */
export const isClaim = ({ verdict, severity }: Pick<Claim, 'verdict' | 'severity'>): boolean =>
  verdict === 'published-inconsistency' && severity !== 'info'

/** Figures in a text, ungrouped and without trailing zeros, and the word for a blank. */
const figuresIn = (text: string): Set<string> =>
  new Set(
    [...text.replaceAll(',', '').matchAll(/\d+(?:\.\d+)?|空白/g)].map(([figure]) =>
      figure.includes('.') ? figure.replace(/\.?0+$/, '') : figure,
    ),
  )

/** The entry a claim of a document is, by both its figures; null when it was not looked at yet. */
export function entryOf(document: string, claim: Claim, register: readonly Entry[]): Entry | null {
  const said = figuresIn(`${claim.message.zh} ${claim.expected} ${claim.actual}`)
  const fits = (text: string): boolean => [...figuresIn(text)].every(figure => said.has(figure))
  const found = register.filter(entry => entry.document === document && fits(entry.figure) && fits(entry.should))
  return found.find(({ page }) => page === `${claim.page}`) ?? found[0] ?? null
}

/** How claims of documents compare with the register. */
export interface Verdicts {
  readonly genuine: number
  readonly wrong: readonly string[]
  readonly unknown: readonly string[]
  readonly missed: readonly string[]
  readonly precision: number
  readonly recall: number
}

/** Claims by document, counted: those that are genuine, false, in neither, and the genuine causes that none names. */
export function verdictsOf(claims: ReadonlyMap<string, readonly Claim[]>, register: readonly Entry[]): Verdicts {
  const told = [...claims].flatMap(([document, all]) =>
    all.filter(isClaim).map(claim => ({ entry: entryOf(document, claim, register), text: `${document} ${claim.message.zh}` })),
  )
  const of = (verdict: Entry['verdict'] | undefined): typeof told => told.filter(({ entry }) => entry?.verdict === verdict)
  const causeOf = ({ document, cause }: Entry): string => `${document} ${cause}`
  const causes = new Set(register.filter(({ document, verdict }) => verdict === 'genuine' && claims.has(document)).map(causeOf))
  const found = new Set(of('genuine').flatMap(({ entry }) => (entry ? [causeOf(entry)] : [])))
  const [genuine, wrong, unknown] = [of('genuine'), of('false'), told.filter(({ entry }) => entry === null)]
  return {
    genuine: genuine.length,
    wrong: wrong.map(({ text }) => text),
    unknown: unknown.map(({ text }) => text),
    missed: [...causes].filter(cause => !found.has(cause)),
    precision: genuine.length / Math.max(1, genuine.length + wrong.length),
    recall: found.size / Math.max(1, causes.size),
  }
}
