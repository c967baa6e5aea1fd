// What a page can do without leaving the machine: put words on the clipboard. All else works without it.
document.addEventListener("DOMContentLoaded", () => {
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
})
