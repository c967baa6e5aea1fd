// An emulated GitHub on a free port of this machine's loopback, for tests/forge/emulated_github.py.
// In: the seed as one line of JSON, then "reset" as often as wanted; the end of the input ends it.
// Out: its address once it listens, then "done" after each reset.
import { createInterface } from "node:readline";
import { createEmulator } from "emulate";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const seed = JSON.parse((await lines.next()).value);
const github = await createEmulator({ service: "github", port: 0, hostname: "127.0.0.1", seed });
console.log(github.url);
for await (const line of lines) {
  if (line === "reset") {
    github.reset();
    console.log("done");
  }
}
await github.close();
