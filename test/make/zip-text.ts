import { text } from 'node:stream/consumers'
import { openPromise } from 'yauzl'

/** The texts of the members of a zip file whose names are wanted, one after the other. */
export async function zipText(path: string, wanted: (name: string) => boolean): Promise<string> {
  const archive = await openPromise(path, { lazyEntries: true, autoClose: false })
  const texts: string[] = []
  for await (const entry of archive.eachEntry())
    if (wanted(entry.fileName)) texts.push(await text(await archive.openReadStreamPromise(entry)))
  archive.close()
  return texts.join('\n')
}
