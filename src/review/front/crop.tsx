import type { DocumentView } from '../wire.ts'
import { COARSE } from './ahead.ts'
import { pictureUrl } from './api.ts'
import { type CropLimits, cropSize } from './crop-size.ts'
import type { Cell } from './reading.ts'
import { useWords } from './words.ts'

interface Props {
  readonly view: DocumentView
  readonly cell: Cell
  readonly limits: CropLimits
}

/** A cell as it is printed, cut out of the picture of its page: the same picture that the page is shown by. */
export function Crop({ view, cell: { page, box }, limits }: Props) {
  const { w } = useWords()
  const own = view.document.pages.find(one => one.page === page)
  if (!view.pictures || !own) return null
  const { width, height, scale } = cropSize({ box }, limits)
  return (
    <div
      class="crop"
      role="img"
      aria-label={`${w('page')} ${page}`}
      style={{
        width: `${width}px`,
        height: `${height}px`,
        backgroundImage: `url("${pictureUrl(view.name, page, COARSE)}")`,
        backgroundSize: `${own.width * scale}px ${own.height * scale}px`,
        backgroundPosition: `${(limits.around - box[0]) * scale}px ${(limits.around - box[1]) * scale}px`,
      }}
    />
  )
}
