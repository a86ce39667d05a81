// What a page can do with what it hears: here it only lists it.
const heard = document.querySelector('#heard')
for (const name of ['muster-ready', 'muster-error', 'muster-proposal']) {
  document.addEventListener(name, ({ detail }) => {
    const line = document.createElement('li')
    line.textContent = `${name}: ${detail.summary ?? detail.message ?? detail.workspace}`
    heard.append(line)
  })
}
