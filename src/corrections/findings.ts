import { type Finding, findingFrom } from '../finding.ts'
import type { DocumentJson } from '../write/document.ts'
import type { Correction, Replayed } from './correction.ts'
import { cellAt } from './place.ts'

type FindingJson = DocumentJson['findings'][number]

const said = ({ who, when, why }: Correction): string => `${who} ${when.slice(0, 10)}${why === '' ? '' : `: ${why}`}`

function findingOf(document: DocumentJson, { correction, state, because }: Replayed): FindingJson | null {
  const { page, box, old, new: text } = correction
  const found = cellAt(document, correction)
  const table = found?.table.id ?? null
  const cells = found ? [{ table: found.table.id, row: found.cell.row, column: found.cell.column }] : []
  const told = (about: Pick<Finding, 'code' | 'verdict' | 'message'> & Partial<Finding>): FindingJson =>
    findingFrom({ severity: 'warning', table, cells, page, box, ...about })
  if (state === 'misfit')
    return told({
      ...{ code: 'correction-misfit', verdict: 'structure', expected: old, actual: text },
      message: {
        zh: `更正“${old}”→“${text}”（${said(correction)}）不再适用：${because.zh}`,
        en: `the correction “${old}” → “${text}” (${said(correction)}) fits no more: ${because.en}`,
      },
    })
  if (state === 'applied' && correction.action === 'published')
    return told({
      ...{ code: 'reviewed-published', verdict: 'published-inconsistency' },
      message: {
        zh: `经人工核对，“${old}”与原文一致，原文有误（${said(correction)}）`,
        en: `a person compared “${old}” with the page: it is printed so, and wrong (${said(correction)})`,
      },
    })
  if (state === 'applied' && correction.action === 'uncertain')
    return told({
      ...{ code: 'reviewed-uncertain', verdict: 'extraction-suspect' },
      message: {
        zh: `经人工核对，“${old}”无法辨认（${said(correction)}）`,
        en: `a person compared “${old}” with the page and cannot tell (${said(correction)})`,
      },
    })
  return null
}

/** What a reader has to know of the corrections: those that fit no more, and what a person said of the document itself. */
export const reviewerFindings = (document: DocumentJson, replayed: readonly Replayed[]): FindingJson[] =>
  replayed.flatMap(one => findingOf(document, one) ?? [])
