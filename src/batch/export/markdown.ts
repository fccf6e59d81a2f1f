import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { documentMarkdown } from '../../write/markdown.ts'
import type { Sink } from './sink.ts'

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
