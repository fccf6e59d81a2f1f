import type { Feature } from 'write-excel-file/node'
import { escaped } from '../../document/reconciliation-text.ts'
import { type Content, LINKS_NAMESPACE, refOf } from './parts.ts'

/** A cell that leads to another sheet of its workbook or to a file; row and column count from 0. */
export interface Link {
  readonly row: number
  readonly column: number
  readonly to: { readonly sheet: string } | { readonly file: string }
}

/** A sheet with links on some of its cells. */
export interface Linked {
  readonly links?: readonly Link[]
}

const linksOf = (sheet: object): readonly Link[] => (sheet as Linked).links ?? []

/** The name of a sheet as a formula has it. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`

const linkXml = ({ row, column, to }: Link, at: number): string =>
  'sheet' in to
    ? `<hyperlink ref="${refOf(row, column)}" location="${escaped(`${quoted(to.sheet)}!A1`)}"/>`
    : `<hyperlink ref="${refOf(row, column)}" r:id="rId-link-${at}"/>`

/** Writes the links of the sheets of a workbook, as ECMA-376 part 1, 18.3.1.47, wants them: before the margins of the page. */
export const LINKS: Feature<Content> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, sheet) => {
          const links = linksOf(sheet)
          if (links.length === 0) return xml
          const all = `<hyperlinks>${links.map(linkXml).join('')}</hyperlinks>`
          return xml.replace(/(?=<pageMargins)|(?=<\/worksheet>)/, () => all)
        },
      },
      'xl/worksheets/_rels/sheet{id}.xml.rels': {
        insert: sheet => {
          const files = linksOf(sheet).flatMap(({ to }, at) => ('file' in to ? [[at, to.file] as const] : []))
          const one = ([at, file]: readonly [number, string]): string =>
            `<Relationship Id="rId-link-${at}" Type="${LINKS_NAMESPACE}/hyperlink" Target="${escaped(file)}" TargetMode="External"/>`
          return files.length === 0 ? undefined : files.map(one).join('')
        },
      },
    },
  },
}
