// What a page can do without leaving the machine. All of it is there without this, only less handy.
document.addEventListener("DOMContentLoaded", () => {
  noSingleKeys()
  keyboardMenu()
  copyButtons()
  todaysFilter()
  document.querySelectorAll(".dd-list").forEach(sortable)
  document.querySelectorAll(".dd-find").forEach(findable)
})
// The theme turns pages at a bare n or p, which whoever speaks to the machine says in any word (WCAG 2.2, 2.1.4).
function noSingleKeys() {
  document.querySelectorAll("link[rel=prev], link[rel=next]").forEach(link => link.remove())
}

// Once the theme has put its boxes around tables.
addEventListener("load", () => document.querySelectorAll(".md-typeset table").forEach(reachable))

// A table wider than its page is scrolled with the keyboard too: it, or the box around it that scrolls.
function reachable(table) {
  for (let box = table; box && !box.matches(".md-typeset"); box = box.parentElement) {
    if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX === "auto") {
      box.tabIndex = 0
      return
    }
  }
}

// On a narrow screen, and so wherever a page is much enlarged, the menu is a drawer: the keyboard opens it, goes in and
// out of its folders, and leaves it again.
function keyboardMenu() {
  const label = document.querySelector(".md-header__button[for=__drawer]"), drawer = document.getElementById("__drawer")
  const side = document.querySelector(".md-sidebar--primary"), narrow = matchMedia("(max-width: 76.234375em)")
  if (!label || !side) return
  const opener = document.createElement("button")
  opener.type = "button"
  opener.className = "md-header__button md-icon dd-menu-open"
  opener.setAttribute("aria-label", "Menu")
  opener.append(...label.childNodes)
  label.replaceWith(opener)

  const seen = element => element.checkVisibility({ visibilityProperty: true })
  const enter = panel => [...panel.querySelectorAll("a[href], label[tabindex='0']")].find(seen)?.focus()
  const say = () => opener.setAttribute("aria-expanded", String(drawer.checked))
  const close = () => { if (drawer.checked) drawer.click() }
  opener.addEventListener("click", () => {
    drawer.click()
    if (drawer.checked) enter(side)
  })
  drawer.addEventListener("change", say)
  say()

  for (const each of side.querySelectorAll("label[for]")) {
    const wide = each.getAttribute("tabindex")
    const suit = () => wide === "0" || narrow.matches ? each.tabIndex = 0 : each.removeAttribute("tabindex")
    narrow.addEventListener("change", suit)
    suit()
  }
  side.addEventListener("keydown", event => {
    const label = event.target
    if (event.key === "Escape" && drawer.checked) {
      close()
      opener.focus()
    } else if (label.matches("label") && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault()
      // The theme knows Enter too, and would turn it back.
      event.stopPropagation()
      label.click()
      if (!narrow.matches) return
      const folder = document.getElementById(label.htmlFor)
      if (folder === drawer) opener.focus()
      else if (folder.checked) enter(folder.parentElement.querySelector(".md-nav"))
      else side.querySelector(`.md-nav__link[for="${folder.id}"]`).focus()
    }
  })
  side.addEventListener("focusout", event => {
    if (narrow.matches && event.relatedTarget && !side.contains(event.relatedTarget)) close()
  })
}

function copyButtons() {
  for (const button of document.querySelectorAll(".dd-copy")) {
    const words = document.getElementById(button.dataset.copy)
    if (!words) continue
    const label = button.textContent
    button.hidden = false
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(words.textContent)
        button.textContent = "Copied"
      } catch {
        // Some browsers keep the clipboard from pages opened from a folder: marked words can be copied by hand.
        getSelection().selectAllChildren(words)
        button.textContent = "Marked: copy with Ctrl+C"
      }
      setTimeout(() => { button.textContent = label }, 3000)
    })
  }
}

