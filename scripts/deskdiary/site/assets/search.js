// The search in the header: people by any part of a name, by card, key and department; resources; pages.
// What is typed goes into no address and is kept nowhere.
const MOST_SHOWN = 12

const held = document.getElementById("dd-names")
if (held) handOver(held)
else document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".dd-search").forEach(searching))

// The file of names, opened in a frame by a page that lies in a folder as it does. From a server it says nothing:
// whoever puts it into a frame there may be a stranger.
function handOver(names) {
  if (location.protocol === "file:" && parent !== window) parent.postMessage(names.textContent, "*")
}

async function fetched(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error("no names")
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  return page.getElementById("dd-names").textContent
}

// A browser lets no page read the files beside it, but a file may say of itself what is in it.
function framed(address) {
  return new Promise((resolve, reject) => {
    const frame = document.createElement("iframe")
    frame.hidden = true
    addEventListener("message", function take(told) {
      if (told.source !== frame.contentWindow) return
      removeEventListener("message", take)
      frame.remove()
      resolve(told.data)
    })
    // What it says comes before this, or not at all.
    frame.addEventListener("load", () => setTimeout(reject, 1000))
    frame.src = address
    document.body.append(frame)
  })
}

async function entriesAt(address) {
  const names = JSON.parse(await (location.protocol === "file:" ? framed : fetched)(address))
  const departments = names.departments.map(name => [name, plain(name)])
  return [
    ...names.patrons.map(([key, name, card, number]) => {
      const [department, folded] = departments[number]
      return entry("Patron", `patrons/${key}.html`, name, [card, department], `${plain(card)}\n${folded}\n${plain(key)}`)
    }),
    ...names.resources.map(([key, title, ...others]) =>
      entry("Resource", `resources/${key}.html`, title, others, plain([...others, key].join("\n")))),
    ...names.pages.map(([path, title]) => entry("Page", `${path}.html`, title, [], "")),
  ]
}

function entry(kind, path, name, others, rest) {
  return { kind, path, name, others: others.filter(Boolean), plainName: plain(name), rest }
}

// All that has every part somewhere, the best first: what begins so, then a word that does, then any letters.
function found(entries, parts) {
  const fitting = []
  for (const each of entries) {
    let weight = 0
    for (const part of parts) {
      const at = each.plainName.indexOf(part)
      if (at < 0 && !each.rest.includes(part)) { weight = -1; break }
      weight += at < 0 ? 3 : at === 0 ? 0 : /[\s(-]/.test(each.plainName[at - 1]) ? 1 : 2
    }
    if (weight >= 0) fitting.push([weight, each])
  }
  return fitting.sort((one, other) => one[0] - other[0]).map(([, each]) => each)
}

// The text with its found parts marked: letter for letter, as one typed letter may stand for two.
function marked(text, parts) {
  const letters = [...text], owner = []
  let whole = ""
  letters.forEach((letter, place) => {
    const typed = plain(letter)
    whole += typed
    for (let sign = 0; sign < typed.length; sign++) owner.push(place)
  })
  const hit = new Set()
  for (const part of parts) {
    for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      for (let sign = at; sign < at + part.length; sign++) hit.add(owner[sign])
    }
  }
  const pieces = document.createDocumentFragment()
  for (let place = 0; place < letters.length;) {
    const first = place, within = hit.has(place)
    const same = () => hit.has(place) === within || !plain(letters[place])
    do place++; while (place < letters.length && same())
    pieces.append(piece(within ? "mark" : "span", "", letters.slice(first, place).join("")))
  }
  return pieces
}

function piece(tag, look, ...inside) {
  const made = document.createElement(tag)
  if (look) made.className = look
  made.append(...inside)
  return made
}

