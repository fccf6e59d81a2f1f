import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { documentMarkdown } from '../../write/document/markdown.ts'
import { DATASET } from '../../write/relations/dataset.ts'
import { ROW_FORMS, type RowForm } from '../../write/relations/relation.ts'
import type { Sink } from './sink.ts'

/** One text file a relation in `folder`. */
export function textSink(folder: string, format: keyof typeof ROW_FORMS): Sink {
  const { head, rows }: RowForm = ROW_FORMS[format]
  mkdirSync(folder, { recursive: true })
  const handles = new Map(
    DATASET.map(({ relation }) => {
      const handle = openSync(join(folder, `${relation.name}.${format}`), 'w')
      writeSync(handle, head(relation))
      return [relation.name, handle]
    }),
  )
  return {
    add: async (_, parts) => {
      for (const part of parts) {
        const handle = handles.get(part.relation.name)
        if (handle !== undefined && part.rows.length > 0) writeSync(handle, rows(part.relation, part.rows))
      }
    },
    close: async () => {
      for (const handle of handles.values()) closeSync(handle)
    },
  }
}

/** One Markdown file a document in `folder`, with all its tables. */
export function markdownSink(folder: string): Sink {
  return {
    add: async ({ name, document }) => {
      const path = join(folder, `${name}.md`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, documentMarkdown(document))
    },
    close: async () => {},
  }
}
