import type { DocumentJson } from '../../document/document.ts'

/** A figure of the panel: amount in 分, page, and whose money it counts. */
export interface Figure {
  readonly fen: bigint | null
  readonly page: number | null
  readonly basis: string
}

/** What sentences call the two parts of basic expenditure: the words alone, no kind of staff and no change of them. */
const CALLED = { personnel: /^人员(?:经费|支出)$/, public: /^(?:日常)?公用(?:经费|支出)$/ } as const

/** Two figures and their sum, each rounded to 0.01 万元, are no further apart, in 分. */
const ROUNDING = 15_000n

/** What all sentences that name a part alike say of it; null where they say different amounts, or none. */
function said({ narrative }: DocumentJson, called: RegExp) {
  const [first, ...others] = narrative.filter(
    ({ kind, subject, fen }) => kind === 'amount' && fen !== null && called.test(subject),
  )
  if (!first?.fen || others.some(({ fen }) => fen !== first.fen)) return null
  return { fen: BigInt(first.fen), page: first.page }
}

/**
 * Personnel and public as sentences say them, where both together are the basic expenditure that a table prints: then they count
 * its money. Null where no table bears them out.
 */
export function spokenParts(document: DocumentJson, basics: readonly Figure[]) {
  const [personnel, own] = [said(document, CALLED.personnel), said(document, CALLED.public)]
  if (personnel === null || own === null) return null
  const sum = personnel.fen + own.fen
  const basis = basics.find(({ fen }) => fen !== null && sum - fen <= ROUNDING && fen - sum <= ROUNDING)?.basis
  return basis === undefined ? null : { personnel: { ...personnel, basis }, public: { ...own, basis } }
}