// Whose cards are shown, and by which way: kept in this browser alone, and nothing but two words of it.
function todaysFilter() {
  const form = document.querySelector(".dd-filter")
  if (!form) return
  const store = "deskdiary-filter"
  const chosen = () => ({ staff: form.staff.value, channel: form.channel.value })
  const apply = () => {
    const want = chosen()
    let shown = 0
    for (const card of document.querySelectorAll(".dd-card[data-staff]")) {
      const fits = (!want.staff || card.dataset.staff === want.staff)
        && (!want.channel || card.dataset.channel === want.channel)
      card.hidden = !fits
      if (card.previousElementSibling?.tagName === "H3") card.previousElementSibling.hidden = !fits
      shown += fits
    }
    hideEmpty(form)
    form.querySelector("output").value = want.staff || want.channel ? `${shown} shown` : ""
  }
  try {
    const kept = JSON.parse(localStorage.getItem(store) || "{}")
    for (const name of ["staff", "channel"]) if (kept[name]) form[name].value = kept[name]
  } catch { /* A browser that keeps nothing shows everything. */ }
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("change", () => {
    try { localStorage.setItem(store, JSON.stringify(chosen())) } catch { /* not kept, then */ }
    apply()
  })
  form.hidden = false
  apply()
}

// A heading with nothing under it says nothing: "Overdue", or a colleague's name.
function hideEmpty(form) {
  let colleague = null, spell = null
  const all = [...form.parentElement.children]
  for (const element of all) {
    if (element.tagName === "H2" || element.classList.contains("dd-load")) {
      if (element.tagName === "H2") colleague = []
      colleague?.push(element)
      spell = null
    } else if (element.classList.contains("dd-spell")) {
      spell = element
    } else if (element.classList.contains("dd-card")) {
      if (spell) spell.dataset.shown = (spell.dataset.shown || "") + (element.hidden ? "" : "1")
      for (const part of colleague || []) part.dataset.shown = (part.dataset.shown || "") + (element.hidden ? "" : "1")
    }
  }
  for (const element of all) {
    if (element.dataset.shown === undefined) continue
    element.hidden = element.dataset.shown === ""
    delete element.dataset.shown
  }
}

function sortable(list) {
  const body = list.querySelector("tbody")
  list.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "dd-sort"
    button.textContent = head.textContent
    head.replaceChildren(button)
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending"
      list.querySelectorAll("th").forEach(other => other.removeAttribute("aria-sort"))
      head.setAttribute("aria-sort", up ? "ascending" : "descending")
      const by = row => row.cells[column].dataset.sort || row.cells[column].textContent.trim()
      const rows = [...body.rows].sort((a, b) => by(a).localeCompare(by(b), undefined, { numeric: true }))
      body.append(...(up ? rows : rows.reverse()))
    })
  })
}

function findable(label) {
  const rows = [...document.querySelectorAll(".dd-list tbody tr")].map(row => [row, plain(row.textContent)])
  label.hidden = false
  label.querySelector("input").addEventListener("input", event => {
    const parts = plain(event.target.value).split(/\s+/)
    for (const [row, text] of rows) row.hidden = !parts.every(part => text.includes(part))
  })
}

// A text as somebody types it who leaves out accents: "wisniewska" for Wiśniewska. The same letters as in plain_letters.py.
const TYPED = {
  ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d", đ: "d", ɖ: "d", ħ: "h", ı: "i", ȷ: "j",
  ĸ: "k", ł: "l", ŋ: "n", ø: "o", ŧ: "t", ƀ: "b", ǥ: "g", ɨ: "i", ʉ: "u", ƶ: "z",
  ς: "σ", "‐": "-", "–": "-", "—": "-", "−": "-",
  "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "ʹ": "", "`": "", "·": "", "\u00ad": "",
}
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g
const LETTERS = new RegExp(`[${Object.keys(TYPED).join("")}]`, "gu")

function plain(text) {
  const apart = text.normalize("NFKD").replace(MARKS, "").toLowerCase()
  return apart.replace(LETTERS, letter => TYPED[letter])
}
