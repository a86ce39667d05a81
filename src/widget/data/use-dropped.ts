import { useEffect, useRef, useState } from 'preact/hooks'

/** What was dropped: files, and the names of folders among them, which can’t be read from here. */
export interface Dropped {
  readonly files: readonly File[]
  readonly folders: readonly string[]
}

/**
 * Files that are dropped anywhere on the page: a browser would leave the page for a file that misses a small target.
 * True while some are held over it.
 */
export function useDropped(onDrop: (dropped: Dropped) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(() => {
    // Entering a part of the page comes before leaving the one around it.
    let depth = 0
    const over = (by: number) => {
      depth = Math.max(0, depth + by)
      setOver(depth > 0)
    }
    const listeners = {
      dragenter: () => over(1),
      dragleave: () => over(-1),
      dragover: () => {},
      drop: ({ dataTransfer }: DragEvent) => {
        over(-depth)
        if (dataTransfer !== null) latest.current(droppedOf(dataTransfer))
      },
    }
    const stops = Object.entries(listeners).map(([type, listen]) => {
      const handle = (event: Event) => {
        if (!(event instanceof DragEvent) || !event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        listen(event)
      }
      addEventListener(type, handle)
      return () => removeEventListener(type, handle)
    })
    return () => stops.forEach((stop) => stop())
  }, [])
  return isOver
}

function droppedOf({ items, files }: DataTransfer): Dropped {
  const folders = [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry?.isDirectory ? [entry.name] : []
  })
  return { folders, files: [...files].filter(({ name }) => !folders.includes(name)) }
}
