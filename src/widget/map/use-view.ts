import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { moved, type View, WHOLE, zoomed } from './view.ts'
import { HEIGHT, WIDTH } from './world.ts'

const SIZE = { width: WIDTH, height: HEIGHT }
const MIDDLE = [WIDTH / 2, HEIGHT / 2] as const
const STEP = 1.5

/** What part of the map is looked at, changed by wheel, drag, pinch, keys and buttons. */
export function useView(frame: RefObject<SVGSVGElement | null>) {
  const [view, setView] = useState<View>(WHOLE)
  const latest = useRef(view)
  latest.current = view
  const fingers = useRef(new Map<number, readonly [number, number]>())

  /** Where an event is, in units of the drawing. */
  const placeOf = (event: MouseEvent): readonly [number, number] => {
    const box = frame.current?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return MIDDLE
    return [
      ((event.clientX - box.left) / box.width) * WIDTH,
      ((event.clientY - box.top) / box.height) * HEIGHT,
    ]
  }

  // Not by attribute: only a listener that is known to be active may keep the page from scrolling.
  useEffect(() => {
    const element = frame.current
    const onWheel = (event: WheelEvent) => {
      // Whoever scrolls down the page comes past the whole map.
      if (event.deltaY > 0 && latest.current.k === 1) return
      event.preventDefault()
      const factor = Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002))
      setView((before) => zoomed(before, factor, placeOf(event), SIZE))
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [frame])

  const zoom = (factor: number) => setView((before) => zoomed(before, factor, MIDDLE, SIZE))
  const move = (dx: number, dy: number) => setView((before) => moved(before, dx, dy, SIZE))

  return {
    view,
    closer: () => zoom(STEP),
    farther: () => zoom(1 / STEP),
    whole: () => setView(WHOLE),
    pointers: {
      onPointerDown(event: PointerEvent) {
        fingers.current.set(event.pointerId, placeOf(event))
        frame.current?.setPointerCapture(event.pointerId)
      },
      onPointerMove(event: PointerEvent) {
        const before = fingers.current.get(event.pointerId)
        if (before === undefined) return
        const now = placeOf(event)
        const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
        fingers.current.set(event.pointerId, now)
        if (other === undefined) return move(now[0] - before[0], now[1] - before[1])
        const apart = (at: readonly [number, number]) => Math.hypot(at[0] - other[0], at[1] - other[1])
        const factor = apart(now) / Math.max(1, apart(before))
        const middle = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2] as const
        setView((last) => zoomed(last, factor, middle, SIZE))
      },
      onPointerUp: (event: PointerEvent) => void fingers.current.delete(event.pointerId),
      onPointerCancel: (event: PointerEvent) => void fingers.current.delete(event.pointerId),
    },
    onKeyDown(event: KeyboardEvent) {
      const act = {
        '+': () => zoom(STEP),
        '=': () => zoom(STEP),
        '-': () => zoom(1 / STEP),
        '0': () => setView(WHOLE),
        ArrowLeft: () => move(60, 0),
        ArrowRight: () => move(-60, 0),
        ArrowUp: () => move(0, 60),
        ArrowDown: () => move(0, -60),
      }[event.key]
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    },
  }
}
