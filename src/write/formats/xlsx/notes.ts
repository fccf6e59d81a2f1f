import type { Feature } from 'write-excel-file/node'
import { escaped } from '../../document/reconciliation-text.ts'
import { type Content, LINKS_NAMESPACE, refOf } from './parts.ts'

/** What is said of a cell of a sheet; row and column count from 0. */
export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A sheet with notes on some of its cells. */
export interface Noted {
  readonly notes?: readonly Note[]
}

/** Who notes are by, as a spreadsheet shows it. */
const AUTHOR = '预算'

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const commentsXml = (notes: readonly Note[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="${SHEET}"><authors><author>${AUTHOR}</author></authors><commentList>${notes
    .map(
      ({ row, column, text }) =>
        `<comment ref="${refOf(row, column)}" authorId="0"><text><t xml:space="preserve">${escaped(text)}</t></text></comment>`,
    )
    .join('')}</commentList></comments>`

/** The boxes of the notes: spreadsheets still want them in VML, hidden until the pointer is over the cell. */
const boxesXml = (notes: readonly Note[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${notes
    .map(
      ({ row, column }, at) =>
        `<v:shape id="note${at}" type="#note" style="position:absolute;width:240pt;height:90pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')}</xml>`

const notesOf = (sheet: object): readonly Note[] => (sheet as Noted).notes ?? []

/** Writes the notes of the sheets of a workbook, as ECMA-376 part 1, 18.7, wants them. */
export const NOTES: Feature<Content> = {
  files: {
    transform: {
      '[Content_Types].xml': {
        insert: sheets => {
          const types = sheets.flatMap((sheet, at) =>
            notesOf(sheet).length === 0
              ? []
              : `<Override PartName="/xl/comments${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
          )
          const boxes = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
          return types.length === 0 ? undefined : boxes + types.join('')
        },
      },
      'xl/worksheets/sheet{id}.xml': {
        insert: sheet => (notesOf(sheet).length === 0 ? undefined : '<legacyDrawing r:id="rId-notes-boxes"/>'),
      },
      'xl/worksheets/_rels/sheet{id}.xml.rels': {
        insert: (sheet, { sheetIndex }) =>
          notesOf(sheet).length === 0
            ? undefined
            : `<Relationship Id="rId-notes-boxes" Type="${LINKS_NAMESPACE}/vmlDrawing" Target="../drawings/vmlDrawing${sheetIndex + 1}.vml"/><Relationship Id="rId-notes" Type="${LINKS_NAMESPACE}/comments" Target="../comments${sheetIndex + 1}.xml"/>`,
      },
    },
    write: {
      files: sheets =>
        Object.fromEntries(
          sheets.flatMap((sheet, at) => {
            const notes = notesOf(sheet)
            if (notes.length === 0) return []
            return [
              [`xl/comments${at + 1}.xml`, commentsXml(notes)],
              [`xl/drawings/vmlDrawing${at + 1}.vml`, boxesXml(notes)],
            ]
          }),
        ),
    },
  },
}
