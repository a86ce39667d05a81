import { useState } from 'preact/hooks'

/** What is said of the place under the pointer, and where; `side` keeps it inside of the frame. */
export interface Tip {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly side: string
}

/** A finger that moves farther than this, in pixels, moves the map. */
const STILL = 3
/** Closer to an edge than this, in pixels, the words stand on the other side. */
const EDGE = 140
const TOP = 48

/** Follows the mouse; a finger asks by a tap, and the answer stays until the next one or until the map is moved. */
export function useTip() {
  const [tip, setTip] = useState<Tip>()
  const tell = (event: PointerEvent) => {
    const text = event.target instanceof Element ? event.target.getAttribute('data-tip') : null
    if (text === null || !(event.currentTarget instanceof Element)) return setTip(undefined)
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const across = x < EDGE ? 'right' : x > box.width - EDGE ? 'left' : ''
    setTip({ text, x, y, side: `${across} ${y < TOP ? 'below' : ''}`.trim() })
  }
  return {
    tip,
    onPointerDown: tell,
    onPointerMove(event: PointerEvent) {
      if (event.pointerType !== 'touch') tell(event)
      else if (Math.abs(event.movementX) + Math.abs(event.movementY) > STILL) setTip(undefined)
    },
    onPointerLeave(event: PointerEvent) {
      if (event.pointerType !== 'touch') setTip(undefined)
    },
  }
}
