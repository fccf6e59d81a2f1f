import { hash } from 'node:crypto'
import { readAgain, readBudget, type Source } from './budget/read-budget.ts'
import type { Checked } from './check/check.ts'
import { checkDataset } from './check/check-dataset.ts'
import { repair, type Tried } from './check/repair.ts'
import { contained, containedTogether } from './contained.ts'
import type { ReadScans } from './ocr/read-scans.ts'
import { type ExtractOptions, parseOptions } from './options.ts'
import { secondReading } from './page/second-reading.ts'
import { type PageParts, partedPages, partsOf } from './page-parts.ts'
import { atPrintedPlaces, turnedPages } from './printed-places.ts'
import type { OnPage, Reading } from './reading.ts'
import { placedFindings } from './table/doubts/placed-findings.ts'
import { tablesAmong } from './table/tables.ts'
import { keepContract } from './write/document/contract.ts'
import type { DocumentJson } from './write/document/document.ts'
import { knownFrom, tablesFrom, toldKinds } from './write/document/from-document.ts'
import { type Parts, toDocument, withMeaning } from './write/document/to-document.ts'

/**
 * The whole way of the data: the bytes of a PDF in, document.json out. Reads no file and writes none; `bytes` stays
 * the caller's. Throws a BudgetError when the bytes cannot be read as a PDF.
 *
 *     PDF ─page─▶ Page[] ─ocr─▶ Page[] ─grid─▶ Grid[] ─table─▶ Table[] ─budget─▶ Dataset ─check─▶ Checked ─write─▶ DocumentJson
 */
export async function extractDocument(bytes: Uint8Array, options: ExtractOptions = {}, onPage?: OnPage): Promise<DocumentJson> {
  const { file, ...choice } = parseOptions(options)
  const source = { file, sha256: hash('sha256', bytes), bytes: bytes.byteLength }
  const made = async () => {
    const { pageCount, turned, ...found } = await foundIn(bytes, { file, choice }, onPage)
    return atPrintedPlaces(toDocument({ source: { ...source, pages: pageCount }, ...found }), turned)
  }
  // Checking copies the document: by then all that it was made of is let go.
  return keepContract(await made())
}

/** What the stages find in a document. */
async function foundIn(
  bytes: Uint8Array,
  { file, choice }: { readonly file: string; readonly choice: Reading },
  onPage?: OnPage,
): Promise<Omit<Parts, 'source'> & { readonly pageCount: number; readonly turned: ReturnType<typeof turnedPages> }> {
  const { parts, doubts, faults, pageCount } = await partedPages(bytes, choice, onPage)
  const from = { file, pageCount }
  const first = understood(parts, doubts, from)
  // Nobody is accused by what one engine alone has read.
  const accused = accusedPages(first.checked)
  const numbers = parts.flatMap(({ json }) => (json.ocr === null && accused.has(json.page) ? [json.page] : []))
  const second = await secondReading(bytes, { ...choice, numbers })
  const again = new Map(second.disputed.map(page => [page.page, partsOf(page)]))
  const reread = (): readonly PageParts[] => parts.map(part => again.get(part.json.page) ?? part)
  const { dataset, checked, findings } = again.size === 0 ? first : understood(reread(), doubts, from)
  const pages = parts.map(({ json }) => json)
  const turned = turnedPages(parts.map(({ json, turned }) => ({ page: json.page, turned })))
  return { pageCount, turned, pages, dataset, checked, findings: [second.findings, findings, faults].flat() }
}

/** From the parts of pages to what the identities say: tables, meaning, checks; `doubts` are figures that were not read for sure, `source` is the file they come from. */
function understood(parts: readonly PageParts[], doubts: ReadScans['doubts'], source: Source) {
  const text = parts.map(part => part.text)
  const joined = containedTogether(
    parts.flatMap(({ grids }) => grids),
    ({ page }) => ({ stage: 'table', page }),
    some => tablesAmong(text, some),
  )
  const { tables: printed, findings } = joined.value
  const mend = () => repair(printed, doubts, changed => tried(checkDataset(readBudget(changed, text, source))))
  const repaired = contained({ stage: 'repair' }, mend, { tables: printed, findings: [] })
  const { tables, findings: repairs } = repaired.value
  const dataset = readBudget(tables, text, source)
  const faults = placedFindings(
    [...parts, joined, repaired].flatMap(part => part.faults),
    tables,
  )
  return { dataset, checked: checkDataset(dataset), findings: [...findings, ...repairs, ...faults] }
}

/** A document whose cells were corrected, with its meaning worked out and all identities tried again. */
export function recheckDocument(document: DocumentJson): DocumentJson {
  const dataset = readAgain(tablesFrom(document), knownFrom(document), toldKinds(document))
  return keepContract(withMeaning(document, dataset, checkDataset(dataset)))
}

/** Pages with figures by which the document is said to contradict itself. */
function accusedPages({ checks }: Checked): ReadonlySet<number> {
  const accusing = checks.filter(({ verdict }) => verdict === 'published-inconsistency')
  return new Set(
    accusing
      .flatMap(({ left, right, from }) => [left.terms, right.terms, from?.part ?? [], from?.whole ?? []].flat())
      .map(({ page }) => page),
  )
}

/** Identities as repairing wants them: which hold, which are broken, and the cells they go through. */
const tried = ({ checks }: Checked): Tried[] =>
  checks.map(({ outcome, left, right }) => ({
    outcome: outcome === 'broken' ? 'broken' : outcome === 'not-evaluable' ? 'open' : 'holds',
    cells: [...left.terms, ...right.terms].flatMap(({ place }) => place ?? []),
  }))