function searching(search) {
  const input = search.querySelector("input"), list = search.querySelector("[role=listbox]")
  const says = search.querySelector("[role=status]"), toggle = document.getElementById("__search")
  const opener = document.querySelector(".dd-search-open")
  const address = new URL(search.dataset.names, location.href)
  let names, active = -1, before = null

  const load = () => names ||= entriesAt(address).catch(() => { names = undefined; return null })
  const isOpen = () => toggle.checked
  const onPhone = () => opener.offsetParent !== null

  function open() {
    if (isOpen()) return
    toggle.click()
    load()
    answer()
  }
  // Folded away on a phone, the box takes no letters: it is opened first.
  function begin() {
    open()
    input.focus()
    input.select()
  }
  function close() {
    if (isOpen()) toggle.click()
  }
  function leave() {
    const back = onPhone() ? opener : before?.isConnected ? before : null
    close()
    input.blur()
    back?.focus()
    before = null
  }
  // Whatever turned it, a click beside it included.
  toggle.addEventListener("change", () => {
    if (!isOpen()) input.blur()
    input.setAttribute("aria-expanded", String(isOpen() && list.childElementCount > 0))
  })

  async function answer() {
    const parts = plain(input.value).split(/\s+/).filter(Boolean)
    if (parts.length && !says.textContent) says.textContent = "Looking …"
    const entries = await load()
    if (parts.join(" ") !== plain(input.value).split(/\s+/).filter(Boolean).join(" ")) return
    const all = entries && parts.length ? found(entries, parts) : []
    list.replaceChildren(...all.slice(0, MOST_SHOWN).map((each, place) => option(each, place, parts)))
    says.textContent = told(entries, parts, all.length)
    input.setAttribute("aria-expanded", String(isOpen() && all.length > 0))
    point(-1)
  }

  function option(each, place, parts) {
    const about = each.others.map(other => marked(other, parts))
    const line = piece("p", "", each.kind)
    for (const other of about) line.append(" · ", other)
    const title = piece("p", "dd-search-name", marked(each.name, parts))
    const link = piece("a", "md-search-result__link", piece("div", "md-search-result__article md-typeset", title, line))
    link.id = `dd-found-${place}`
    link.setAttribute("role", "option")
    link.setAttribute("aria-selected", "false")
    link.tabIndex = -1
    link.href = new URL(`../${each.path}`, address).href
    return link
  }

  function point(place) {
    active = place
    const options = [...list.children]
    options.forEach((each, at) => each.setAttribute("aria-selected", String(at === place)))
    if (place < 0) return input.removeAttribute("aria-activedescendant")
    input.setAttribute("aria-activedescendant", options[place].id)
    options[place].scrollIntoView({ block: "nearest" })
  }

  const steps = { ArrowDown: 1, ArrowUp: -1 }
  input.addEventListener("keydown", event => {
    const count = list.childElementCount
    if (event.isComposing) return
    if (event.key === "Escape") {
      event.preventDefault()
      leave()
    } else if (event.key in steps) {
      event.preventDefault()
      open()
      if (count) point(active < 0 && event.key === "ArrowUp" ? count - 1 : (active + steps[event.key] + count) % count)
    } else if (event.key === "Enter") {
      event.preventDefault()
      list.children[Math.max(active, 0)]?.click()
    }
  })
  input.addEventListener("focus", open)
  input.addEventListener("click", open)
  input.addEventListener("input", () => { open(); answer() })
  search.querySelector("form").addEventListener("submit", event => event.preventDefault())
  search.querySelector("form").addEventListener("reset", () => setTimeout(() => { input.focus(); answer() }))
  search.querySelector(".dd-search-back").addEventListener("click", leave)
  search.addEventListener("focusout", event => {
    if (event.relatedTarget && !search.contains(event.relatedTarget)) close()
  })
  list.addEventListener("click", event => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) close() })
  opener.addEventListener("click", begin)

  document.addEventListener("keydown", event => {
    // No single letter: it would get in the way of whoever speaks to the machine (WCAG 2.2, 2.1.4).
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "k") return
    event.preventDefault()
    before = document.activeElement === document.body ? null : document.activeElement
    begin()
  })
  search.classList.add("dd-ready")
  says.textContent = told(null, [], 0)
}

function told(entries, parts, count) {
  if (!parts.length) return "Any part of a name, a card, a department or a title, accents aside"
  if (!entries) return "The names could not be read. The lists of patrons and resources have them too."
  if (!count) return "Nothing found"
  if (count <= MOST_SHOWN) return `${count} found`
  return `${MOST_SHOWN} shown, ${count - MOST_SHOWN} more: type more of it`
}
