// Notes put through the form's reading and writing, for tests/form_notes.py.
// In: lines of JSON with a note's text, the shapes of its fields, and what to change. Out: a line each, the note as
// the form program would write it, or why not.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [, , modules, script] = process.argv;
const require = createRequire(`${modules}/`);
const { fromFile, toFile } = require(script)(require("js-yaml"));

for await (const line of createInterface({ input: process.stdin })) {
  const { shape, text, changes } = JSON.parse(line);
  let answer;
  try {
    // The form program itself takes these off before it shows a note.
    const content = fromFile(shape, text.trim().replace(/\r\n?/g, "\n"));
    for (const [name, value] of Object.entries(changes)) {
      if (value && value.added) content[name] = [...(content[name] ?? []), value.added];
      else content[name] = value;
    }
    // It hands over a copy, without what is empty.
    answer = { text: `${toFile(shape, JSON.parse(JSON.stringify(content))).trim()}\n` };
  } catch (fault) {
    answer = { refused: fault.message };
  }
  console.log(JSON.stringify(answer));
}
