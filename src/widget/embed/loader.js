// What pages include: the element itself stands in a file with a hash in its name, which is kept for a year.
;(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]')
  // oxlint-disable-next-line import/no-dynamic-require -- the build puts the name here
  import(new URL('./ELEMENT', script.src).href).catch(() => {
    const message = `Muster can’t be shown in pages of ${location.origin}: it is not running, or this address is not in MUSTER_WIDGET_ORIGINS.`
    for (const element of document.querySelectorAll('muster-chat:not(:defined)')) {
      ;(element.shadowRoot ?? element.attachShadow({ mode: 'open' })).textContent = message
      element.dispatchEvent(new CustomEvent('muster-error', { bubbles: true, detail: { message } }))
    }
  })
})()
